import { afterAll, expect, test } from 'vitest'
import { rankOnThreads, sharedLists } from '../../src/hosts/match-workers.ts'
import { prepareCatalogue } from '../../src/matching/catalogue/catalogue.ts'
import { packableOf } from '../../src/matching/lists/rank-batch.ts'
import { countPacked } from '../../src/matching/profile/packed-profiles.ts'
import { fillLists } from '../../src/matching/rank/lists.ts'
import { type PackedSeekers, packSeekers } from '../../src/matching/rank/packed-seekers.ts'
import { rankingOf } from '../../src/matching/rank/rank.ts'
import { unpackSeekers } from '../../src/matching/rank/unpack-seekers.ts'
import { benchOpportunities, benchOrganisations, NOW_OF_BENCH } from '../support/bench-data.ts'
import { LEARNT } from '../support/learnt.ts'

const catalogue = prepareCatalogue(LEARNT, benchOpportunities(150))
const all = benchOrganisations(1_200).map((it) => packableOf(LEARNT, it))
const started: { close(): Promise<void> }[] = []

function start(threads: number, of = catalogue) {
  const rankers = rankOnThreads(threads).start(NOW_OF_BENCH, of, 20)
  started.push(rankers)
  return rankers
}

afterAll(() => Promise.all(started.map((it) => it.close())))

function rankAlone(seekers: PackedSeekers) {
  const count = countPacked(seekers.profiles)
  const lists = sharedLists(count, 20)
  const numbers = Uint32Array.from({ length: count }, (_, number) => number)
  fillLists(rankingOf(NOW_OF_BENCH, catalogue), unpackSeekers(seekers), numbers, lists)
  return lists
}

test('several threads make the very lists that one makes, batch after batch', async () => {
  const rankers = start(3)
  for (const batch of [all.slice(0, 700), all.slice(700), all.slice(0, 1), []]) {
    const seekers = packSeekers(batch)
    const alone = rankAlone(seekers)
    expect(await rankers.rank(seekers)).toEqual(alone)
    expect(alone.slots.filter((slot) => slot >= 0).length).toBeGreaterThanOrEqual(batch.length)
  }
})

test('a fault in a thread is a fault of the whole, and of whatever is asked after', async () => {
  const rankers = start(2, { ...catalogue, index: { ...catalogue.index, spans: new Int32Array(3) } })
  const seekers = packSeekers(all.slice(0, 300))
  await expect(rankers.rank(seekers)).rejects.toThrow('Invalid typed array length')
  await expect(rankers.rank(seekers)).rejects.toThrow('Invalid typed array length')
})

test('threads that were closed rank no more, and say so', async () => {
  const rankers = start(2)
  const seekers = packSeekers(all.slice(0, 300))
  const given = rankers.rank(seekers)
  given.catch(() => {})
  await rankers.close()
  await expect(given).rejects.toThrow('has ended')
  await expect(rankers.rank(seekers)).rejects.toThrow('has ended')
})
