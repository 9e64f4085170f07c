import { instantOf } from '../../base/date.ts'
import { addCheck } from '../../db/checks.ts'
import type { Opportunity, OpportunityId } from '../../domain/opportunity.ts'
import type { Runtime } from '../../runtime.ts'
import { requireShown } from '../opportunities/find-shown.ts'

/**
 * Notes that a person has found an opportunity still right on the funder's own page.
 *
 * @throws AppError `not_found` when there is no such opportunity
 */
export async function confirmOpportunity(
  { db, now, newId }: Pick<Runtime, 'db' | 'now' | 'newId'>,
  id: OpportunityId,
): Promise<Opportunity> {
  const opportunity = await requireShown({ db }, id)
  const { id: opportunityId, version } = opportunity
  const check = { id: newId(), opportunityId, version, checkedAt: instantOf(now()) }
  await db.commit([addCheck(db, { ...check, outcome: 'still_right' })])
  return opportunity
}
