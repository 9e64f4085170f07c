import { describe, expect, test } from 'vitest'
import { currentRankable } from '../../../src/actions/matching/current-catalogue.ts'
import { loadSnapshot, PART, storeSnapshot } from '../../../src/actions/matching/stored-snapshot.ts'
import { matchOrganisations } from '../../../src/actions/organisations/match-organisations.ts'
import { instantOf } from '../../../src/base/date.ts'
import { putOpportunities } from '../../../src/db/opportunity-versions.ts'
import { findSnapshot, putSnapshot, putSnapshotPart } from '../../../src/db/snapshots.ts'
import type { Opportunity } from '../../../src/domain/opportunity.ts'
import { writeSnapshot } from '../../../src/matching/catalogue/snapshot.ts'
import { prepareCatalogue } from '../../../src/matching/match.ts'
import type { Runtime } from '../../../src/runtime.ts'
import { benchOpportunities } from '../../support/bench-data.ts'
import { anOpportunity, opportunityId } from '../../support/builders.ts'
import { databases } from '../../support/databases.ts'
import { LEARNT } from '../../support/learnt.ts'
import { aRuntime } from '../../support/runtime.ts'

const MADE_AT = new Date('2026-06-01T05:00:00Z')
const put = ({ db }: Pick<Runtime, 'db'>, ...calls: Opportunity[]) =>
  db.commit(
    putOpportunities(
      db,
      calls.map((opportunity) => ({ opportunity, changed: [], revision: 'r' })),
    ),
  )

describe.for(databases)('a snapshot on %s', ([, open]) => {
  test('of several parts is loaded as it was stored, and takes the place of the one before', async () => {
    const db = await open()
    const rankable = prepareCatalogue(LEARNT, benchOpportunities(2_000))
    expect(writeSnapshot(rankable).length).toBeGreaterThan(PART)
    await storeSnapshot(db, 'first', { rankable: prepareCatalogue(LEARNT, []), madeAt: MADE_AT })
    await storeSnapshot(db, 'second', { rankable, madeAt: MADE_AT })
    const loaded = await loadSnapshot(db, 'second')
    expect(loaded?.madeAt).toEqual(MADE_AT)
    expect(loaded && writeSnapshot(loaded.rankable)).toEqual(writeSnapshot(rankable))
    expect(await loadSnapshot(db, 'first')).toBeNull()
    const heads = await db.query.selectFrom('snapshot_parts').select('edition').distinct().execute()
    expect(heads.map(({ edition }) => edition.split(' ')[0])).toEqual(['second'])
  })

  test('that two runs write at once is of one of them, or none, and never of both', async () => {
    const db = await open()
    const madeAt = instantOf(MADE_AT)
    const late = { edition: 'same', madeAt: instantOf(new Date(MADE_AT.getTime() + 1)), parts: 1 }
    const rankable = prepareCatalogue(LEARNT, benchOpportunities(5))
    await db.commit([putSnapshotPart(db, late, { part: 0, body: 'AAAA' })])
    await storeSnapshot(db, 'same', { rankable, madeAt: MADE_AT })
    expect((await findSnapshot(db, 'same'))?.madeAt).toBe(madeAt)
    expect(writeSnapshot((await loadSnapshot(db, 'same'))?.rankable ?? prepareCatalogue(LEARNT, []))).toEqual(
      writeSnapshot(rankable),
    )
    // The other run's head comes last, and its part went with what was not the newest.
    await db.commit(putSnapshot(db, late))
    expect(await loadSnapshot(db, 'same')).toBeNull()
  })

  test('that is damaged, or lacks its head or a part, is as good as none', async () => {
    const db = await open()
    const rankable = prepareCatalogue(LEARNT, benchOpportunities(5))
    const head = { madeAt: instantOf(MADE_AT), parts: 1 }
    await db.commit([putSnapshotPart(db, { edition: 'begun', ...head }, { part: 0, body: 'AAAA' })])
    expect(await loadSnapshot(db, 'begun')).toBeNull()
    await storeSnapshot(db, 'whole', { rankable, madeAt: MADE_AT })
    await db.commit([putSnapshotPart(db, { edition: 'whole', ...head }, { part: 0, body: 'AAAA' })])
    expect(await loadSnapshot(db, 'whole')).toBeNull()
    const spoilt = { part: 0, body: 'no base64 at all!' }
    await db.commit([putSnapshotPart(db, { edition: 'whole', ...head }, spoilt)])
    expect(await loadSnapshot(db, 'whole')).toBeNull()
    await db.commit([db.query.deleteFrom('snapshot_parts')])
    expect(await loadSnapshot(db, 'whole')).toBeNull()
  })

  test('is stored by the job once, and again when an opportunity says something else', async () => {
    const runtime = aRuntime({ db: await open() })
    const editions = async () =>
      (await runtime.db.query.selectFrom('snapshots').selectAll().execute()).map(({ edition }) => edition)
    await put(runtime, anOpportunity({ id: opportunityId('a') }))
    await matchOrganisations(runtime)
    const first = await editions()
    expect(first).toHaveLength(1)
    await matchOrganisations(runtime)
    expect(await editions()).toEqual(first)
    await put(runtime, anOpportunity({ id: opportunityId('a'), version: 2, title: 'Other' }))
    await matchOrganisations(runtime)
    const second = await editions()
    expect(second).toHaveLength(1)
    expect(second).not.toEqual(first)
  })

  test('serves whoever comes next, without a text being read, as long as it is as of now', async () => {
    const runtime = aRuntime({ db: await open() })
    await put(runtime, anOpportunity({ id: opportunityId('a') }))
    await matchOrganisations(runtime)
    const { db, now } = runtime
    // Another isolate has a door of its own to the same data, and knows nothing.
    const reads: string[] = []
    const other = { ...db, query: db.query.withPlugin(watching(reads)) }
    const { rankable } = await currentRankable(other, now())
    expect(rankable.ids).toEqual(['a'])
    expect(reads.filter((table) => table === 'snapshot_parts')).toHaveLength(1)
    expect((await currentRankable(other, now())).rankable).toBe(rankable)
    const earlier = new Date(now().getTime() - 1)
    const asOfEarlier = await currentRankable({ ...db }, earlier)
    expect(asOfEarlier.rankable.ids).toEqual(['a'])
    expect((await findSnapshot(db, (await onlyEdition(db)) ?? ''))?.madeAt).toBe(instantOf(now()))
  })
})

const onlyEdition = async (db: Runtime['db']) =>
  (await db.query.selectFrom('snapshots').select('edition').executeTakeFirst())?.edition

/** Writes down which tables are read. */
const watching = (reads: string[]) => ({
  transformQuery({ node }: { node: unknown }) {
    const [, table] =
      /"identifier":\{"kind":"IdentifierNode","name":"(\w+)"\}/.exec(JSON.stringify(node)) ?? []
    if (table !== undefined) reads.push(table)
    return node as never
  },
  transformResult: async ({ result }: { result: unknown }) => result as never,
})
