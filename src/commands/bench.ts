import { availableParallelism } from 'node:os'
import { terminalProgress } from '../hosts/terminal-progress.ts'
import { isMet } from './bench/match/figure.ts'
import { measureAll } from './bench/match/measure-all.ts'
import { figuresAsJson, sayFigures } from './bench/match/report.ts'
import { runCommand, UsageError } from './run-command.ts'

const WHAT = ['match']

await runCommand({
  usage: 'npm run bench -- match [--orgs 170000] [--opportunities 10000] [--seed 1] [--json]',
  help: `Measures how fast matching is, on invented organisations and calls, against its goals and other search engines.
--orgs           how many organisations, at least 100
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
    if (what === undefined || !WHAT.includes(what) || rest.length > 0) {
      throw new UsageError(`Say what to measure: ${WHAT.join(', ')}`)
    }
    const organisations = whole('orgs', options['orgs'], 100)
    const opportunities = whole('opportunities', options['opportunities'], 100)
    const progress = terminalProgress(process.stderr, Date.now)
    const figures = await measureAll(
      whole('seed', options['seed'], 0),
      organisations,
      opportunities,
      progress,
    )
    const machine = { node: process.version, threads: availableParallelism() }
    if (options['json'] === true) {
      console.log(JSON.stringify({ organisations, opportunities, machine, figures: figuresAsJson(figures) }))
      return
    }
    const missed = figures.filter((it) => isMet(it) === false).length
    console.log(`${organisations} organisations, ${opportunities} opportunities, Node ${machine.node}`)
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
