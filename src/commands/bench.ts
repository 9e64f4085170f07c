import { availableParallelism } from 'node:os'
import { terminalProgress } from '../hosts/terminal-progress.ts'
import type { Progress } from '../runtime.ts'
import { type Figure, isMet } from './bench/match/figure.ts'
import { figuresAsJson, sayFigures } from './bench/match/report.ts'
import { runCommand, UsageError } from './run-command.ts'

const WHAT = ['match', 'worker', 'harvest'] as const
type What = (typeof WHAT)[number]

interface Size {
  readonly organisations: number
  readonly opportunities: number
}

const isWhat = (word: string | undefined): word is What => WHAT.some((what) => what === word)

/** Each is loaded only when it is needed: the local runtime of Workers takes its time. */
const measure: Record<What, (seed: number, size: Size, progress: Progress) => Promise<Figure[]>> = {
  match: async (seed, { organisations, opportunities }, progress) =>
    (await import('./bench/match/measure-all.ts')).measureAll(seed, organisations, opportunities, progress),
  worker: async (seed, { opportunities }, progress) =>
    (await import('./bench/worker/measure-worker.ts')).measureWorker(seed, opportunities, progress),
  harvest: async (seed, { opportunities }, progress) =>
    (await import('./bench/harvest/measure-harvest.ts')).measureHarvest(seed, opportunities, progress),
}

await runCommand({
  usage: 'npm run bench -- match|worker|harvest [--orgs 170000] [--opportunities 10000] [--seed 1] [--json]',
  help: `match: measures how fast matching is, on invented organisations and calls, against its goals and other search engines.
worker: measures the memory that the Worker takes in the local runtime, which itself sets no limit, and how long a change
of what one organisation said takes until its list is made afresh.

harvest: measures how fast releases of notices are read and stored, how much faster a second harvest is that finds
nothing changed, and whether memory stays flat while it pages.

--orgs           how many organisations, at least 100; only match has more than one
--opportunities  how many calls, at least 100
--seed           other data of the same kind, a whole number
--json           one JSON object and nothing else

The data is the same for the same seed. Goals that depend on the size are in proportion to it. Seconds are those of the
processor, all threads together, unless "wall" is said; other work on the machine makes them longer, which "adding
37,000 postings" shows. Slow peers are asked for a few of the organisations, as said beside them.
The exit is 0 whether goals are met or not: what a machine can do is not a fault.`,
  options: {
    orgs: { type: 'string', default: '170000' },
    opportunities: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
  async run([what, ...rest], options) {
    if (!isWhat(what) || rest.length > 0) throw new UsageError(`Say what to measure: ${WHAT.join(', ')}`)
    const organisations = what === 'match' ? whole('orgs', options['orgs'], 100) : 1
    const opportunities = whole('opportunities', options['opportunities'], 100)
    const progress = terminalProgress(process.stderr, Date.now)
    const seed = whole('seed', options['seed'], 0)
    const figures = await measure[what](seed, { organisations, opportunities }, progress)
    const machine = { node: process.version, threads: availableParallelism() }
    if (options['json'] === true) {
      console.log(JSON.stringify({ organisations, opportunities, machine, figures: figuresAsJson(figures) }))
      return
    }
    const missed = figures.filter((it) => isMet(it) === false).length
    const size = what === 'match' ? `${organisations} organisations, ` : ''
    console.log(`${size}${opportunities} opportunities, Node ${machine.node}`)
    console.log(`${sayFigures(figures)}\n\n${missed === 0 ? 'Every goal is met.' : `Not met: ${missed}.`}`)
  },
})

function whole(name: string, words: unknown, least: number): number {
  const value = Number(words)
  if (!Number.isInteger(value) || value < least) {
    throw new UsageError(`--${name} must be a whole number of at least ${least}`)
  }
  return value
}
