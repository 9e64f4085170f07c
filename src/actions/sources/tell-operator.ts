import { addMs, instantOf } from '../../base/date.ts'
import { claimPause, listPauses, markTold, releasePause } from '../../db/source-pauses.ts'
import { pauseMail } from '../../delivery/pause-mail.ts'
import type { Pause } from '../../domain/pause.ts'
import type { Runtime } from '../../runtime.ts'
import { jobOf } from './job-of.ts'

type Lent = Pick<Runtime, 'db' | 'config' | 'log' | 'mail' | 'newId' | 'now' | 'registry'>

/** Longer than any mail server is waited for, shorter than the time to the next run that tells. */
const CLAIM_MS = 30 * 60_000

/**
 * Sends the operator one mail about each paused source of which nobody was told and nobody else is telling just now.
 * A mail that is refused is sent at the next call, under the same Message-ID, and so is one after which
 * the process died before it could note that; without an address nothing is sent until there is one.
 *
 * @returns how many were told
 */
export async function tellOperator(runtime: Lent): Promise<number> {
  const { config, db, newId, now } = runtime
  if (config.operatorEmail === null) return 0
  const untold = (await listPauses(db)).filter(({ toldAt }) => toldAt === null)
  let told = 0
  for (const pause of untold) {
    const at = instantOf(now())
    const claim = { pauseId: pause.id, by: newId(), until: addMs(at, CLAIM_MS) }
    if (!(await claimPause(db, at, claim))) continue
    if (await send(runtime, config.operatorEmail, pause)) {
      await db.commit([markTold(db, pause.id, instantOf(now()))])
      told += 1
    } else {
      await db.commit([releasePause(db, claim)])
    }
  }
  return told
}

/** Whether the mail server took the mail. */
async function send(runtime: Lent, to: string, pause: Pause): Promise<boolean> {
  const { config, log, registry } = runtime
  const source = registry.sources.find(({ id }) => id === pause.sourceId)
  const name = source?.name ?? pause.sourceId
  const job = source ? jobOf(source).name : null
  const messageId = `<pause-${pause.id}@${new URL(config.baseUrl).hostname}>`
  try {
    const mail = pauseMail({ name, job, pause, baseUrl: config.baseUrl, sample: registry.sample })
    await runtime.mail({ ...mail, messageId, to, from: config.mailFrom, date: pause.pausedAt })
    return true
  } catch (error) {
    log.error('operator.not_told', error, { source: pause.sourceId })
    return false
  }
}
