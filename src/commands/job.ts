import { jobs } from '../../jobs/index.ts'
import type { Job } from '../../jobs/job.ts'
import { runJob } from '../../jobs/run-job.ts'
import { sayInstant } from '../base/date.ts'
import { AppError } from '../base/errors.ts'
import { jsonLog } from '../base/log.ts'
import { openNodeHost } from '../hosts/node-runtime.ts'
import { terminalProgress } from '../hosts/terminal-progress.ts'
import { runCommand, UsageError } from './run-command.ts'
import { sayFacts } from './say-facts.ts'

const list = () =>
  jobs
    .map(({ name, summary, cron, argument }) => {
      const when = cron === null ? 'by hand only' : `${cron} UTC`
      return `${name.padEnd(22)} ${when.padEnd(18)} ${summary}${argument === null ? '' : ` (${argument})`}`
    })
    .join('\n')

function chosen([name, argument, ...rest]: readonly string[]): Job {
  const job = jobs.find((it) => it.name === name)
  if (!job) {
    const names = jobs.map((it) => it.name).join(', ')
    throw new UsageError(
      `${name === undefined ? 'Name a job' : `There is no job ${name}`}. The jobs are: ${names}`,
    )
  }
  const most = job.argument?.includes('FILE') ? 1 : 0
  if (rest.length > most || (argument !== undefined && job.argument === null)) {
    throw new UsageError(`${job.name} takes ${job.argument ?? 'nothing'} after its name`)
  }
  return job
}

async function run(job: Job, argument: string | null): Promise<void> {
  const progress = terminalProgress(process.stderr, Date.now)
  const host = await openNodeHost(process.env, { log: jsonLog(() => new Date()), progress })
  try {
    const outcome = await runJob(job, host.runtime, { byHand: true, argument, say: console.log })
    if (!outcome.ran) {
      const until = sayInstant(outcome.freeAt)
      throw new AppError(
        'conflict',
        `${job.name} is running already, or was cut off. Wait until it is done; if it was cut off, it can run again from ${until}`,
      )
    }
    console.log(`${job.name}: ${sayFacts(outcome.counts)} (${(outcome.ms / 1000).toFixed(1)} s)`)
    if (Number(outcome.counts['failed'] ?? 0) > 0) process.exitCode = 1
  } finally {
    host.close()
  }
}

await runCommand({
  usage: 'npm run job -- NAME [ARGUMENT] | npm run job -- --list',
  help: `Runs one job now, as the clock would.\n\n${list()}`,
  options: { list: { type: 'boolean' } },
  async run(words, options) {
    if (options['list'] === true) return console.log(list())
    await run(chosen(words), words.length > 1 ? words.slice(1).join(' ') : null)
  },
})
