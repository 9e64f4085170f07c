import { prepareCatalogue } from '../../../matching/match.ts'
import type { Progress } from '../../../runtime.ts'
import { measureAgainstPeers } from './against-peers.ts'
import { measureBatch, packWorld } from './batch.ts'
import { measureDoubling } from './doubling.ts'
import { measureExactness } from './exactness.ts'
import { type Figure, figure } from './figure.ts'
import { measureLimit } from './limit.ts'
import { measureNight } from './night.ts'
import { measureNotOpen } from './not-open.ts'
import { measureOneByOne } from './one-by-one.ts'
import { measureSizes } from './sizes.ts'
import { timed } from './timed.ts'
import { numbers, worldOf } from './world.ts'

/** Organisations whose text is to be analysed in so many seconds. */
const TEXT_GOAL = { organisations: 170_000, seconds: 5 }
const STEPS = 8

/** Every measure, one after the other. @param seed - another seed is other data of the same kind */
export async function measureAll(
  seed: number,
  organisations: number,
  opportunities: number,
  progress: Progress,
): Promise<Figure[]> {
  let done = 0
  const step = (what: string) => {
    done += 1
    progress(what, done, STEPS)
  }
  step('Learning')
  const world = worldOf(seed, organisations, opportunities)
  step('Reading calls')
  const calls = numbers(opportunities).map((number) => world.opportunity(number))
  const prepared = await timed(() => prepareCatalogue(world.learnt, calls))
  const catalogue = prepared.result
  step('Reading organisations')
  const { seekers, seconds } = packWorld(world)
  const limit = measureLimit()
  step('Every list')
  const { figures: batch, lists } = await measureBatch(world, catalogue, seekers)
  step('A night')
  const night = await measureNight(world, catalogue, seekers, lists)
  step('Twice as many')
  const doubling = await measureDoubling(catalogue, seekers)
  step('One by one')
  const single = measureOneByOne(world, catalogue)
  const notOpen = measureNotOpen(world, catalogue)
  const exactness = measureExactness(world, catalogue)
  step('Other engines')
  const peers = await measureAgainstPeers(world)
  const share = organisations / TEXT_GOAL.organisations
  return [
    ...peers,
    figure('limit', 'adding 37,000 postings, what the machine needs now', limit, 'µs CPU'),
    ...batch,
    figure('textCpu', 'analysing all organisations’ text', seconds, 's CPU', TEXT_GOAL.seconds * share),
    figure('prepareCpu', 'reading and indexing all opportunities', prepared.cpu, 's CPU'),
    ...single,
    ...notOpen,
    ...(await measureSizes(catalogue, seekers)),
    ...doubling,
    ...night,
    ...exactness,
  ]
}
