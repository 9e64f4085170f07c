import { addMs, instantOf } from '../../base/date.ts'
import { AppError } from '../../base/errors.ts'
import { addMistake, listMistakes } from '../../db/mistakes.ts'
import { type MistakeReport, MOST_WAITING, SAME_REPORT_MS } from '../../domain/mistake.ts'
import type { OpportunityId } from '../../domain/opportunity.ts'
import type { Runtime } from '../../runtime.ts'
import { requireShown } from '../opportunities/find-shown.ts'

/**
 * Keeps what a reader found wrong, for somebody to look into. The same within an hour is one.
 *
 * @throws AppError `not_found` when there is no such opportunity, `conflict` when enough reports on it wait
 */
export async function reportMistake(
  { db, now, newId }: Pick<Runtime, 'db' | 'now' | 'newId'>,
  id: OpportunityId,
  { what, words }: MistakeReport,
): Promise<void> {
  const { id: opportunityId } = await requireShown({ db }, id)
  const reportedAt = instantOf(now())
  const waiting = await listMistakes(db, [opportunityId])
  const since = addMs(reportedAt, -SAME_REPORT_MS)
  if (waiting.some((it) => it.what === what && it.words === words && it.reportedAt > since)) return
  if (waiting.length >= MOST_WAITING) {
    throw new AppError(
      'conflict',
      `${MOST_WAITING} reports on this wait already, and somebody will look into them. Yours was not kept`,
    )
  }
  await db.commit([addMistake(db, { id: newId(), opportunityId, what, words, reportedAt })])
}
