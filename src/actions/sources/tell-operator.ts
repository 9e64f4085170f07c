import { instantOf } from '../../base/date.ts'
import { listPauses, markTold } from '../../db/source-pauses.ts'
import { pauseMail } from '../../delivery/pause-mail.ts'
import type { Pause } from '../../domain/pause.ts'
import type { Runtime } from '../../runtime.ts'
import { jobOf } from './job-of.ts'

type Lent = Pick<Runtime, 'db' | 'config' | 'log' | 'mail' | 'now' | 'registry'>

/**
 * Sends the operator one mail about each paused source of which nobody was told. A mail that is refused is
 * sent at the next call, under the same Message-ID; without an address nothing is sent until there is one.
 *
 * @returns how many were told
 */
export async function tellOperator(runtime: Lent): Promise<number> {
  const { config, db } = runtime
  if (config.operatorEmail === null) return 0
  const untold = (await listPauses(db)).filter(({ toldAt }) => toldAt === null)
  let told = 0
  for (const pause of untold) {
    if (await tell(runtime, config.operatorEmail, pause)) told += 1
  }
  return told
}

async function tell(runtime: Lent, to: string, pause: Pause): Promise<boolean> {
  const { config, db, log, now, registry } = runtime
  const source = registry.sources.find(({ id }) => id === pause.sourceId)
  const name = source?.name ?? pause.sourceId
  const job = source ? jobOf(source).name : null
  const messageId = `<pause-${pause.id}@${new URL(config.baseUrl).hostname}>`
  try {
    const mail = pauseMail({ name, job, pause, baseUrl: config.baseUrl, sample: registry.sample })
    await runtime.mail({ ...mail, messageId, to, from: config.mailFrom, date: pause.pausedAt })
  } catch (error) {
    log.error('operator.not_told', error, { source: pause.sourceId })
    return false
  }
  await db.commit([markTold(db, pause.id, instantOf(now()))])
  return true
}
