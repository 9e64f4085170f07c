import { instantOf } from '../../base/date.ts'
import type { Facts } from '../../base/log.ts'
import { retryGivenUp } from '../../db/digests.ts'
import type { Runtime } from '../../runtime.ts'
import { sendWaiting } from './send-waiting.ts'
import { writeDigests } from './write-digests.ts'

/**
 * Writes the digests that are due and sends every mail that waits. What waits already goes first, so
 * that a long list of organisations never keeps a written mail from going.
 *
 * @param again - whether organisations are looked at that had nothing to hear earlier today
 */
export async function sendDigests(runtime: Runtime, { again }: { again: boolean }): Promise<Facts> {
  const { ms, statements } = runtime.budget
  const third = { ms: ms / 3, statements: statements / 3 }
  const before = await sendWaiting(runtime, third)
  const written = await writeDigests(runtime, again, third)
  const after = await sendWaiting(runtime, third)
  return {
    ...written,
    sent: before.sent + after.sent,
    failed: before.failed + after.failed,
    givenUp: after.givenUp,
  }
}

/**
 * Sends the mails that wait, and writes none.
 *
 * @param givenUp - whether those that were refused too often get another chance
 */
export async function sendWaitingMail(runtime: Runtime, { givenUp }: { givenUp: boolean }): Promise<Facts> {
  const { db, now } = runtime
  if (givenUp) await db.commit([retryGivenUp(db, instantOf(now()))])
  return sendWaiting(runtime, runtime.budget)
}
