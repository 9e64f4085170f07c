import { describe, expect, test } from 'vitest'
import { readAgain } from '../../src/actions/opportunities/read-again.ts'
import { storePage } from '../../src/actions/opportunities/store-page.ts'
import type { Instant } from '../../src/base/date.ts'
import type { Database } from '../../src/db/database.ts'
import { listRecords } from '../../src/db/records.ts'
import { NO_DEADLINE_KNOWN } from '../../src/domain/deadline.ts'
import { aContent, aSource, rules } from '../support/builders.ts'
import { databases } from '../support/databases.ts'
import { aRuntime } from '../support/runtime.ts'

const SAYS = 'The deadline for applications is noon on 3 July. Grants of up to £5,000 are available.'

const source = aSource()

/** Stores calls, read by the reader of today, of which each closes on 3 July. */
async function store(db: Database, keys: readonly string[]) {
  let ids = 0
  const runtime = aRuntime({ db, newId: () => `id-${++ids}` })
  const readings = keys.map((key) => ({
    outcome: 'opportunity' as const,
    key,
    revision: 'r',
    releasedAt: '2026-04-01T09:00:00.000Z' as Instant,
    content: aContent({
      description: SAYS,
      awardMax: null,
      awardMin: null,
      deadline: NO_DEADLINE_KNOWN,
      rules: rules(),
    }),
  }))
  const { statements } = await storePage(
    runtime,
    source,
    readings.map((reading) => ({ text: '', reading })),
  )
  await db.commit(statements)
}

/** Makes the stored readings those of a reader that did not see amounts, and was another. */
async function readByAnother(db: Database) {
  const rows = await db.query.selectFrom('opportunities').select(['id', 'content']).execute()
  for (const { id, content } of rows) {
    const stored = JSON.parse(content)
    const { awardMax: _, ...quotes } = stored.fromWords.quotes
    const other = { ...stored, awardMax: null, fromWords: { ...stored.fromWords, reader: 0, quotes } }
    await db.commit([
      db.query
        .updateTable('opportunities')
        .set({ content: JSON.stringify(other) })
        .where('id', '=', id),
    ])
  }
  await db.commit([db.query.deleteFrom('meta').where('key', '=', 'reader')])
}

const later = (over = {}) => ({ ...over, now: () => new Date('2026-06-02T12:00:00Z') })
const stored = async (db: Database, key: string) =>
  (await listRecords(db, source.id, [key])).get(key)?.opportunity

describe.for(databases)('words that another reader read, on %s', ([, open]) => {
  test('are read again, and what is found makes a version that is no change of the funder', async () => {
    const db = await open()
    await store(db, ['k1'])
    await readByAnother(db)
    expect((await stored(db, 'k1'))?.awardMax).toBeNull()
    expect(await readAgain(aRuntime(later({ db })))).toEqual({ read: 1, changed: 1 })
    expect(await stored(db, 'k1')).toMatchObject({
      awardMax: 500_000,
      version: 2,
      materialVersion: 1,
      deadline: { rounds: [{ closesOn: '2026-07-03' }] },
      provenance: { lastCheckedAt: '2026-06-01T12:00:00.000Z', lastChangedAt: '2026-06-01T12:00:00.000Z' },
    })
  })

  test('are read once: the next run finds nothing to do', async () => {
    const db = await open()
    await store(db, ['k1', 'k2'])
    await readByAnother(db)
    await readAgain(aRuntime(later({ db })))
    expect(await readAgain(aRuntime(later({ db })))).toEqual({ read: 0, changed: 0 })
  })

  test('make no version when nothing else is found', async () => {
    const db = await open()
    await store(db, ['k1'])
    const row = await db.query.selectFrom('opportunities').select('content').executeTakeFirstOrThrow()
    const old = row.content.replace(/"reader":\d+/, '"reader":0')
    await db.commit([db.query.updateTable('opportunities').set({ content: old })])
    expect(await readAgain(aRuntime(later({ db })))).toEqual({ read: 1, changed: 0 })
    expect(await stored(db, 'k1')).toMatchObject({ version: 1, fromWords: { reader: expect.any(Number) } })
    expect((await stored(db, 'k1'))?.fromWords?.reader).toBeGreaterThan(0)
  })

  test('are read on by the next run when the budget is spent', async () => {
    const db = await open()
    await store(
      db,
      Array.from({ length: 150 }, (_, at) => `k${at}`),
    )
    await readByAnother(db)
    const budget = { ms: 60_000, statements: 200 }
    expect(await readAgain(aRuntime(later({ db, budget })))).toEqual({ read: 100, changed: 100 })
    expect(await readAgain(aRuntime(later({ db, budget })))).toEqual({ read: 50, changed: 50 })
    expect((await stored(db, 'k149'))?.awardMax).toBe(500_000)
  })

  test('of what a person added stay as the person confirmed them', async () => {
    const db = await open()
    await store(db, ['k1'])
    await readByAnother(db)
    await db.commit([
      db.query.updateTable('opportunities').set({ source_id: 'by-hand' }),
      db.query.updateTable('records').set({ source_id: 'by-hand' }),
    ])
    expect(await readAgain(aRuntime(later({ db })))).toEqual({ read: 0, changed: 0 })
  })

  test('that are not kept stay as they were read, until their source brings them again', async () => {
    const db = await open()
    await store(db, ['k1'])
    await readByAnother(db)
    const row = await db.query.selectFrom('opportunities').select('content').executeTakeFirstOrThrow()
    const unkept = row.content.replace('"fromWords":{', '"fromWords":{"words":"0123456789abcdef",')
    await db.commit([db.query.updateTable('opportunities').set({ content: unkept })])
    expect(await readAgain(aRuntime(later({ db })))).toEqual({ read: 0, changed: 0 })
    expect((await stored(db, 'k1'))?.deadline.rounds[0]?.closesOn).toBe('2026-07-03')
  })

  test('of a call that is over stay as they were read', async () => {
    const db = await open()
    await store(db, ['k1'])
    await readByAnother(db)
    const after = { db, now: () => new Date('2026-08-01T12:00:00Z') }
    expect(await readAgain(aRuntime(after))).toEqual({ read: 0, changed: 0 })
  })
})
