import { AppError } from '../../../base/errors.ts'
import { withoutPersons } from '../../../base/personal-data.ts'
import { oneLine } from '../../../base/text.ts'
import { findOpportunity } from '../../../db/opportunities.ts'
import { BY_HAND } from '../../../domain/by-hand.ts'
import type { HandFault, HandForm } from '../../../domain/hand-form.ts'
import { type Opportunity, type OpportunityContent, opportunityId } from '../../../domain/opportunity.ts'
import type { Runtime } from '../../../runtime.ts'
import { checkForm } from './check-form.ts'
import { storeByHand } from './store-by-hand.ts'
import { listWithLink } from './with-link.ts'

/** What becomes of an opportunity that is to be added. */
export type Added =
  | { readonly faults: readonly HandFault[] }
  /** Its link is that of others, the one seen first before the rest. */
  | { readonly there: readonly Opportunity[] }
  | { readonly opportunity: Opportunity }

export interface ToAdd {
  readonly form: HandForm
  /** What was found in the words. */
  readonly found: OpportunityContent
  readonly words: string
  /** The id that it will have, so that a form that is sent twice adds one. */
  readonly id: string
  /** Whether it is another one than those with the same link. */
  readonly isAnother: boolean
}

const MOST_WHERE = 100

/** Adds what a person confirmed as an opportunity of the source "Added by hand". */
export async function addByHand(
  { db, now }: Pick<Runtime, 'db' | 'now'>,
  { form, found, words, id, isAnother }: ToAdd,
): Promise<Added> {
  const sent = await findOpportunity(db, opportunityId(id))
  if (sent) return sent.provenance.sourceId === BY_HAND.id ? { opportunity: sent } : { there: [sent] }
  const checked = await checkForm({ db, now }, form, found, words)
  if ('faults' in checked) return checked
  const { content } = checked
  const there = await listWithLink({ db }, content.url)
  if (there.length > 0 && !isAnother) return { there }
  const where = withoutPersons(oneLine(form.where)).slice(0, MOST_WHERE) || new URL(content.url).host
  const origin = {
    // Not the link: a link can change, and then be that of another opportunity.
    key: `${BY_HAND.id}:${id}`,
    sourceName: `${BY_HAND.name}, from ${where}`,
    licence: form.licence || 'Not known',
  }
  await storeByHand({ db, now }, opportunityId(id), origin, content)
  const opportunity = await findOpportunity(db, opportunityId(id))
  if (!opportunity) throw new AppError('conflict', 'It could not be added. Try again')
  return { opportunity }
}
