import { instantOf } from '../../base/date.ts'
import { AppError, notFound } from '../../base/errors.ts'
import { endByPerson } from '../../catalogue/by-person.ts'
import { findCheck, undoCheck as putUndone } from '../../db/checks.ts'
import { unsettleMistakesOf } from '../../db/mistakes.ts'
import { findOpportunity } from '../../db/opportunities.ts'
import { putOpportunities } from '../../db/opportunity-versions.ts'
import type { Opportunity, OpportunityId } from '../../domain/opportunity.ts'
import type { Runtime } from '../../runtime.ts'

/**
 * Takes back what a person found last of an opportunity; one that was closed by it is open again, and so are
 * the reports that it settled.
 *
 * @throws AppError `not_found` when there is no such opportunity, `conflict` when nobody has found anything,
 *   or the source has said something new since
 */
export async function undoCheck(
  { db, now }: Pick<Runtime, 'db' | 'now'>,
  id: OpportunityId,
): Promise<Opportunity> {
  const opportunity = await findOpportunity(db, id)
  if (!opportunity) throw notFound('opportunity', id)
  const check = await findCheck(db, id)
  if (!check) throw new AppError('conflict', 'There is nothing to take back')
  const at = instantOf(now())
  const undone = putUndone(db, check.id, at)
  if (check.outcome === 'still_right') {
    await db.commit([undone])
    return opportunity
  }
  if (check.version !== opportunity.version) {
    throw new AppError(
      'conflict',
      'Its source has said something new since, so there is nothing to take back',
    )
  }
  const next = endByPerson(at, opportunity, null)
  const reports = { opportunityId: id, what: 'already_closed', at: check.checkedAt } as const
  await db.commit([...putOpportunities(db, [next]), unsettleMistakesOf(db, reports), undone])
  return next.opportunity
}
