import { beforeEach, describe, expect, test } from 'vitest'
import { storePage } from '../../src/actions/opportunities/store-page.ts'
import { closeOpportunity } from '../../src/actions/rechecks/close-opportunity.ts'
import { confirmOpportunity } from '../../src/actions/rechecks/confirm-opportunity.ts'
import { freshnessOf } from '../../src/actions/rechecks/freshness.ts'
import { listRechecks } from '../../src/actions/rechecks/list-rechecks.ts'
import { reportMistake } from '../../src/actions/rechecks/report-mistake.ts'
import { settleMistake } from '../../src/actions/rechecks/settle-mistake.ts'
import { undoCheck } from '../../src/actions/rechecks/undo-check.ts'
import { type Instant, isoDate } from '../../src/base/date.ts'
import { listNewestChecks } from '../../src/db/checks.ts'
import type { Database } from '../../src/db/database.ts'
import { putFeedback } from '../../src/db/feedback.ts'
import { addHarvestRun, putProgress } from '../../src/db/harvest-runs.ts'
import { changeMerges } from '../../src/db/merges.ts'
import { findOpportunity } from '../../src/db/opportunities.ts'
import { putOpportunities } from '../../src/db/opportunity-versions.ts'
import { putOrganisations } from '../../src/db/organisations.ts'
import { closing } from '../../src/domain/deadline.ts'
import { MOST_WAITING } from '../../src/domain/mistake.ts'
import type { Opportunity, OpportunityContent, OpportunityId } from '../../src/domain/opportunity.ts'
import type { Runtime } from '../../src/runtime.ts'
import {
  aContent,
  aFeedback,
  aHarvestRun,
  anOpportunity,
  anOrganisation,
  aProvenance,
  aSource,
  opportunityId,
  organisationId,
} from '../support/builders.ts'
import { databases } from '../support/databases.ts'
import { putList } from '../support/lists.ts'
import { aRuntime } from '../support/runtime.ts'

const LONG_AGO = '2026-03-01T05:00:00.000Z' as Instant
const old = (id: string, over: Partial<Opportunity> = {}) =>
  anOpportunity({
    id: opportunityId(id),
    provenance: aProvenance({ key: id, lastCheckedAt: LONG_AGO }),
    ...over,
  })

