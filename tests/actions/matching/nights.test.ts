import { expect, test } from 'vitest'
import { currentLearnt } from '../../../src/actions/matching/current-learnt.ts'
import type { Database } from '../../../src/db/database.ts'
import { listListsOf } from '../../../src/db/match-lists.ts'
import { byPlace } from '../../../src/domain/match-list.ts'
import { prepareCatalogue } from '../../../src/matching/match.ts'
import { applicantOf } from '../../../src/matching/profile/applicant.ts'
import { rankingOf } from '../../../src/matching/rank/rank.ts'
import { openTestD1, openTestSqlite } from '../../support/databases.ts'
import { openHistory, SIZE } from '../../support/history.ts'

/** A week before the clocks go forward, and before they go back, at ten in the evening. */
const SPRING = Date.UTC(2026, 2, 22, 22)
const AUTUMN = Date.UTC(2026, 9, 18, 22)

/** Lives one life and holds every list against judging everything from nothing. */
async function live(db: Database, seed: number, { calls, steps }: { calls: number; steps: number }) {
  const history = openHistory(db, seed, { calls, start: seed % 2 === 0 ? SPRING : AUTUMN })
  const totals = { full: 0, incremental: 0, unchanged: 0, shorter: 0 }
  await history.begin()
  for (let step = 0; step < steps; step += 1) {
    if (history.chance.onceIn(2)) await history.interruptedRun()
    const counts = await history.run()
    for (const how of ['full', 'incremental', 'unchanged'] as const) totals[how] += Number(counts[how])
    totals.shorter += await holdAgainstAfresh(db, history, `seed ${seed}, step ${step}`)
    await history.step()
  }
  return totals
}

async function holdAgainstAfresh(db: Database, history: ReturnType<typeof openHistory>, when: string) {
  const catalogue = prepareCatalogue(await currentLearnt(db), history.opportunities)
  const rank = rankingOf(history.now(), catalogue)
  const lists = await listListsOf(
    db,
    history.organisations.map(({ id }) => id),
  )
  expect(lists.length, when).toBe(history.organisations.length)
  for (const { organisation, matches } of lists) {
    const all = rank(applicantOf(catalogue.learnt, organisation), 10_000).map(({ slot, units, verdict }) => ({
      opportunityId: catalogue.opportunities[slot]?.id,
      units,
      verdict,
    }))
    expect(matches, `${when}, ${organisation.id}`).toEqual(all.slice(0, matches.length))
    expect(matches.length, `${when}, ${organisation.id}`).toBeGreaterThanOrEqual(
      Math.min(all.length, SIZE.shown),
    )
    expect(matches.length).toBeLessThanOrEqual(SIZE.kept)
    expect(matches).toEqual(matches.toSorted(byPlace))
  }
  return lists.filter(({ matches }) => matches.length < SIZE.kept && matches.length >= SIZE.shown).length
}

test('after any history of changes every list is what judging everything afresh would give', async () => {
  const totals = { full: 0, incremental: 0, unchanged: 0, shorter: 0 }
  for (let seed = 1; seed <= 40; seed += 1) {
    const lived = await live(openTestSqlite(), seed, { calls: seed % 4 === 0 ? 4 : 30, steps: 14 })
    for (const key of Object.keys(totals) as (keyof typeof totals)[]) totals[key] += lived[key]
  }
  // The histories have met every way of making a list.
  expect(totals.full).toBeGreaterThan(100)
  expect(totals.incremental).toBeGreaterThan(100)
  expect(totals.unchanged).toBeGreaterThan(100)
  expect(totals.shorter).toBeGreaterThan(10)
}, 120_000)

test('and so it is on D1', async () => {
  const db = await openTestD1()
  const { incremental } = await live(db, 101, { calls: 30, steps: 8 })
  expect(incremental).toBeGreaterThan(0)
}, 60_000)
