import { addMs, instantOf } from '../../base/date.ts'
import { messageOf } from '../../base/errors.ts'
import {
  countGivenUp,
  listWaitingDigests,
  markFailed,
  markSent,
  type WaitingDigest,
} from '../../db/digests.ts'
import type { Budget, Runtime } from '../../runtime.ts'

type Lent = Pick<Runtime, 'db' | 'config' | 'log' | 'mail' | 'now' | 'stopping'>

const BATCH = 50
const MINUTE_MS = 60_000

/** Waits between tries of one mail, doubling from ten minutes to a day; after some ten days it is given up. */
const FIRST_WAIT_MS = 10 * MINUTE_MS
const LONGEST_WAIT_MS = 24 * 60 * MINUTE_MS
const MOST_TRIES = 16

/**
 * Sends every mail that waits and is due for a try, each by itself: one bad address stops nobody
 * else's mail. A mail that is refused is tried again later, under the same Message-ID.
 *
 * @returns `givenUp` counts all that wait for a person by now
 */
export async function sendWaiting(runtime: Lent, budget: Budget) {
  const { db, now, stopping } = runtime
  const started = now().getTime()
  const counts = { sent: 0, failed: 0, givenUp: 0 }
  const isSpent = () =>
    stopping.aborted ||
    counts.sent + counts.failed >= budget.statements ||
    now().getTime() - started > budget.ms
  while (!isSpent()) {
    const batch = await listWaitingDigests(db, instantOf(now()), BATCH)
    for (const digest of batch) {
      if (isSpent()) break
      counts[await send(runtime, digest)] += 1
    }
    if (batch.length < BATCH) break
  }
  return { ...counts, givenUp: await countGivenUp(db) }
}

async function send(runtime: Lent, { id, to, mail, tries }: WaitingDigest): Promise<'sent' | 'failed'> {
  const { db, now, config, log } = runtime
  if (to === null) {
    await db.commit([markFailed(db, id, 'The organisation has no address any more', null)])
    return 'failed'
  }
  try {
    await runtime.mail({ ...mail, to, from: config.mailFrom })
  } catch (error) {
    log.error('digest.refused', error, { digest: id, tries: tries + 1 })
    const wait = Math.min(FIRST_WAIT_MS * 2 ** tries, LONGEST_WAIT_MS)
    const nextTryAt = tries + 1 >= MOST_TRIES ? null : addMs(instantOf(now()), wait)
    await db.commit([markFailed(db, id, messageOf(error), nextTryAt)])
    return 'failed'
  }
  await db.commit([markSent(db, id, instantOf(now()))])
  return 'sent'
}
