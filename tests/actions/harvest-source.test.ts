import { describe, expect, test } from 'vitest'
import { collectOpportunities } from '../../src/actions/opportunities/collect.ts'
import { harvestSource } from '../../src/actions/opportunities/harvest-source.ts'
import { replayQuarantine } from '../../src/actions/opportunities/replay-quarantine.ts'
import { instantOf } from '../../src/base/date.ts'
import type { Database } from '../../src/db/database.ts'
import { findProgress } from '../../src/db/harvest-runs.ts'
import { listOpportunities } from '../../src/db/opportunities.ts'
import { listVersions } from '../../src/db/opportunity-versions.ts'
import { listSourceHealth } from '../../src/db/source-health.ts'
import type { SourceEntry } from '../../src/domain/source.ts'
import type { Runtime } from '../../src/runtime.ts'
import { aPackage, aRelease, type Json } from '../fixtures/ocds/releases.ts'
import { databases } from '../support/databases.ts'
import { aRuntime } from '../support/runtime.ts'
import { anOcdsSource } from '../support/sources.ts'

const SETTINGS = { windowHours: 48, lookbackDays: 1, overlapMinutes: 0, paceMs: 0 }
const URL_OF_SOURCE = 'https://notices.example/api/search'
const entry = (settings: Json = {}): SourceEntry =>
  anOcdsSource({ url: URL_OF_SOURCE, settings: { ...SETTINGS, ...settings } })

type Answer = string | Response | (() => Promise<Response>)

/** A runtime whose network gives these answers in turn, the last one again and again. */
function runtimeOn(db: Database, answers: readonly Answer[], over: Partial<Runtime> = {}) {
  const asked: string[] = []
  let now = new Date('2026-06-01T12:00:00Z')
  const fetch = async (input: string | URL | Request) => {
    const answer = answers[Math.min(asked.length, answers.length - 1)] ?? ''
    asked.push(String(input))
    if (typeof answer === 'function') return answer()
    return typeof answer === 'string' ? new Response(answer) : answer.clone()
  }
  const runtime = aRuntime({
    db,
    fetch,
    now: () => now,
    newId: () => crypto.randomUUID(),
    registry: { sample: false, sources: [entry()] },
    ...over,
  })
  const later = (hours: number) => {
    now = new Date(now.getTime() + hours * 3_600_000)
  }
  return { runtime, asked, later }
}

const numbered = (n: number, over: Json = {}, tender: Json = {}) =>
  aRelease({ ocid: `ocds-test-${n}`, id: `release-${n}`, ...over }, { title: `Call ${n}`, ...tender })
const next = (cursor: string) => `${URL_OF_SOURCE}?cursor=${cursor}`

async function titles(db: Database) {
  const { items } = await listOpportunities(
    db,
    instantOf(new Date('2026-06-01T12:00:00Z')),
    { status: 'any', kind: null },
    { after: null, limit: 100 },
  )
  return items.map(({ title }) => title).sort()
}

