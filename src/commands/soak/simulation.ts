import { jobs } from '../../../jobs/index.ts'
import type { Job } from '../../../jobs/job.ts'
import { isDue, runJob } from '../../../jobs/run-job.ts'
import { claimDatabase } from '../../actions/claim-database.ts'
import { importOrganisations } from '../../actions/organisations/import.ts'
import { dayOf, instantOf } from '../../base/date.ts'
import { silentLog } from '../../base/log.ts'
import { readConfig } from '../../config.ts'
import { migrate } from '../../db/migrate.ts'
import { openSqlite } from '../../db/sqlite.ts'
import { SourceEntry } from '../../domain/source.ts'
import type { Runtime } from '../../runtime.ts'
import { chanceOf } from './chance.ts'
import { simulatedFunders } from './funders.ts'

const HOUR_MS = 3_600_000
/** Some weeks before the clocks go back, so that eight weeks see a change. */
const BEGIN = Date.UTC(2026, 8, 14)
const ORGANISATIONS = 20

/** An installation whose clock is ours: one call lives through a day, hour by hour. */
export async function openSimulation(seed: number) {
  const chance = chanceOf(seed)
  const funders = simulatedFunders(chance)
  const db = openSqlite(':memory:')
  migrate(db.file)
  // Only their ids: what they say would fill the memory that a soak watches.
  const accepted: string[] = []
  let now = BEGIN
  let ids = 0
  const runtime: Runtime = {
    config: readConfig({}),
    db,
    log: silentLog,
    fetch: async () => new Response(funders.list()),
    now: () => new Date(now),
    newId: () => `id-${String(++ids).padStart(9, '0')}`,
    sleep: async () => {},
    // One in fifty is refused, as in life, and goes at a later try.
    mail: async ({ messageId }) => {
      if (chance.onceIn(50)) throw new Error('451 try later')
      accepted.push(messageId)
    },
    registry: { sample: true, sources: [SOURCE] },
    rankTogether: null,
    budget: { ms: HOUR_MS, statements: Number.POSITIVE_INFINITY },
    stopping: new AbortController().signal,
    progress: () => {},
  }
  await claimDatabase(runtime)
  await importOrganisations(runtime, organisations())

  return {
    db,
    accepted,
    runtime,
    async liveOneDay(): Promise<string> {
      funders.liveOneDay(dayOf(new Date(now)))
      const ran = new Map<string, number>()
      for (let hour = 0; hour < 24; hour += 1) {
        for (const job of jobs.filter((it) => wakesAt(it, new Date(now)))) {
          await runJob(job, runtime, { byHand: false, argument: null })
          ran.set(job.name, (ran.get(job.name) ?? 0) + 1)
          now += 1
        }
        now = Math.ceil((now + 1) / HOUR_MS) * HOUR_MS
      }
      return [...ran].map(([name, times]) => `${name} ${times}`).join(', ')
    },
    close: () => db.file.close(),
  }
}

const SOURCE = SourceEntry.parse({
  id: 'simulated',
  name: 'Simulated funders',
  connector: 'file',
  url: 'https://fund.example/list.csv',
  licence: 'CC0-1.0',
})

/** Whether the job's cron names this hour; minutes do not matter in a simulation by hours. */
function wakesAt(job: Job, now: Date): boolean {
  const [, hours = '*', , , weekday = '*'] = (job.cron ?? '').split(' ')
  const isHour = hours === '*' || hours.split(',').includes(String(now.getUTCHours()))
  return job.cron !== null && isHour && weekday === '*' && isDue(job, instantOf(now))
}

const organisations = () =>
  Array.from({ length: ORGANISATIONS }, (_, n) => ({
    line: n + 2,
    fault: null,
    cells: {
      reference: `org-${n}`,
      name: `Organisation ${n}`,
      legal_form: n % 3 === 0 ? 'cio' : 'cic_guarantee',
      email: `org-${n}@riverside.example`,
      areas: 'South Gloucestershire',
      what_we_do: n % 2 === 0 ? 'Food and health for older people' : 'Young people and the environment',
      themes: n % 2 === 0 ? 'food;health;older_people' : 'young_people;environment',
    },
  }))
