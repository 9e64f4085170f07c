import { listOpportunitiesByLink } from '../../../db/opportunities.ts'
import type { Opportunity } from '../../../domain/opportunity.ts'
import type { Runtime } from '../../../runtime.ts'
import { formsOfAddress } from '../../../sources/web/address.ts'

/** Opportunities of any source with that link, however it is written. */
export const listWithLink = ({ db }: Pick<Runtime, 'db'>, link: string): Promise<readonly Opportunity[]> =>
  listOpportunitiesByLink(db, formsOfAddress(link))

/** Others that have the link which an opportunity is to get; none when it has it already. */
export async function listOthersWithLink(
  { db }: Pick<Runtime, 'db'>,
  before: Opportunity,
  link: string,
): Promise<readonly Opportunity[]> {
  if (formsOfAddress(before.url).includes(link)) return []
  return (await listWithLink({ db }, link)).filter(({ id }) => id !== before.id)
}
