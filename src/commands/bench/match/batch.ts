import { rankOnThreads, sharedLists } from '../../../hosts/match-workers.ts'
import type { Catalogue } from '../../../matching/catalogue/catalogue.ts'
import { packableOf } from '../../../matching/lists/rank-batch.ts'
import { fillLists, type Lists, placeByPlace } from '../../../matching/rank/lists.ts'
import { type PackedSeekers, packSeekers } from '../../../matching/rank/packed-seekers.ts'
import { rankingOf } from '../../../matching/rank/rank.ts'
import { unpackSeekers } from '../../../matching/rank/unpack-seekers.ts'
import { BENCH_NOW } from '../data/opportunities.ts'
import { type Figure, figure } from './figure.ts'
import { KEPT } from './renew-list.ts'
import { memoryInUse, stopwatch, timed } from './timed.ts'
import type { World } from './world.ts'

/** Organisations and opportunities of the goals; with others the goals are in proportion. */
const FULL = { organisations: 170_000, opportunities: 10_000 }
const THREADS = 2
const STEP = 1_000

/** Analyses every organisation's text. The invented texts are gone again at once, and their making is not counted. */
export function packWorld({ organisations, organisation, learnt }: World) {
  const watch = stopwatch()
  function* all() {
    for (let number = 0; number < organisations; number += 1) {
      const it = organisation(number)
      yield watch.time(() => packableOf(learnt, it))
    }
  }
  return { seekers: packSeekers(all()), seconds: watch.seconds() }
}

/** Every list from stored profiles, on one thread and on two. */
export async function measureBatch(world: World, catalogue: Catalogue, seekers: PackedSeekers) {
  const { organisations, opportunities } = world
  const share = (organisations * opportunities) / (FULL.organisations * FULL.opportunities)
  const lists = sharedLists(organisations, KEPT)
  globalThis.gc?.()
  const before = memoryInUse()
  let most = before
  const one = await timed(() =>
    rankStepwise(catalogue, seekers, lists, () => {
      most = Math.max(most, memoryInUse())
    }),
  )
  const many = await timed(() => rankAtOnce(catalogue, seekers))
  const growth = most - before + (lists.slots.byteLength * 2 + lists.isUnclear.byteLength) / 2 ** 20
  const figures: Figure[] = [
    figure('batchCpu', 'every list from stored profiles, one thread', one.cpu, 's CPU', 14 * share),
    figure('batchEach', 'the same for one organisation', (1e6 * one.cpu) / organisations, 'µs CPU'),
    figure('batchWall', 'the same, wall', one.wall, 's'),
    figure('threadsCpu', `the same, ${THREADS} threads`, many.cpu, 's CPU'),
    figure('threadsWall', `the same, ${THREADS} threads, wall`, many.wall, 's', 7 * share),
    figure(
      'threadsEqual',
      'lists that differ between one thread and more',
      differing(lists, many.result),
      '',
      0,
    ),
    figure('memoryGrowth', 'memory that the batch takes, lists included', growth, 'MB', 350),
  ]
  return { figures, lists }
}

/** Ranks for all in one batch, the start of the threads included. */
async function rankAtOnce(catalogue: Catalogue, seekers: PackedSeekers): Promise<Lists> {
  const rankers = rankOnThreads(THREADS).start(BENCH_NOW, catalogue, KEPT)
  try {
    return await rankers.rank(seekers)
  } finally {
    await rankers.close()
  }
}

/** Ranks for all, and calls back after each thousand. */
function rankStepwise(catalogue: Catalogue, seekers: PackedSeekers, lists: Lists, step: () => void): void {
  const rank = rankingOf(BENCH_NOW, catalogue)
  const seekerAt = unpackSeekers(seekers)
  const order = placeByPlace(seekers)
  for (let from = 0; from < order.length; from += STEP) {
    fillLists(rank, seekerAt, order.subarray(from, from + STEP), lists)
    step()
  }
}

function differing(a: Lists, b: Lists): number {
  let count = 0
  for (let at = 0; at < a.slots.length; at += a.most) {
    const [x, y] = [a, b].map(({ slots, units }) =>
      [...slots.subarray(at, at + a.most), ...units.subarray(at, at + a.most)].join(),
    )
    if (x !== y) count += 1
  }
  return count
}
