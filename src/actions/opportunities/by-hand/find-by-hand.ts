import { AppError, notFound } from '../../../base/errors.ts'
import { findOpportunity } from '../../../db/opportunities.ts'
import { isByHand } from '../../../domain/by-hand.ts'
import { type Opportunity, opportunityId } from '../../../domain/opportunity.ts'
import type { Runtime } from '../../../runtime.ts'

/**
 * The opportunity with that id, which a person added here.
 *
 * @throws AppError `not_found` when there is none, `conflict` when it comes from a source that is harvested
 */
export async function findByHand({ db }: Pick<Runtime, 'db'>, id: string): Promise<Opportunity> {
  const opportunity = await findOpportunity(db, opportunityId(id))
  if (!opportunity) throw notFound('opportunity', id)
  if (isByHand(opportunity)) return opportunity
  throw new AppError(
    'conflict',
    `This opportunity comes from ${opportunity.provenance.sourceName}, and changes when that does. Only what was added by hand can be changed here`,
  )
}
