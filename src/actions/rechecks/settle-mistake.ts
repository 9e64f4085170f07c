import { instantOf } from '../../base/date.ts'
import { notFound } from '../../base/errors.ts'
import { findReported, settleMistake as putSettled } from '../../db/mistakes.ts'
import type { OpportunityId } from '../../domain/opportunity.ts'
import type { Runtime } from '../../runtime.ts'

/**
 * Notes that somebody has looked into a report, and what came of it.
 *
 * @param note - null for none
 * @returns the opportunity that it was on
 * @throws AppError `not_found` when there is no such report
 */
export async function settleMistake(
  { db, now }: Pick<Runtime, 'db' | 'now'>,
  id: string,
  note: string | null,
): Promise<OpportunityId> {
  const opportunityId = await findReported(db, id)
  if (!opportunityId) throw notFound('report', id)
  await db.commit([putSettled(db, id, instantOf(now()), note)])
  return opportunityId
}
