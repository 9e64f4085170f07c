import { dayOf, instantOf } from '../base/date.ts'
import { brokenPromises } from '../db/broken-promises.ts'
import { runCommand, UsageError } from './run-command.ts'
import { openSimulation } from './soak/simulation.ts'

const MB = 1024 * 1024

await runCommand({
  usage: 'npm run soak -- [--days 56] [--seed 1]',
  help: 'Lives through simulated days, both clock changes included, in a database in memory: each day funders add, change\nand withdraw calls, and every job runs as the clock would run it. After each day the promises of the product are checked.\n--days  how many days, 1 to 3650\n--seed  another course of events, a whole number',
  options: { days: { type: 'string', default: '56' }, seed: { type: 'string', default: '1' } },
  async run(_words, { days, seed }) {
    const count = whole('days', days, 3_650)
    const simulation = await openSimulation(whole('seed', seed, 2 ** 31 - 1))
    const first = memory()
    for (let n = 1; n <= count; n += 1) {
      const counts = await simulation.liveOneDay()
      const today = dayOf(simulation.runtime.now())
      const broken = await brokenPromises(
        simulation.db,
        instantOf(simulation.runtime.now()),
        simulation.accepted,
      )
      if (broken.length > 0) throw new Error(`Day ${n}, ${today}: ${broken.join('; ')}`)
      if (n % 7 === 0 || n === count) {
        console.log(
          `day ${n}, ${today}: ${counts}, ${simulation.accepted.length} mails so far, ${memory()} MB`,
        )
      }
    }
    console.log(
      `${count} days without a broken promise. Memory: ${first} MB at the start, ${memory()} MB at the end.`,
    )
    simulation.close()
  },
})

function whole(name: string, words: unknown, most: number): number {
  const value = Number(words)
  if (!Number.isInteger(value) || value < 1 || value > most) {
    throw new UsageError(`--${name} must be a whole number from 1 to ${most}`)
  }
  return value
}

/** Megabytes in use after what is not needed has gone, where Node lets us ask. */
function memory(): number {
  globalThis.gc?.()
  return Math.round(process.memoryUsage().heapUsed / MB)
}
