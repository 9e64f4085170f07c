import type { D1Database, ScheduledController } from '@cloudflare/workers-types'
import sources from '../data/sources.json' with { type: 'json' }
import { jobs } from '../jobs/index.ts'
import { isDue, runJob } from '../jobs/run-job.ts'
import { claimDatabase } from './actions/claim-database.ts'
import { createApp } from './app.ts'
import { instantOf } from './base/date.ts'
import { AppError } from './base/errors.ts'
import type { Fetch } from './base/fetch.ts'
import { jsonLog } from './base/log.ts'
import { readConfig } from './config.ts'
import { openD1 } from './db/d1.ts'
import type { Runtime } from './runtime.ts'
import { parseRegistry } from './sources/registry.ts'

interface Bindings extends Record<string, unknown> {
  readonly DB: D1Database
}

/** An invocation may send 1,000 statements in all; reading and recording the run take some. */
const BUDGET = { ms: 60_000, statements: 800 }

const now = () => new Date()
// The platform takes standard error for a fault.
const LOG = jsonLog(now, console.log)

const refuseMail: Runtime['mail'] = () =>
  Promise.reject(new AppError('unavailable', 'No mail server is set: set FUNDLOCAL_SMTP_URL'))

/**
 * A source that is a file cannot be read here: it answers as a page that is not there. A Worker looks up
 * no names, and the platform lets it into no private network: addresses that show what they are have been
 * refused before.
 */
const fetchWithoutFiles: Fetch = async (url, init) =>
  url.startsWith('file:')
    ? new Response('A Worker reads no files: give an https address', { status: 404 })
    : fetch(url, init)

async function openRuntime(env: Bindings): Promise<Runtime> {
  const config = readConfig(env)
  return {
    config,
    db: openD1(env.DB),
    log: LOG,
    fetch: fetchWithoutFiles,
    now,
    newId: () => crypto.randomUUID(),
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    // Loaded only when it is needed: it is a third of the bundle.
    mail:
      config.smtpUrl === null
        ? refuseMail
        : (await import('./hosts/smtp-mailer.ts')).smtpMailer(config.smtpUrl),
    registry: registryOf(config.sources),
    rankTogether: null,
    budget: BUDGET,
    stopping: new AbortController().signal,
    progress: () => {},
  }
}

/**
 * The registry is part of the deployed code; the setting may hold another one, as JSON.
 *
 * @throws AppError `invalid` when the setting names a file
 */
function registryOf(setting: string): Runtime['registry'] {
  if (setting.trimStart().startsWith('{')) return parseRegistry(setting, 'FUNDLOCAL_SOURCES')
  if (setting === readConfig({}).sources) return parseRegistry(JSON.stringify(sources), setting)
  throw new AppError(
    'invalid',
    'A Worker reads no files: put the JSON of the registry itself into FUNDLOCAL_SOURCES, or change data/sources.json before you deploy',
  )
}

/** Made once for each isolate: its bindings stay the same from request to request. */
let app: Promise<ReturnType<typeof createApp>> | undefined

export default {
  async fetch(request: Request, env: Bindings): Promise<Response> {
    app ??= openRuntime(env).then(createApp)
    return (await app).fetch(request)
  },

  async scheduled({ cron, scheduledTime }: ScheduledController, env: Bindings): Promise<void> {
    const runtime = await openRuntime(env)
    await claimDatabase(runtime)
    const tick = instantOf(new Date(scheduledTime))
    const woken = jobs.filter((job) => job.cron === cron)
    if (woken.length === 0) LOG.error('cron.unknown', `No job has the cron ${cron}`)
    for (const job of woken.filter((it) => isDue(it, tick))) {
      await runJob(job, runtime, { byHand: false, argument: null }, tick)
    }
  },
}
