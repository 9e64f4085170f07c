import { instantOf } from '../../base/date.ts'
import { messageOf } from '../../base/errors.ts'
import type { Facts } from '../../base/log.ts'
import { listUnsentDigests, markFailed, markSent, type UnsentDigest } from '../../db/digests.ts'
import type { Runtime } from '../../runtime.ts'
import { writeDigests } from './write-digests.ts'

/** A mail that was refused that often waits for an operator. */
const MOST_TRIES = 5
const BATCH = 50

/**
 * Writes the digests that are due and sends every one that no mail server has accepted yet, each
 * by itself: one bad address stops nobody else's mail.
 */
export async function sendDigests(runtime: Runtime): Promise<Facts> {
  const written = await writeDigests(runtime)
  const counts = { ...written, sent: 0, failed: 0 }
  let after = ''
  for (;;) {
    const batch = await listUnsentDigests(runtime.db, MOST_TRIES, BATCH, after)
    const last = batch.at(-1)
    if (last === undefined) return counts
    after = last.id
    for (const digest of batch) counts[await send(runtime, digest)] += 1
  }
}

async function send(runtime: Runtime, { id, mail, tries }: UnsentDigest): Promise<'sent' | 'failed'> {
  const { db, now, config, log } = runtime
  try {
    await runtime.mail({ ...mail, from: config.mailFrom })
  } catch (error) {
    log.error('digest.refused', error, { digest: id, tries: tries + 1 })
    await db.commit([markFailed(db, id, messageOf(error))])
    return 'failed'
  }
  await db.commit([markSent(db, id, instantOf(now()))])
  return 'sent'
}
