import { expect, test } from 'vitest'
import { giveFeedback } from '../../../src/actions/feedback/give-feedback.ts'
import { matchOrganisations } from '../../../src/actions/organisations/match-organisations.ts'
import type { Facts } from '../../../src/base/log.ts'
import type { Database } from '../../../src/db/database.ts'
import { listListsOf, type StoredList } from '../../../src/db/match-lists.ts'
import { rankOnThreads } from '../../../src/hosts/match-workers.ts'
import type { RankTogether } from '../../../src/matching/rank/rankers.ts'
import { opportunityId } from '../../support/builders.ts'
import { openTestD1, openTestSqlite } from '../../support/databases.ts'
import { openHistory, SIZE } from '../../support/history.ts'
import { rankHere } from '../../support/rank-here.ts'

const SPRING = Date.UTC(2026, 2, 22, 22)

/** Lives one life, and keeps what every run reported and left behind. */
async function live(db: Database, seed: number, steps: number, rankTogether: RankTogether | null) {
  const history = openHistory(db, seed, { calls: 30, start: SPRING, rankTogether })
  const runs: { counts: Facts; lists: readonly StoredList[] }[] = []
  await history.begin()
  for (let step = 0; step < steps; step += 1) {
    if (history.chance.onceIn(2)) await history.interruptedRun()
    const counts = await history.run()
    const ids = history.organisations.map(({ id }) => id)
    runs.push({ counts, lists: await listListsOf(db, ids) })
    await history.step()
  }
  return runs
}

test('lists, and what a run reports, are the same whether they are ranked together or not', async () => {
  const { rankTogether, told } = rankHere()
  for (let seed = 1; seed <= 12; seed += 1) {
    const together = await live(openTestSqlite(), seed, 10, rankTogether)
    expect(together, `seed ${seed}`).toEqual(await live(openTestSqlite(), seed, 10, null))
  }
  expect(told.ranked).toBeGreaterThan(100)
  expect(told.closed).toBe(told.started)
}, 60_000)

test('and so it is on threads', async () => {
  const threads = { ...rankOnThreads(2), least: 1 }
  expect(await live(openTestSqlite(), 51, 5, threads)).toEqual(await live(openTestSqlite(), 51, 5, null))
}, 60_000)

test('and on D1', async () => {
  const { rankTogether, told } = rankHere()
  const together = await live(await openTestD1(), 101, 5, rankTogether)
  expect(together).toEqual(await live(openTestSqlite(), 101, 5, null))
  expect(told.ranked).toBeGreaterThan(0)
}, 60_000)

/** Six organisations and some calls, of which nothing has been matched by the job. */
async function aBeginning() {
  const history = openHistory(openTestSqlite(), 7, { calls: 30, start: SPRING, rankTogether: null })
  await history.begin()
  return history
}

test('an organisation that said something is ranked by itself', async () => {
  const { runtime, organisations, opportunities } = await aBeginning()
  const { rankTogether, told } = rankHere()
  for (const one of organisations.slice(0, 2)) {
    await giveFeedback(runtime, one.id, {
      opportunityId: opportunities[0]?.id ?? opportunityId('none'),
      verdict: 'not_for_us',
      reason: null,
      note: null,
    })
  }
  const counts = await matchOrganisations({ ...runtime, rankTogether }, { size: SIZE })
  expect(counts).toMatchObject({ full: 6 })
  expect(told).toEqual({ started: 1, closed: 1, ranked: 4 })
})

test('where too few are due for it to be worth the start, nothing is started', async () => {
  const { runtime } = await aBeginning()
  const { rankTogether, told } = rankHere()
  await matchOrganisations({ ...runtime, rankTogether: { ...rankTogether, least: 7 } }, { size: SIZE })
  expect(told).toEqual({ started: 0, closed: 0, ranked: 0 })
})

test('a fault of what ranks is a fault of the job, and what ranks is closed', async () => {
  const { runtime } = await aBeginning()
  const { rankTogether, told } = rankHere()
  const failing: RankTogether = {
    ...rankTogether,
    start: (...given) => ({
      ...rankTogether.start(...given),
      rank: () => Promise.reject(new Error('A thread has died')),
    }),
  }
  await expect(matchOrganisations({ ...runtime, rankTogether: failing })).rejects.toThrow('A thread has died')
  expect(told).toMatchObject({ started: 1, closed: 1 })
})

test('a run that is stopped writes the batch that it has made, and closes what ranks', async () => {
  const { runtime, organisations } = await aBeginning()
  const { rankTogether, told } = rankHere()
  const stop = new AbortController()
  const stopping: RankTogether = {
    ...rankTogether,
    start(...given) {
      stop.abort()
      return rankTogether.start(...given)
    },
  }
  const counts = await matchOrganisations(
    { ...runtime, rankTogether: stopping, stopping: stop.signal },
    { batch: 2 },
  )
  expect(counts).toMatchObject({ organisations: 2, full: 2 })
  expect(told).toEqual({ started: 1, closed: 1, ranked: 2 })
  expect(organisations).toHaveLength(6)
})
