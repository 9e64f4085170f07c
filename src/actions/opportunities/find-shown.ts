import { notFound } from '../../base/errors.ts'
import { findKept } from '../../db/merges.ts'
import { findOpportunity } from '../../db/opportunities.ts'
import type { Opportunity, OpportunityId } from '../../domain/opportunity.ts'
import type { Runtime } from '../../runtime.ts'

/**
 * The opportunity, or the one that stands for it.
 *
 * @throws AppError `not_found` when there is none
 */
export async function requireShown({ db }: Pick<Runtime, 'db'>, id: OpportunityId): Promise<Opportunity> {
  const opportunity = await findOpportunity(db, (await findKept(db, id)) ?? id)
  if (!opportunity) throw notFound('opportunity', id)
  return opportunity
}
