import { beforeEach, describe, expect, test } from 'vitest'
import { findDuplicates } from '../../src/actions/duplicates/find-duplicates.ts'
import { undoDecision } from '../../src/actions/duplicates/undo-decision.ts'
import { closeOpportunity } from '../../src/actions/rechecks/close-opportunity.ts'
import { confirmOpportunity } from '../../src/actions/rechecks/confirm-opportunity.ts'
import { freshnessOf } from '../../src/actions/rechecks/freshness.ts'
import { listRechecks } from '../../src/actions/rechecks/list-rechecks.ts'
import { reportMistake } from '../../src/actions/rechecks/report-mistake.ts'
import { undoCheck } from '../../src/actions/rechecks/undo-check.ts'
import { type Instant, instantOf } from '../../src/base/date.ts'
import { listLatestChecks } from '../../src/db/checks.ts'
import type { Database } from '../../src/db/database.ts'
import { findOpportunity, listOpportunities } from '../../src/db/opportunities.ts'
import { putOpportunities } from '../../src/db/opportunity-versions.ts'
import type { Opportunity } from '../../src/domain/opportunity.ts'
import type { Runtime } from '../../src/runtime.ts'
import { anOpportunity, aProvenance, aSource, opportunityId } from '../support/builders.ts'
import { databases } from '../support/databases.ts'
import { aRuntime } from '../support/runtime.ts'

const A = opportunityId('a')
const B = opportunityId('b')
const LONG_AGO = '2026-03-01T05:00:00.000Z' as Instant

/** A record of the same call, told by a source of its own; a is seen first and so shown. */
const aRecord = (id: 'a' | 'b', over: Partial<Opportunity> = {}): Opportunity =>
  anOpportunity({
    id: opportunityId(id),
    provenance: aProvenance({ sourceId: `source-${id}`, key: id }),
    ...over,
  })

describe.for(databases)('what people find of a call that several sources tell, in %s', ([, open]) => {
  let db: Database
  let runtime: Runtime
  let now: number
  beforeEach(async () => {
    db = await open()
    now = Date.parse('2026-06-01T12:00:00Z')
    runtime = aRuntime({
      db,
      now: () => new Date(now),
      newId: () => crypto.randomUUID(),
      registry: { sample: false, sources: [aSource({ id: 'source-a' }), aSource({ id: 'source-b' })] },
    })
  })
  const put = (...opportunities: readonly Opportunity[]) =>
    db.commit(
      putOpportunities(
        db,
        opportunities.map((opportunity) => ({ opportunity, changed: [], revision: 'r1' })),
      ),
    )
  const anHourLater = () => {
    now += 3_600_000
    return findDuplicates(runtime)
  }
  const listed = async () => {
    const filter = { status: 'open', kind: null } as const
    const page = { after: null, limit: 9 }
    return (await listOpportunities(db, instantOf(new Date(now)), filter, page)).items.map(({ id }) => id)
  }
  const find = async (id: typeof A) => {
    const found = await findOpportunity(db, id)
    if (!found) throw new RangeError(`There is no ${id}`)
    return found
  }
  /** Takes back what was found last of a call, by the check of that record of it. */
  const undo = async (id: typeof A) => {
    const rows = await db.query.selectFrom('checks').selectAll().where('undone_at', 'is', null).execute()
    const check = rows.find((it) => it.opportunity_id === id) ?? rows[0]
    await undoCheck(runtime, check?.id ?? 'none')
    return check?.id ?? 'none'
  }
  const queue = async () =>
    (await listRechecks(runtime, 9)).items.map(({ opportunity, mistakes }) => [
      opportunity.id,
      mistakes.map(({ what }) => what),
    ])

  test('closed, stays so, whichever record is pressed, and is open again when that is taken back', async () => {
    await put(aRecord('a'), aRecord('b'))
    await findDuplicates(runtime)
    for (const [pressed, undone] of [
      [A, B],
      [B, A],
    ] as const) {
      expect(await closeOpportunity(runtime, pressed)).toMatchObject({ id: 'a', ended: 'closed_early' })
      expect(await listed()).toEqual([])
      await anHourLater()
      expect(await listed()).toEqual([])
      await expect(closeOpportunity(runtime, B)).rejects.toThrow('over already')
      expect((await listLatestChecks(db, 9)).map(({ check }) => check.outcome)).toEqual(['closed'])

      const check = await undo(undone)
      await anHourLater()
      expect(await listed()).toEqual(['a'])
      expect((await find(A)).ended).toBeNull()
      expect((await find(B)).ended).toBeNull()
      // Pressed twice.
      const { version } = await find(A)
      await undoCheck(runtime, check)
      expect((await find(A)).version).toBe(version)
      await anHourLater()
    }
  })

  test('closed, is shown as a source tells it that says something new, and only the others are taken back', async () => {
    await put(aRecord('a'), aRecord('b'))
    await findDuplicates(runtime)
    await closeOpportunity(runtime, A)
    await put(aRecord('b', { version: 3, summary: 'Open again, with more money.' }))
    await anHourLater()
    expect(await listed()).toEqual(['b'])
    await undo(B)
    expect(await find(A)).toMatchObject({ ended: null, version: 3 })
    expect(await find(B)).toMatchObject({ ended: null, version: 3 })
  })

  test('closed, and kept apart afterwards, is closed in each source', async () => {
    await put(aRecord('a'), aRecord('b'))
    await findDuplicates(runtime)
    await closeOpportunity(runtime, A)
    await undoDecision(runtime, A, B)
    expect(await listed()).toEqual([])
    await undo(B)
    expect(await listed()).toEqual(['b'])
  })

  test('reported as wrong, warns and waits for a check whichever record comes to be shown', async () => {
    await put(aRecord('a'), aRecord('b'))
    await findDuplicates(runtime)
    await reportMistake(runtime, A, { what: 'deadline', words: null })
    await reportMistake(runtime, B, { what: 'amount', words: null })
    expect(await queue()).toEqual([['a', expect.arrayContaining(['amount', 'deadline'])]])
    expect(await freshnessOf(runtime, await find(A))).toMatchObject({ mistakes: 2 })
    await put(aRecord('a', { version: 2, ended: 'withdrawn' }))
    await anHourLater()
    expect(await listed()).toEqual(['b'])
    expect(await queue()).toEqual([['b', expect.arrayContaining(['amount', 'deadline'])]])
    expect(await freshnessOf(runtime, await find(B))).toMatchObject({ mistakes: 2 })
  })

  test('found still right, counts as checked whichever record comes to be shown', async () => {
    const old = (id: 'a' | 'b', over: Partial<Opportunity> = {}) =>
      aRecord(id, {
        provenance: aProvenance({ sourceId: `source-${id}`, key: id, lastCheckedAt: LONG_AGO }),
        ...over,
      })
    await put(old('a'), old('b'))
    await findDuplicates(runtime)
    expect(await queue()).toEqual([['a', []]])
    await confirmOpportunity(runtime, A)
    const checkedAt = instantOf(new Date(now))
    expect(await queue()).toEqual([])
    await put(old('a', { version: 2, ended: 'withdrawn' }))
    await anHourLater()
    expect(await listed()).toEqual(['b'])
    expect(await queue()).toEqual([])
    expect(await freshnessOf(runtime, await find(B))).toMatchObject({ lastCheckedAt: checkedAt })
    await undo(B)
    expect(await queue()).toEqual([['b', []]])
  })
})