describe.for(databases)('a harvest into %s', ([, open]) => {
  test('stores every page, and the same again changes nothing', async () => {
    const db = await open()
    const { runtime, later } = runtimeOn(db, [
      aPackage([numbered(1), numbered(2)], next('b')),
      aPackage([numbered(3)]),
      aPackage([numbered(1), numbered(2), numbered(3)]),
    ])
    const first = await harvestSource(runtime, entry())
    expect(first).toMatchObject({ finished: true, error: null, counts: { pages: 2, seen: 3, new: 3 } })
    later(6)
    const second = await harvestSource(runtime, entry())
    expect(second.counts).toMatchObject({ seen: 3, new: 0, changed: 0, unchanged: 3 })
    expect(await titles(db)).toEqual(['Call 1', 'Call 2', 'Call 3'])
    expect(await db.query.selectFrom('opportunity_versions').selectAll().execute()).toHaveLength(3)
  })

  test('a change makes a version with the names of what changed, and the check is noted either way', async () => {
    const db = await open()
    const amended = numbered(
      1,
      { date: '2026-06-01T15:00:00+01:00', id: 'release-1b', tag: ['tenderAmendment'] },
      { tenderPeriod: { endDate: '2026-07-24T12:00:00+01:00' } },
    )
    const { runtime, later } = runtimeOn(db, [
      aPackage([numbered(1), numbered(2)]),
      aPackage([amended, numbered(2)]),
    ])
    await harvestSource(runtime, entry())
    later(6)
    expect((await harvestSource(runtime, entry())).counts).toMatchObject({ changed: 1, unchanged: 1 })
    const rows = await db.query
      .selectFrom('opportunities')
      .select(['id', 'title', 'last_checked_at', 'last_changed_at'])
      .orderBy('title')
      .execute()
    expect(rows.map(({ last_checked_at }) => last_checked_at)).toEqual(
      Array(2).fill('2026-06-01T18:00:00.000Z'),
    )
    expect(rows[1]?.last_changed_at).toBe('2026-06-01T12:00:00.000Z')
    const versions = await listVersions(db, rows[0]?.id as never)
    expect(versions.map(({ changed }) => changed)).toEqual([['deadline'], []])
  })

  test('one bad record is kept with its reason, and the page goes on', async () => {
    const db = await open()
    const { runtime } = runtimeOn(db, [aPackage([numbered(1), numbered(2, {}, { title: 7 }), numbered(3)])])
    const run = await harvestSource(runtime, entry())
    expect(run.counts).toMatchObject({ seen: 3, new: 2, quarantined: 1 })
    const [bad] = await db.query.selectFrom('quarantine').selectAll().execute()
    expect(bad).toMatchObject({ source_id: 'notices', source_key: 'ocds-test-2' })
    expect(bad?.reason).toContain('title')
    expect(bad?.record).toContain('ocds-test-2')
    expect(bad?.record).not.toContain('Jane Smith')
    expect(await listSourceHealth(db)).toMatchObject([{ sourceId: 'notices', waiting: 1 }])
  })

  test('the same bad record at the next harvest is still one', async () => {
    const db = await open()
    const { runtime, later } = runtimeOn(db, [aPackage([numbered(2, {}, { title: 7 })])])
    await harvestSource(runtime, entry())
    later(6)
    await harvestSource(runtime, entry())
    expect(await db.query.selectFrom('quarantine').selectAll().execute()).toHaveLength(1)
  })

  test('a record in quarantine is read when its connector can, and counted when it still cannot', async () => {
    const db = await open()
    const { runtime } = runtimeOn(db, [
      aPackage([numbered(1, {}, { title: 7 }), numbered(2, {}, { title: 7 })]),
    ])
    await harvestSource(runtime, entry())
    // As if a newer connector could read the first.
    const [first] = await db.query.selectFrom('quarantine').selectAll().execute()
    const mended = JSON.stringify(numbered(1))
    await db.commit([
      db.query
        .updateTable('quarantine')
        .set({ record: mended })
        .where('id', '=', first?.id ?? ''),
    ])
    expect(await replayQuarantine(runtime)).toEqual({ tried: 2, settled: 1, waiting: 1 })
    expect(await titles(db)).toEqual(['Call 1'])
    expect(await replayQuarantine(runtime)).toEqual({ tried: 1, settled: 0, waiting: 1 })
    const [waiting] = await db.query
      .selectFrom('quarantine')
      .selectAll()
      .where('settled_at', 'is', null)
      .execute()
    expect(waiting?.tries).toBe(3)
  })

  test('a harvest that dies between pages goes on at the next page', async () => {
    const db = await open()
    const dies: Answer = () => Promise.reject(new Error('the power went'))
    const first = runtimeOn(db, [aPackage([numbered(1)], next('b')), dies])
    expect(await harvestSource(first.runtime, entry())).toMatchObject({ finished: false, counts: { new: 1 } })
    const second = runtimeOn(db, [aPackage([numbered(2)])])
    expect(await harvestSource(second.runtime, entry())).toMatchObject({ finished: true, counts: { new: 1 } })
    expect(second.asked).toEqual([`${URL_OF_SOURCE}?cursor=b`])
    expect(await titles(db)).toEqual(['Call 1', 'Call 2'])
  })

  test('when its budget is spent it stops after a page, and the next run goes on', async () => {
    const db = await open()
    const pages = [
      aPackage([numbered(1)], next('b')),
      aPackage([numbered(2)], next('c')),
      aPackage([numbered(3)]),
    ]
    const { runtime } = runtimeOn(db, pages)
    const small = { ms: 60_000, statements: 20 }
    const runs = []
    for (let i = 0; i < 3; i += 1) runs.push(await harvestSource(runtime, entry(), small))
    expect(runs.map(({ finished }) => finished)).toEqual([false, false, true])
    expect(Math.max(...runs.map(({ statements }) => statements))).toBeLessThanOrEqual(20)
    expect(await titles(db)).toEqual(['Call 1', 'Call 2', 'Call 3'])
  })

  test('a source that asks for silence is left alone until it is over', async () => {
    const db = await open()
    const throttle = [{ status: 403, waitMs: 300_000 }]
    const { runtime, asked, later } = runtimeOn(db, [
      aPackage([numbered(1)], next('b')),
      new Response('Forbidden', { status: 403 }),
      aPackage([numbered(2)]),
    ])
    const stopped = await harvestSource(runtime, entry({ throttle }))
    expect(stopped).toMatchObject({ finished: false, counts: { new: 1 } })
    expect((await findProgress(db, 'notices'))?.notBefore).toBe('2026-06-01T12:05:00.000Z')
    later(1 / 60)
    const early = await harvestSource(runtime, entry({ throttle }))
    expect(early.error).toContain('asked for no requests before')
    expect(asked).toHaveLength(2)
    later(5 / 60)
    expect(await harvestSource(runtime, entry({ throttle }))).toMatchObject({
      finished: true,
      counts: { new: 1 },
    })
  })

  test.for([
    { fault: 'half a page', answer: '{"releases": [{"ocid"' },
    { fault: 'a page for people', answer: '<html>Sorry</html>' },
    { fault: 'a page that points at itself', answer: aPackage([], next('x')) },
    { fault: 'a next page elsewhere', answer: aPackage([], 'https://evil.example/api') },
    { fault: 'a refusal', answer: new Response('{"exception":"unknown parameter"}', { status: 400 }) },
    { fault: 'a server in trouble', answer: new Response('', { status: 500 }) },
  ])('$fault stops the harvest with a clear error and loses nothing', async ({ answer }) => {
    const db = await open()
    const { runtime } = runtimeOn(db, [aPackage([numbered(1)], next('b')), answer])
    const run = await harvestSource(runtime, entry())
    expect(run).toMatchObject({ finished: false, counts: { new: 1 } })
    expect(run.error).toMatch(/notices\.example|Example Notices/)
    expect(await titles(db)).toEqual(['Call 1'])
    expect((await listSourceHealth(db))[0]?.lastRun?.error).toBe(run.error)
    // The next run carries on where this one stopped.
    const again = runtimeOn(db, [aPackage([numbered(2)])])
    expect(await harvestSource(again.runtime, entry())).toMatchObject({ finished: true, counts: { new: 1 } })
  })

  test('a page that is refused again after its window began again is a fault, not another beginning', async () => {
    const db = await open()
    const refused = new Response('{"exception":"unknown cursor"}', { status: 400 })
    const first = aPackage([numbered(1)], next('b'))
    const { runtime, asked } = runtimeOn(db, [first, refused, refused, first, refused])
    expect(await harvestSource(runtime, entry())).toMatchObject({ error: expect.stringContaining('400') })
    expect(await harvestSource(runtime, entry())).toMatchObject({ error: expect.stringContaining('400') })
    expect(asked).toHaveLength(5)
  })

  test('a cancellation on the first page keeps the call on the next from coming in as open', async () => {
    const db = await open()
    const cancelled = numbered(1, { date: '2026-06-01T16:00:00+01:00', tag: ['tenderCancellation'] })
    const { runtime } = runtimeOn(db, [
      aPackage([cancelled], next('b')),
      aPackage([numbered(1), numbered(2)]),
    ])
    await harvestSource(runtime, entry())
    expect(await titles(db)).toEqual(['Call 2'])
  })

  test('a bad newest release stays in quarantine though an older one is read after it', async () => {
    const db = await open()
    const newest = numbered(1, { id: 'release-1b', date: '2026-06-01T16:00:00+01:00' }, { title: 7 })
    const { runtime, later } = runtimeOn(db, [
      aPackage([newest], next('b')),
      aPackage([numbered(1)]),
      aPackage([numbered(1, { date: '2026-06-01T17:00:00+01:00' })]),
    ])
    const waiting = async () => (await listSourceHealth(db))[0]?.waiting
    await harvestSource(runtime, entry())
    expect(await waiting()).toBe(1)
    later(6)
    await harvestSource(runtime, entry())
    expect(await waiting()).toBe(0)
  })

  test('when its time is over it stops after a page', async () => {
    const db = await open()
    let now = Date.parse('2026-06-01T12:00:00Z')
    const pages = [aPackage([numbered(1)], next('b')), aPackage([numbered(2)])]
    const slow = () => {
      now += 1_000
      return new Date(now)
    }
    const { runtime } = runtimeOn(db, pages, { now: slow })
    const run = await harvestSource(runtime, entry(), { ms: 2_000, statements: 10_000 })
    expect(run).toMatchObject({ finished: false, error: null, counts: { pages: 1 } })
  })

  test('a record too large for the database goes to quarantine, cut, and the page goes on', async () => {
    const db = await open()
    const huge = numbered(1, {}, { description: 'x '.repeat(1_500_000) })
    const { runtime } = runtimeOn(db, [aPackage([huge, numbered(2)])])
    expect((await harvestSource(runtime, entry())).counts).toMatchObject({ new: 1, quarantined: 1 })
    const [bad] = await db.query.selectFrom('quarantine').selectAll().execute()
    expect(bad?.record.length).toBeLessThan(500_000)
  })

  test('an award closes a call that was open, and one never seen is skipped', async () => {
    const db = await open()
    const award = { date: '2026-06-01T16:00:00+01:00', tag: ['award'] }
    const { runtime, later } = runtimeOn(db, [
      aPackage([numbered(1)]),
      aPackage([numbered(1, award), numbered(9, award)]),
    ])
    await harvestSource(runtime, entry())
    later(6)
    expect((await harvestSource(runtime, entry())).counts).toMatchObject({ changed: 1, skipped: 1 })
    const now = instantOf(new Date('2026-06-01T18:00:00Z'))
    const page = { after: null, limit: 10 }
    expect((await listOpportunities(db, now, { status: 'open', kind: null }, page)).items).toEqual([])
    expect((await listOpportunities(db, now, { status: 'closed', kind: null }, page)).items).toHaveLength(1)
  })
})