describe.for(databases)('checking opportunities in %s', ([, open]) => {
  let db: Database
  let now = Date.parse('2026-06-01T12:00:00Z')
  let runtime: Runtime
  beforeEach(async () => {
    db = await open()
    now = Date.parse('2026-06-01T12:00:00Z')
    runtime = aRuntime({
      db,
      now: () => new Date(now),
      newId: () => crypto.randomUUID(),
      registry: { sample: false, sources: [aSource()] },
    })
  })
  const later = (minutes: number) => {
    now += minutes * 60_000
  }
  const put = (...opportunities: readonly Opportunity[]) =>
    db.commit(
      putOpportunities(
        db,
        opportunities.map((opportunity) => ({ opportunity, changed: [], revision: 'r1' })),
      ),
    )
  const queued = async () => (await listRechecks(runtime, 25)).items.map(({ opportunity }) => opportunity.id)
  const find = async (id: string) => {
    const found = await findOpportunity(db, opportunityId(id))
    if (!found) throw new RangeError(`There is no ${id}`)
    return found
  }
  /** What a harvest of the source does that offers the opportunity with the key `a` so. */
  const harvest = async (content: Partial<OpportunityContent>, revision: string) => {
    const reading = {
      outcome: 'opportunity',
      key: 'a',
      revision,
      releasedAt: '2026-06-01T05:00:00.000Z' as Instant,
      content: aContent(content),
    } as const
    const stored = await storePage(runtime, aSource(), [{ text: '', reading }])
    await db.commit(stored.statements)
    return stored.counts
  }
  /** Takes back the newest check of an opportunity. */
  const undo = async (id: OpportunityId) => {
    const check = (await listNewestChecks(db, [id])).get(id)
    await undoCheck(runtime, check?.id ?? 'none')
  }
  const stored = async () => {
    const { id } = await db.query.selectFrom('opportunities').select('id').executeTakeFirstOrThrow()
    return find(id)
  }

  describe('the queue', () => {
    test('has what is open and was not checked for long, and nothing else', async () => {
      await put(
        old('a'),
        old('over', { deadline: closing(isoDate('2026-05-01')) }),
        old('withdrawn', { ended: 'withdrawn' }),
        old('fresh', { provenance: aProvenance({ key: 'fresh' }) }),
      )
      expect(await queued()).toEqual(['a'])
    })

    test('is ordered by deadline and by how many follow', async () => {
      const closes = (day: string) => ({ deadline: closing(isoDate(day)) })
      await put(
        old('soon', closes('2026-06-05')),
        old('late', closes('2026-08-30')),
        old('listed', closes('2026-08-30')),
        old('liked', closes('2026-08-29')),
      )
      const [one, two, three] = [organisationId('o1'), organisationId('o2'), organisationId('o3')]
      const ids = [one, two, three]
      await db.commit(
        putOrganisations(
          db,
          LONG_AGO,
          ids.map((id) => anOrganisation({ id, reference: id })),
        ),
      )
      for (const id of ids) {
        await putList(db, id, [{ opportunityId: opportunityId('listed'), units: 1, verdict: 'eligible' }])
      }
      const liking = { opportunityId: opportunityId('liked'), reason: null, note: null } as const
      await db.commit([
        putFeedback(db, aFeedback({ ...liking, organisationId: one, verdict: 'good_match' })),
        putFeedback(db, aFeedback({ ...liking, organisationId: two, verdict: 'not_for_us' })),
        // Who has it in the list already is not counted twice.
        putFeedback(
          db,
          aFeedback({
            ...liking,
            opportunityId: opportunityId('listed'),
            organisationId: one,
            verdict: 'good_match',
          }),
        ),
      ])
      const { items, total } = await listRechecks(runtime, 3)
      expect(items.map(({ opportunity, followers }) => [opportunity.id, followers])).toEqual([
        ['soon', 0],
        ['listed', 3],
        ['liked', 1],
      ])
      expect(total).toBe(4)
    })

    test('is `14 / (14 + days left) × (1 + followers)`, a fifth without an end, five times that with a report', async () => {
      const inDays = (days: number) => ({
        deadline: closing(isoDate(new Date(now + days * 86_400_000).toISOString().slice(0, 10))),
      })
      // Urgencies of about 0.48, 0.35, 0.2 and 0.15; then 0.6 by a report on 0.12.
      await put(
        old('fortnight', inDays(14)),
        old('later', inDays(25)),
        old('rolling', { deadline: { kind: 'rolling', rounds: [], zone: 'Europe/London', note: null } }),
        old('last', inDays(80)),
        old('reported', inDays(100)),
      )
      await reportMistake(runtime, opportunityId('reported'), { what: 'amount', words: null })
      expect(await queued()).toEqual(['reported', 'fortnight', 'later', 'rolling', 'last'])
      for (const words of ['one', 'two', 'three']) {
        await reportMistake(runtime, opportunityId('reported'), { what: 'amount', words })
      }
      const { items, total } = await listRechecks(runtime, 2)
      expect([total, ...items.map(({ opportunity }) => opportunity.id)]).toEqual([5, 'reported', 'fortnight'])
      await db.commit(putOrganisations(db, LONG_AGO, [anOrganisation({ id: organisationId('o') })]))
      await putList(db, organisationId('o'), [
        { opportunityId: opportunityId('later'), units: 1, verdict: 'eligible' },
      ])
      expect(await queued()).toEqual(['later', 'reported', 'fortnight', 'rolling', 'last'])
    })

    test('counts the newest word of an organisation on what has taken the place of another, and not who says no', async () => {
      await put(old('kept'), old('hidden'))
      const ids = ['listed', 'likes', 'refuses', 'changed'].map(organisationId)
      const organisations = ids.map((id) => anOrganisation({ id, reference: id }))
      await db.commit(putOrganisations(db, LONG_AGO, organisations))
      for (const id of ids.filter((it) => it !== 'likes')) {
        await putList(db, id, [{ opportunityId: opportunityId('kept'), units: 1, verdict: 'eligible' }])
      }
      const say = (who: string, of: string, verdict: 'good_match' | 'not_for_us', givenAt: string) =>
        putFeedback(
          db,
          aFeedback({
            organisationId: organisationId(who),
            opportunityId: opportunityId(of),
            verdict,
            reason: null,
            note: null,
            givenAt: givenAt as Instant,
          }),
        )
      await db.commit([
        say('likes', 'hidden', 'good_match', '2026-05-01T09:00:00.000Z'),
        say('refuses', 'kept', 'not_for_us', '2026-05-01T09:00:00.000Z'),
        say('changed', 'kept', 'good_match', '2026-05-01T09:00:00.000Z'),
        say('changed', 'hidden', 'not_for_us', '2026-05-02T09:00:00.000Z'),
        ...changeMerges(
          db,
          LONG_AGO,
          [{ absorbed: opportunityId('hidden'), kept: opportunityId('kept'), keptVersion: 1 }],
          [],
        ),
      ])
      const { items } = await listRechecks(runtime, 25)
      expect(items.map(({ opportunity, followers }) => [opportunity.id, followers])).toEqual([['kept', 2]])
    })

    test('costs as many statements for many as for one', async () => {
      let statements = 0
      const counting = db.query.withPlugin({
        transformQuery({ node }) {
          statements += 1
          return node
        },
        transformResult: async ({ result }) => result,
      })
      const costOf = async () => {
        statements = 0
        const { items } = await listRechecks({ ...runtime, db: { ...db, query: counting } }, 25)
        return { items: items.length, statements }
      }
      await put(old('0'))
      const one = await costOf()
      await put(...Array.from({ length: 24 }, (_, i) => old(`${i + 1}`)))
      expect(await costOf()).toEqual({ items: 25, statements: one.statements })
      expect(one.statements).toBeGreaterThan(1)
    })

    test('asks sooner after what a source that lists everything no longer confirms', async () => {
      const provenance = aProvenance({ key: 'a', lastCheckedAt: '2026-05-24T05:00:00.000Z' as Instant })
      await put(old('a', { provenance }))
      expect(await queued()).toEqual([])
      const at = '2026-06-01T05:00:00.000Z' as Instant
      await db.commit([
        putProgress(db, 'example-fund', at, { state: null, notBefore: null, lastGoodAt: at }),
        addHarvestRun(db, aHarvestRun({ offered: 12 })),
      ])
      expect(await queued()).toEqual(['a'])
    })

    test('has what nothing reads any more', async () => {
      const provenance = aProvenance({
        sourceId: 'gone',
        lastCheckedAt: '2026-05-15T05:00:00.000Z' as Instant,
      })
      await put(old('a', { provenance }))
      expect(await queued()).toEqual(['a'])
    })
  })

  test('what a person finds still right counts as checked, until it is taken back', async () => {
    await put(old('a'))
    await confirmOpportunity(runtime, opportunityId('a'))
    expect(await queued()).toEqual([])
    expect(await freshnessOf(runtime, await find('a'))).toMatchObject({
      lastCheckedAt: '2026-06-01T12:00:00.000Z',
      check: { outcome: 'still_right' },
    })
    await undo(opportunityId('a'))
    expect(await queued()).toEqual(['a'])
    expect((await freshnessOf(runtime, await find('a'))).check).toBeNull()
  })

  test('undo that is pressed twice takes back the one check and no older one', async () => {
    await put(old('a'))
    const id = opportunityId('a')
    await closeOpportunity(runtime, id)
    later(60)
    await confirmOpportunity(runtime, id)
    const newest = (await listNewestChecks(db, [id])).get(id)
    expect(newest?.outcome).toBe('still_right')
    for (const _ of ['press', 'press again']) {
      await undoCheck(runtime, newest?.id ?? '')
      expect(await find('a')).toMatchObject({ ended: 'closed_early', version: 2 })
      expect((await listNewestChecks(db, [id])).get(id)?.outcome).toBe('closed')
    }
    for (const _ of ['press', 'press again']) {
      await undo(id).catch((error) => expect(error.message).toBe('There is no check none'))
      expect(await find('a')).toMatchObject({ ended: null, version: 3 })
    }
  })

  describe('what a person finds closed', () => {
    test('is closed, with who says so, and the same from its source changes nothing', async () => {
      await harvest({}, 'r1')
      const { id } = await stored()
      await closeOpportunity(runtime, id)
      expect(await stored()).toMatchObject({ ended: 'closed_early', version: 2, materialVersion: 2 })
      const versions = await db.query
        .selectFrom('opportunity_versions')
        .selectAll()
        .orderBy('version')
        .execute()
      expect(versions.map(({ revision, changed }) => [revision, changed])).toEqual([
        ['r1', '[]'],
        ['checked by a person', '["ended"]'],
      ])
      expect(await harvest({}, 'r1')).toMatchObject({ unchanged: 1 })
      // Some sources give each reading another name.
      expect(await harvest({}, 'r2')).toMatchObject({ unchanged: 1, changed: 0 })
      expect(await stored()).toMatchObject({ ended: 'closed_early', version: 2 })
    })

    test('is as its source says once that says something new', async () => {
      await harvest({}, 'r1')
      await closeOpportunity(runtime, (await stored()).id)
      const content = { deadline: closing(isoDate('2026-07-31')) }
      expect(await harvest(content, 'r2')).toMatchObject({ changed: 1 })
      expect(await stored()).toMatchObject({ ended: null, version: 3, ...content })
      // Nor does the old word of a person come back.
      expect(await harvest({}, 'r1')).toMatchObject({ changed: 1 })
      expect((await stored()).ended).toBeNull()
      await expect(undo((await stored()).id)).rejects.toThrow('something new')
    })

    test('is withdrawn when its source takes it back', async () => {
      await harvest({}, 'r1')
      await closeOpportunity(runtime, (await stored()).id)
      expect(await harvest({ ended: 'withdrawn' }, 'r2')).toMatchObject({ withdrawn: 1 })
      expect((await stored()).ended).toBe('withdrawn')
    })

    test('is open again when it is taken back, and its source is believed as before', async () => {
      await harvest({}, 'r1')
      const { id } = await stored()
      await closeOpportunity(runtime, id)
      later(1)
      await undo(id)
      expect(await stored()).toMatchObject({ ended: null, version: 3 })
      expect(await harvest({}, 'r1')).toMatchObject({ unchanged: 1 })
    })

    test('cannot be what is over already', async () => {
      await put(old('over', { deadline: closing(isoDate('2026-05-01')) }))
      await expect(closeOpportunity(runtime, opportunityId('over'))).rejects.toThrow('over already')
    })
  })

  describe('a mistake that is reported', () => {
    const report = (what: 'deadline' | 'amount', words: string | null = null) =>
      reportMistake(runtime, opportunityId('fresh'), { what, words })
    const waiting = async () => (await listRechecks(runtime, 25)).items[0]?.mistakes ?? []
    beforeEach(() => put(old('fresh', { provenance: aProvenance({ key: 'fresh' }) })))

    test('brings what was checked lately into the queue, with its words, before the others', async () => {
      await put(old('a'))
      await report('deadline', 'It says July there.')
      expect(await queued()).toEqual(['fresh', 'a'])
      expect(await waiting()).toMatchObject([{ what: 'deadline', words: 'It says July there.' }])
      expect(await freshnessOf(runtime, await find('fresh'))).toMatchObject({ mistakes: 1 })
    })

    test('is one within an hour, and another when it says something else or comes later', async () => {
      await report('deadline')
      later(59)
      await report('deadline')
      expect(await waiting()).toHaveLength(1)
      await report('amount')
      await report('deadline', 'July')
      expect(await waiting()).toHaveLength(3)
      later(1)
      await report('deadline')
      expect(await waiting()).toHaveLength(4)
    })

    test('is shown whatever the opportunity is: announced, over or taken back', async () => {
      const fresh = (id: string, over: Partial<Opportunity>) =>
        old(id, { provenance: aProvenance({ key: id }), ...over })
      await put(
        fresh('forecast', { forecast: true }),
        fresh('closed', { deadline: closing(isoDate('2026-05-01')) }),
        fresh('withdrawn', { ended: 'withdrawn' }),
      )
      const ids = ['closed', 'forecast', 'withdrawn'].map(opportunityId)
      for (const id of ids) {
        await reportMistake(runtime, id, { what: 'something_else', words: 'It is still open.' })
      }
      expect((await queued()).toSorted()).toEqual(ids)
      const { items, total } = await listRechecks(runtime, 25)
      expect([total, ...items.map(({ mistakes }) => mistakes.length)]).toEqual([3, 1, 1, 1])
    })

    test('waits on after the opportunity has closed by itself', async () => {
      await report('deadline')
      later(60 * 24 * 60)
      expect(await queued()).toEqual(['fresh'])
    })

    test('that it has closed is settled when somebody finds it so, and waits again when that is undone', async () => {
      await report('deadline')
      later(1)
      await reportMistake(runtime, opportunityId('fresh'), { what: 'already_closed', words: null })
      await closeOpportunity(runtime, opportunityId('fresh'))
      expect((await waiting()).map(({ what }) => what)).toEqual(['deadline'])
      later(1)
      await undo(opportunityId('fresh'))
      expect((await waiting()).map(({ what }) => what)).toEqual(['deadline', 'already_closed'])
    })

    test('is not taken when enough wait', async () => {
      for (let i = 0; i < MOST_WAITING; i++) await report('deadline', `${i}`)
      await expect(report('amount')).rejects.toThrow('Yours was not kept')
    })

    test('leaves the queue when it is settled, and is kept with the note', async () => {
      await report('deadline')
      const [mistake] = await waiting()
      await settleMistake(runtime, mistake?.id ?? '', 'It was right.')
      expect(await queued()).toEqual([])
      const [row] = await db.query.selectFrom('mistakes').selectAll().execute()
      expect(row).toMatchObject({ note: 'It was right.', settled_at: '2026-06-01T12:00:00.000Z' })
    })
  })

  test('what does not exist cannot be checked, reported or settled', async () => {
    const none = opportunityId('none')
    for (const act of [confirmOpportunity, closeOpportunity]) {
      await expect(act(runtime, none)).rejects.toThrow('There is no opportunity none')
    }
    await expect(undoCheck(runtime, none)).rejects.toThrow('There is no check none')
    await expect(reportMistake(runtime, none, { what: 'amount', words: null })).rejects.toThrow('none')
    await expect(settleMistake(runtime, 'none', null)).rejects.toThrow('There is no report none')
  })
})
