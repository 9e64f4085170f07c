import { expect, test } from 'vitest'
import { matchOrganisations } from '../../src/actions/organisations/match-organisations.ts'
import { dayOf } from '../../src/base/date.ts'
import { chanceOf } from '../../src/commands/soak/chance.ts'
import type { Database } from '../../src/db/database.ts'
import { putOpportunities } from '../../src/db/opportunity-versions.ts'
import { putOrganisations } from '../../src/db/organisations.ts'
import type { Opportunity } from '../../src/domain/opportunity.ts'
import { anyCall, anyOrganisation } from '../support/anything.ts'
import { anOrganisation, organisationId } from '../support/builders.ts'
import { databases, openTestSqlite } from '../support/databases.ts'
import { aRuntime } from '../support/runtime.ts'
import { ONE_JUNE } from '../support/sources.ts'

const NOON = new Date('2026-06-01T12:00:00Z')

const put = (db: Database, calls: readonly Opportunity[]) =>
  db.commit(
    putOpportunities(
      db,
      calls.map((opportunity) => ({ opportunity, changed: [], revision: 'r' })),
    ),
  )

/** So many calls and organisations, matched once, and the clock. */
async function aMatched(calls: number, organisations: number) {
  const db = openTestSqlite()
  const chance = chanceOf(3)
  const all = Array.from({ length: calls }, (_, n) => anyCall(chance, dayOf(NOON), `call-${n}`))
  await put(db, all)
  await db.commit(
    putOrganisations(
      db,
      ONE_JUNE,
      Array.from({ length: organisations }, (_, n) => anyOrganisation(chance, `org-${n}`)),
    ),
  )
  let now = NOON
  const runtime = aRuntime({ db, now: () => now })
  const first = await matchOrganisations(runtime)
  return {
    db,
    runtime,
    first,
    calls: all,
    chance,
    moveTo: (moment: string) => {
      now = new Date(moment)
    },
  }
}

test('a night in which one in a hundred calls has changed rematches few organisations in full', async () => {
  const { db, runtime, first, calls, chance, moveTo } = await aMatched(300, 60)
  expect(first).toMatchObject({ organisations: 60, full: 60, changed: first['opportunities'] })
  moveTo('2026-06-02T12:00:00Z')
  await put(
    db,
    calls.slice(0, 4).map(({ id, version }) => anyCall(chance, dayOf(NOON), id, version + 1)),
  )
  const counts = await matchOrganisations(runtime)
  expect(counts['organisations']).toBe(60)
  expect(counts['changed']).toBeGreaterThan(0)
  expect(Number(counts['full'])).toBeLessThan(10)
  expect(Number(counts['incremental'])).toBeGreaterThan(40)
  expect(Number(counts['written'])).toBeLessThan(Number(first['written']) / 5)
})

test('an hour in which nothing has changed writes no row', async () => {
  const { runtime, moveTo } = await aMatched(80, 12)
  moveTo('2026-06-01T12:10:00Z')
  expect(await matchOrganisations(runtime)).toMatchObject({
    changed: 0,
    full: 0,
    incremental: 0,
    unchanged: 12,
    written: 0,
    removed: 0,
  })
})

test('what has changed by half is judged afresh', async () => {
  const { db, runtime, calls, chance, moveTo } = await aMatched(80, 12)
  moveTo('2026-06-01T12:10:00Z')
  await put(
    db,
    calls.slice(0, 60).map(({ id, version }) => anyCall(chance, dayOf(NOON), id, version + 1)),
  )
  expect(await matchOrganisations(runtime)).toMatchObject({ full: 12, incremental: 0 })
})

test('its progress counts organisations, in batches', async () => {
  const { runtime } = await aMatched(5, 7)
  const heard: unknown[] = []
  await matchOrganisations({ ...runtime, progress: (...said) => heard.push(said) }, { batch: 3 })
  expect(heard).toEqual([
    ['Matching', 3, 7],
    ['Matching', 6, 7],
    ['Matching', 7, 7],
  ])
})

test.for(databases)(
  'when its budget runs out the next run goes on with those left, on %s',
  async ([, open]) => {
    const db = await open()
    const chance = chanceOf(3)
    await put(db, [anyCall(chance, dayOf(NOON), 'call')])
    await db.commit(
      putOrganisations(
        db,
        ONE_JUNE,
        Array.from({ length: 9 }, (_, n) =>
          anOrganisation({ id: organisationId(`o${n}`), reference: `o${n}` }),
        ),
      ),
    )
    const runtime = aRuntime({ db, budget: { ms: 60_000, statements: 26 } })
    const run = async () => (await matchOrganisations(runtime, { batch: 3 }))['organisations']
    const due = async () => {
      const rows = await db.query
        .selectFrom('organisations')
        .select('id')
        .where('match_run', '=', 0)
        .execute()
      return rows.map(({ id }) => id)
    }
    expect(Number(await run())).toBeLessThan(9)
    expect(await due()).not.toContain('o0')
    expect(await due()).toContain('o8')
    await run()
    await run()
    expect(await due()).toEqual([])
  },
)

test('two processes never begin one run', async () => {
  const { runtime } = await aMatched(3, 2)
  const both = await Promise.allSettled([matchOrganisations(runtime), matchOrganisations(runtime)])
  const refused = both.filter(({ status }) => status === 'rejected')
  expect(refused.length).toBeLessThanOrEqual(1)
  expect(await matchOrganisations(runtime)).toMatchObject({ organisations: 2 })
})
