import { instantOf } from '../../base/date.ts'
import { AppError, notFound } from '../../base/errors.ts'
import { endByPerson } from '../../catalogue/by-person.ts'
import { findCheck, listFoundWith, undoCheck as putUndone } from '../../db/checks.ts'
import type { Statement } from '../../db/database.ts'
import { unsettleMistakesOf } from '../../db/mistakes.ts'
import { listOpportunitiesById } from '../../db/opportunities.ts'
import { putOpportunities } from '../../db/opportunity-versions.ts'
import { type Check, isClosedBy } from '../../domain/recheck.ts'
import type { Runtime } from '../../runtime.ts'
import { againWhenOvertaken } from '../again-when-overtaken.ts'

type Lent = Pick<Runtime, 'db' | 'now'>

/**
 * Takes back what a person found, by the id of a check, with what was found of the same call at one go. What was
 * closed by it is open again, but for records of which their sources have said something new since, and so are the
 * reports that it settled. One that is taken back already stays so: it was pressed twice.
 *
 * @throws AppError `not_found` when there is no such check, `conflict` when every source has said something new since
 */
export const undoCheck = (runtime: Lent, id: string): Promise<void> =>
  againWhenOvertaken(() => undoOnce(runtime, id))

async function undoOnce({ db, now }: Lent, id: string): Promise<void> {
  const found = await findCheck(db, id)
  if (!found) throw notFound('check', id)
  if (!found.stands) return
  const at = instantOf(now())
  const checks = await listFoundWith(db, found.check)
  const isClosing = found.check.outcome === 'closed'
  const reopened = isClosing ? await reopen({ db, now }, checks) : []
  const what = isClosing ? ('already_closed' as const) : null
  await db.commit([
    ...reopened,
    ...checks.flatMap(({ id: checkId, opportunityId, checkedAt }) => [
      unsettleMistakesOf(db, { opportunityId, what, at: checkedAt }),
      putUndone(db, checkId, at),
    ]),
  ])
}

async function reopen({ db, now }: Lent, checks: readonly Check[]): Promise<Statement[]> {
  const at = instantOf(now())
  const byRecord = new Map(checks.map((check) => [check.opportunityId, check]))
  const records = await listOpportunitiesById(db, [...byRecord.keys()])
  const closed = records.filter((record) => {
    const check = byRecord.get(record.id)
    return check !== undefined && isClosedBy(check, record)
  })
  if (closed.length === 0) {
    throw new AppError(
      'conflict',
      'Its source has said something new since, so there is nothing to take back',
    )
  }
  return putOpportunities(
    db,
    closed.map((record) => endByPerson(at, record, null)),
  )
}
