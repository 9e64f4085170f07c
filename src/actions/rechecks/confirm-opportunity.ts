import { instantOf } from '../../base/date.ts'
import { addCheck } from '../../db/checks.ts'
import { settleMistakesOf } from '../../db/mistakes.ts'
import type { Opportunity, OpportunityId } from '../../domain/opportunity.ts'
import type { Runtime } from '../../runtime.ts'
import { requireShown } from '../opportunities/find-shown.ts'

/**
 * Notes that a person has found an opportunity still right on the funder's own page, which answers all that was
 * reported of it.
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
  await db.commit([
    addCheck(db, { ...check, outcome: 'still_right' }),
    settleMistakesOf(db, { opportunityId, what: null, at: check.checkedAt }),
  ])
  return opportunity
}
