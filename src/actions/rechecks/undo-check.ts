import { instantOf } from '../../base/date.ts'
import { AppError } from '../../base/errors.ts'
import { endByPerson } from '../../catalogue/by-person.ts'
import { listNewestChecks, undoCheck as putUndone } from '../../db/checks.ts'
import { listOpportunitiesById } from '../../db/opportunities.ts'
import { putOpportunities } from '../../db/opportunity-versions.ts'
import type { Opportunity, OpportunityId } from '../../domain/opportunity.ts'
import { isClosedBy } from '../../domain/recheck.ts'
import type { Runtime } from '../../runtime.ts'
import { requireShown } from '../opportunities/find-shown.ts'

/**
 * Takes back what a person found last of a call; every record of it that was closed by that is open again, but for
 * those of which their sources have said something new since.
 *
 * @returns the opportunity that is shown
 * @throws AppError `not_found` when there is no such opportunity, `conflict` when nobody has found anything,
 *   or every source has said something new since
 */
export async function undoCheck(
  { db, now }: Pick<Runtime, 'db' | 'now'>,
  id: OpportunityId,
): Promise<Opportunity> {
  const shown = await requireShown({ db }, id)
  const checks = await listNewestChecks(db, shown.id)
  if (checks.length === 0) throw new AppError('conflict', 'There is nothing to take back')
  const at = instantOf(now())
  const undone = checks.map((check) => putUndone(db, check.id, at))
  const closed = new Map(
    checks.flatMap((it) => (it.outcome === 'closed' ? [[it.opportunityId, it] as const] : [])),
  )
  if (closed.size === 0) {
    await db.commit(undone)
    return shown
  }
  const records = await listOpportunitiesById(db, [...closed.keys()])
  const reopened = records
    .filter((record) => {
      const check = closed.get(record.id)
      return check !== undefined && isClosedBy(check, record)
    })
    .map((record) => endByPerson(at, record, null))
  if (reopened.length === 0) {
    throw new AppError(
      'conflict',
      'Its source has said something new since, so there is nothing to take back',
    )
  }
  await db.commit([...putOpportunities(db, reopened), ...undone])
  return reopened.find(({ opportunity }) => opportunity.id === shown.id)?.opportunity ?? shown
}