describe('collecting from all sources', () => {
  const [, openSqlite] = databases[0] ?? []
  const both = (good: SourceEntry, bad: SourceEntry) => ({ sample: false, sources: [bad, good] })

  test('one failing source does not stop the others', async () => {
    const db = (await openSqlite?.()) as Database
    const bad = anOcdsSource({ id: 'broken', url: URL_OF_SOURCE, settings: { limit: 'many' } })
    const { runtime } = runtimeOn(db, [aPackage([numbered(1)])], { registry: both(entry(), bad) })
    const counts = await collectOpportunities(runtime, { only: null, evenIfNotDue: false })
    expect(counts).toMatchObject({ sources: 2, failed: 1, new: 1 })
  })

  test('a source is not harvested again before its hours are over, unless a person asks', async () => {
    const db = (await openSqlite?.()) as Database
    const { runtime, later } = runtimeOn(db, [aPackage([numbered(1)])])
    const collect = (evenIfNotDue: boolean) => collectOpportunities(runtime, { only: null, evenIfNotDue })
    expect(await collect(false)).toMatchObject({ sources: 1 })
    later(23)
    expect(await collect(false)).toMatchObject({ sources: 0 })
    expect(await collect(true)).toMatchObject({ sources: 1 })
    later(24)
    expect(await collect(false)).toMatchObject({ sources: 1 })
  })

  test('what one source spends is not there for the next, which waits for another run', async () => {
    const db = (await openSqlite?.()) as Database
    const other = { ...entry(), id: 'other' }
    const registry = { sample: false, sources: [entry(), other] }
    const { runtime } = runtimeOn(db, [aPackage([numbered(1)])], {
      registry,
      budget: { ms: 60_000, statements: 30 },
    })
    const collect = () => collectOpportunities(runtime, { only: null, evenIfNotDue: false })
    expect(await collect()).toMatchObject({ sources: 1, new: 1 })
    expect(await collect()).toMatchObject({ sources: 1, new: 1 })
  })

  test('a source that rests is no failure', async () => {
    const db = (await openSqlite?.()) as Database
    const busy = new Response('', { status: 429, headers: { 'Retry-After': '99999999999' } })
    const { runtime } = runtimeOn(db, [busy])
    const counts = await collectOpportunities(runtime, { only: null, evenIfNotDue: true })
    expect(counts).toMatchObject({ failed: 0, resting: 1 })
  })

  test('an unknown source is refused with the names of those there are', async () => {
    const db = (await openSqlite?.()) as Database
    const { runtime } = runtimeOn(db, [''])
    const collect = collectOpportunities(runtime, { only: 'nobody', evenIfNotDue: true })
    await expect(collect).rejects.toThrow('There is no source nobody. The sources are: notices')
  })
})
