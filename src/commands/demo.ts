import { createReadStream, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { jobs } from '../../jobs/index.ts'
import { runJob } from '../../jobs/run-job.ts'
import { importAwards } from '../actions/awards/import.ts'
import { readAwardList } from '../actions/awards/read-list.ts'
import { importOrganisations } from '../actions/organisations/import.ts'
import { readOrganisationList } from '../actions/organisations/read-list.ts'
import { dayOf } from '../base/date.ts'
import { silentLog } from '../base/log.ts'
import { count } from '../base/text.ts'
import { openNodeHost } from '../hosts/node-runtime.ts'
import { startServer } from '../hosts/node-server.ts'
import { terminalProgress } from '../hosts/terminal-progress.ts'
import { untilStopped } from '../hosts/until-stopped.ts'
import type { Runtime } from '../runtime.ts'
import { lock, refuseWhileServed } from './demo-lock.ts'
import { printBestMatches } from './print-best-matches.ts'
import { runCommand } from './run-command.ts'
import { sayFacts } from './say-facts.ts'
import { writeSampleLists } from './write-sample-lists.ts'

/** Everything that the demonstration makes; emptied at each start. */
const FOLDER = 'data/demo'
const SAMPLE = 'data/sample'

/** Its own database, mail folder and sources, whatever the settings: sample data never meets real data or people. */
const settings = {
  ...process.env,
  FUNDLOCAL_DATABASE: join(FOLDER, 'demo.db'),
  FUNDLOCAL_SOURCES: join(SAMPLE, 'sources.json'),
  FUNDLOCAL_MAIL_FOLDER: join(FOLDER, 'mail'),
  FUNDLOCAL_SMTP_URL: '',
}

await runCommand({
  usage: 'npm run demo -- [--once]',
  help: `Shows the whole work on invented data: harvests, matches, writes digests, then serves the pages.\n--once  ends after the digests. What it makes lies in ${FOLDER}.`,
  options: { once: { type: 'boolean' } },
  async run(_words, { once }) {
    const started = performance.now()
    refuseWhileServed(FOLDER)
    rmSync(FOLDER, { recursive: true, force: true })
    mkdirSync(FOLDER, { recursive: true })
    console.log('fundlocal demonstration. Every funder, opportunity and organisation in it is invented.\n')
    const lists = writeSampleLists(SAMPLE, FOLDER, dayOf(new Date()))
    console.log(`1. Sample lists dated from today: ${lists.join(', ')}`)
    const host = await openNodeHost(settings, {
      log: silentLog,
      progress: terminalProgress(process.stderr, Date.now),
    })
    try {
      await work(host.runtime)
      console.log(`\nDone in ${((performance.now() - started) / 1000).toFixed(1)} seconds.`)
      if (once !== true) await serve(host.runtime)
    } finally {
      host.close()
    }
  },
})

/** Runs what production runs, one step after the other. */
async function work(runtime: Runtime): Promise<void> {
  console.log(`2. Harvest: ${await job('collect-opportunities', runtime)}`)
  const path = join(SAMPLE, 'organisations.csv')
  const report = await importOrganisations(runtime, readOrganisationList(readFileSync(path), path))
  console.log(`3. Organisations: ${report.added} added, ${report.refused.length} refused`)
  console.log(`   Past awards of funders: ${await awards(runtime)}`)
  console.log(`4. Match: ${await job('match-organisations', runtime)}`)
  await printBestMatches(runtime.db, runtime.now())
  console.log(`\n5. Digests: ${await job('send-digests', runtime)}`)
  const { mailFolder } = runtime.config
  const [first] = readdirSync(mailFolder).sort()
  console.log(`   They lie in ${mailFolder}, one file each. Open one with any mail program: ${first}`)
  console.log(`   The same job again sends nothing twice: ${await job('send-digests', runtime)}`)
}

async function awards(runtime: Runtime): Promise<string> {
  const path = join(FOLDER, 'awards.csv')
  const rows = readAwardList(createReadStream(path), path)
  const origin = { sourceName: 'Sample awards (invented)', licence: 'CC0-1.0' }
  const { added, refusedCount } = await importAwards(runtime, rows, origin)
  return `${added} added, ${refusedCount} refused`
}

async function job(name: string, runtime: Runtime): Promise<string> {
  const found = jobs.find((it) => it.name === name)
  if (!found) throw new RangeError(`There is no job ${name}`)
  const outcome = await runJob(found, runtime, { byHand: true, argument: null })
  return outcome.ran ? sayFacts(outcome.counts) : 'is running already'
}

async function serve(runtime: Runtime): Promise<void> {
  const server = await startServer(runtime)
  const unlock = lock(FOLDER)
  const { sources } = runtime.registry
  console.log(`\nLook around at ${server.url} (${count(sources.length, 'source')}). Stop with Ctrl+C.`)
  await untilStopped(() => server.close())
  unlock()
}
