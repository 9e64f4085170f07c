import { type Instant, instantOf } from '../../base/date.ts'
import { AppError, notFound } from '../../base/errors.ts'
import { endByPerson } from '../../catalogue/by-person.ts'
import { findCheck, undoCheck as putUndone } from '../../db/checks.ts'
import type { Database, Statement } from '../../db/database.ts'
import { unsettleMistakesOf } from '../../db/mistakes.ts'
import { findOpportunity } from '../../db/opportunities.ts'
import { putOpportunities } from '../../db/opportunity-versions.ts'
import type { Check } from '../../domain/recheck.ts'
import type { Runtime } from '../../runtime.ts'

/**
 * Takes back what a person found, by the id of the check; what was closed by it is open again, and so are the
 * reports that it settled. One that is taken back already stays so: it was pressed twice.
 *
 * @throws AppError `not_found` when there is no such check, `conflict` when the source has said something new since
 */
export async function undoCheck({ db, now }: Pick<Runtime, 'db' | 'now'>, id: string): Promise<void> {
  const found = await findCheck(db, id)
  if (!found) throw notFound('check', id)
  if (!found.stands) return
  const at = instantOf(now())
  const reopened = found.check.outcome === 'closed' ? await reopen(db, at, found.check) : []
  await db.commit([...reopened, putUndone(db, id, at)])
}

async function reopen(db: Database, at: Instant, check: Check): Promise<Statement[]> {
  const { opportunityId, version, checkedAt } = check
  const opportunity = await findOpportunity(db, opportunityId)
  if (opportunity?.version !== version) {
    throw new AppError(
      'conflict',
      'Its source has said something new since, so there is nothing to take back',
    )
  }
  return [
    ...putOpportunities(db, [endByPerson(at, opportunity, null)]),
    unsettleMistakesOf(db, { opportunityId, what: 'already_closed', at: checkedAt }),
  ]
}
