import { beforeEach, describe, expect, test } from 'vitest'
import { decidePair } from '../../../src/actions/duplicates/decide-pair.ts'
import { findDuplicates } from '../../../src/actions/duplicates/find-duplicates.ts'
import { undoDecision } from '../../../src/actions/duplicates/undo-decision.ts'
import { storePage } from '../../../src/actions/opportunities/store-page.ts'
import { type Instant, instantOf, isoDate } from '../../../src/base/date.ts'
import type { Database } from '../../../src/db/database.ts'
import {
  listDecidedPairs,
  listWaitingPairs,
  putFound,
  putStates,
  removePairs,
} from '../../../src/db/duplicate-pairs.ts'
import { changeMerges, findKept, listAbsorbed } from '../../../src/db/merges.ts'
import {
  editionOfOpportunities,
  findOpportunity,
  listCurrentOpportunities,
  listOpportunities,
} from '../../../src/db/opportunities.ts'
import { putOpportunities } from '../../../src/db/opportunity-versions.ts'
import { listOpportunityTexts } from '../../../src/db/texts.ts'
import { closing, NO_DEADLINE_KNOWN } from '../../../src/domain/deadline.ts'
import type { Opportunity, OpportunityContent } from '../../../src/domain/opportunity.ts'
import type { Runtime } from '../../../src/runtime.ts'
import {
  aContent,
  anOpportunity,
  aProvenance,
  aSource,
  opportunityId,
  rules,
} from '../../support/builders.ts'
import { databases } from '../../support/databases.ts'
import { aRuntime } from '../../support/runtime.ts'

const NOON = '2026-06-01T12:00:00.000Z' as Instant
const ALL = { after: null, limit: 100 }
const A = opportunityId('a')
const B = opportunityId('b')
const C = opportunityId('c')

/** A record of a source of its own; the one called a says the most. */
const aRecord = (id: string, over: Partial<Opportunity> = {}): Opportunity =>
  anOpportunity({
    id: opportunityId(id),
    provenance: aProvenance({ sourceId: `source-${id}`, sourceName: `Source ${id}`, key: id }),
    rules: id === 'a' ? anOpportunity().rules : rules(),
    ...over,
  })

const may = { title: 'Community kitchens and gardens' }

describe.for(databases)('one call from several sources on %s', ([, open]) => {
  let db: Database
  let runtime: Runtime
  beforeEach(async () => {
    db = await open()
    runtime = aRuntime({ db })
  })

  const put = (...records: readonly Opportunity[]) =>
    db.commit(
      putOpportunities(
        db,
        records.map((opportunity) => ({
          opportunity,
          changed: opportunity.version === 1 ? [] : ['title'],
          revision: `r${opportunity.version}`,
        })),
      ),
    )
  const find = () => findDuplicates(runtime)
  const listed = async () => {
    const { items, total } = await listOpportunities(db, NOON, { status: 'any', kind: null }, ALL)
    expect(items).toHaveLength(total)
    const ids = items.map(({ id }) => id).sort()
    const current = await listCurrentOpportunities(db, NOON)
    expect(current.map(({ id }) => id).filter((id) => !ids.includes(id))).toEqual([])
    return ids
  }
  const waiting = async () =>
    (await listWaitingPairs(db, NOON, ALL)).items.map(({ pair }) => `${pair.first} ${pair.second}`)
  const decided = async () =>
    (await listDecidedPairs(db, ALL)).items.map(
      ({ pair }) => `${pair.first} ${pair.second} ${pair.state} ${pair.decidedBy}`,
    )

  test('is shown once, by the record that says most, and nothing is compared twice', async () => {
    await put(aRecord('b'), aRecord('a'), aRecord('c', { title: 'Gardens', url: 'https://fund.example/2' }))
    expect(await find()).toEqual({ compared: 3, same: 1, maybe: 0, hidden: 1, shown: 0 })
    expect(await listed()).toEqual(['a', 'c'])
    expect(await listCurrentOpportunities(db, NOON)).toHaveLength(2)
    const seen = { now: NOON, seenSince: NOON }
    expect((await listOpportunityTexts(db, seen, { after: '', limit: 9 })).map(({ id }) => id)).toEqual([
      'a',
      'c',
    ])
    expect(await findKept(db, B)).toBe('a')
    expect((await listAbsorbed(db, A)).map(({ id }) => id)).toEqual(['b'])
    expect(await decided()).toEqual(['a b merged sure'])
    expect(await find()).toEqual({ compared: 0, same: 0, maybe: 0, hidden: 0, shown: 0 })
  })

  test('is the same call whatever comes first, at once or one after the other', async () => {
    const orders = [
      ['a', 'b', 'c'],
      ['c', 'b', 'a'],
      ['b', 'a', 'c'],
    ] as const
    for (const order of orders) {
      db = await open()
      runtime = aRuntime({ db })
      for (const id of order) {
        await put(aRecord(id))
        await find()
      }
      expect(await listed(), order.join()).toEqual(['a'])
      expect((await listAbsorbed(db, A)).map(({ id }) => id)).toEqual(['b', 'c'])
    }
  })

  test('waits for a person where there is doubt, and both are shown until then', async () => {
    await put(aRecord('a'), aRecord('b', may))
    expect(await find()).toMatchObject({ same: 0, maybe: 1, hidden: 0 })
    expect(await listed()).toEqual(['a', 'b'])
    expect(await waiting()).toEqual(['a b'])
    await decidePair(runtime, B, A, 'merged')
    expect(await listed()).toEqual(['a'])
    expect(await waiting()).toEqual([])
    expect(await decided()).toEqual(['a b merged person'])
  })

  test('is kept apart for good once a person has said so, whatever changes', async () => {
    await put(aRecord('a'), aRecord('b', may))
    await find()
    await decidePair(runtime, A, B, 'kept_apart')
    await put(aRecord('b', { version: 2 }))
    expect(await find()).toMatchObject({ compared: 1, hidden: 0 })
    expect(await listed()).toEqual(['a', 'b'])
    expect(await waiting()).toEqual([])
    expect(await decided()).toEqual(['a b kept_apart person'])
    // Taken back, there is no doubt by now.
    await undoDecision(runtime, A, B)
    expect(await listed()).toEqual(['a'])
  })

  test('undone, gives both back with all that their sources have said since, and is not merged again', async () => {
    const source = aSource({ id: 'list' })
    const tell = async (content: Partial<OpportunityContent>, day: number) => {
      const at = instantOf(new Date(Date.UTC(2026, 5, day)))
      const reading = { outcome: 'opportunity', key: 'k', revision: `r${day}`, releasedAt: at } as const
      const { statements } = await storePage(runtime, source, [
        { text: '', reading: { ...reading, content: aContent({ rules: rules(), ...content }) } },
      ])
      await db.commit(statements)
    }
    await put(aRecord('a'))
    await tell({}, 1)
    await find()
    expect(await listed()).toEqual(['a'])
    const hidden = await listAbsorbed(db, A)
    const other = hidden[0]
    if (!other) throw new RangeError('Nothing is hidden')
    await tell({ summary: 'It says more by now.' }, 2)
    expect((await listAbsorbed(db, A))[0]).toMatchObject({ version: 2, summary: 'It says more by now.' })
    expect(await findOpportunity(db, A)).toEqual(aRecord('a'))

    await undoDecision(runtime, A, other.id)
    expect(await listed()).toEqual([A, other.id].sort())
    expect(await findOpportunity(db, other.id)).toMatchObject({ version: 2, summary: 'It says more by now.' })
    await tell({ summary: 'And more.' }, 3)
    await find()
    expect(await listed()).toHaveLength(2)
    expect(await decided()).toEqual([`a ${other.id} kept_apart person`].map((it) => sortedPair(it)))
  })

  test('undone after a person merged it, waits again', async () => {
    await put(aRecord('a'), aRecord('b', may))
    await find()
    await decidePair(runtime, A, B, 'merged')
    expect(await undoDecision(runtime, B, A)).toMatchObject({
      state: 'waiting',
      decidedBy: null,
      decidedAt: null,
    })
    expect(await listed()).toEqual(['a', 'b'])
    expect(await waiting()).toEqual(['a b'])
  })

  test('shows the other record when its own source withdraws it, and takes it back with it', async () => {
    await put(aRecord('a'), aRecord('b'))
    await find()
    await put(aRecord('a', { version: 2, ended: 'withdrawn' }))
    await find()
    expect(await listed()).toEqual(['b'])
    expect(await findKept(db, A)).toBe('b')
    await put(aRecord('a', { version: 3 }))
    await find()
    expect(await listed()).toEqual(['a'])
    expect(await findKept(db, B)).toBe('a')
  })

  test('shows the other record when only its own day is over', async () => {
    await put(aRecord('a'), aRecord('b'))
    await find()
    await put(aRecord('b', { version: 2, deadline: closing(isoDate('2026-07-14')) }))
    await find()
    expect(await listed()).toEqual(['a'])
    runtime = aRuntime({ db, now: () => new Date('2026-07-02T12:00:00Z') })
    expect(await find()).toMatchObject({ compared: 0, hidden: 1 })
    expect(await listed()).toEqual(['b'])
  })

  test('stays one while one source has changed and the other has not', async () => {
    await put(aRecord('a'), aRecord('b'))
    await find()
    await put(aRecord('a', { version: 2, deadline: closing(isoDate('2026-07-31')), awardMax: 7 }))
    expect(await find()).toMatchObject({ compared: 1, shown: 0 })
    expect(await listed()).toEqual(['a'])
  })

  test.for([
    ['another round', { title: 'Community kitchens: Round 4' }],
    ['a day far from the other', { deadline: closing(isoDate('2027-03-31')) }],
  ] as const)('is two again once one source tells %s', async ([, over]) => {
    const title = 'Community kitchens: Round 3'
    await put(aRecord('a', { title }), aRecord('b', { title }))
    await find()
    expect(await listed()).toEqual(['a'])
    await put(aRecord('b', { title, version: 2, ...over }))
    expect(await find()).toMatchObject({ same: 0, maybe: 1, shown: 1 })
    expect(await listed()).toEqual(['a', 'b'])
    expect(await waiting()).toEqual(['a b'])
    // The other source has only changed later.
    await put(aRecord('a', { title, version: 2, ...over }))
    expect(await find()).toMatchObject({ same: 1, hidden: 1 })
    expect(await listed()).toEqual(['a'])
  })

  test('is two again also when a run ended between finding that and showing it', async () => {
    await put(aRecord('a'), aRecord('b'))
    await find()
    await put(aRecord('a', { version: 2, deadline: closing(isoDate('2027-03-31')) }))
    const [pair] = (await listDecidedPairs(db, ALL)).items.map((it) => it.pair)
    if (!pair) throw new RangeError('The two were not merged')
    await db.commit(putFound(db, [{ ...pair, found: 'maybe' }]))
    expect(await find()).toMatchObject({ compared: 1, shown: 1 })
    expect(await listed()).toEqual(['a', 'b'])
  })

  test('stays one although a source tells another round, when a person has said so', async () => {
    await put(aRecord('a'), aRecord('b', may))
    await find()
    await decidePair(runtime, A, B, 'merged')
    await put(aRecord('b', { version: 2, title: 'Another', deadline: closing(isoDate('2027-03-31')) }))
    expect(await find()).toMatchObject({ shown: 0 })
    expect(await listed()).toEqual(['a'])
  })

  test('undone after the two have come to be different, is asked about no more', async () => {
    for (const [over, state] of [
      [may, 'merged'],
      [{}, 'merged'],
      [may, 'kept_apart'],
    ] as const) {
      db = await open()
      runtime = aRuntime({ db })
      await put(aRecord('a'), aRecord('b', over))
      await find()
      await decidePair(runtime, A, B, state)
      await put(aRecord('b', { version: 2, title: 'Woodlands', url: 'https://fund.example/woods' }))
      await find()
      expect(await undoDecision(runtime, A, B)).toMatchObject({ state: 'waiting' })
      expect(await listed()).toEqual(['a', 'b'])
      expect(await waiting()).toEqual([])
      expect(await find()).toMatchObject({ hidden: 0 })
      await expect(undoDecision(runtime, A, B)).rejects.toMatchObject({ code: 'not_found' })
    }
  })

  test('shows the record that takes bids when its day comes before that of the other', async () => {
    const { deadline } = aRecord('a')
    const rounds = (opensOn: string) => ({
      deadline: {
        ...deadline,
        rounds: deadline.rounds.map((round) => ({ ...round, opensOn: isoDate(opensOn) })),
      },
    })
    await put(aRecord('a', rounds('2026-06-20')), aRecord('b', rounds('2026-06-10')))
    await find()
    expect(await listed()).toEqual(['a'])
    runtime = aRuntime({ db, now: () => new Date('2026-06-12T12:00:00Z') })
    expect(await find()).toMatchObject({ compared: 0, hidden: 1 })
    expect(await findKept(db, A)).toBe('b')
    expect(await find()).toMatchObject({ hidden: 0, shown: 0 })
  })

  test('is asked about no more when the two have come to differ, or when one is over', async () => {
    await put(aRecord('a'), aRecord('b', may))
    await find()
    await put(aRecord('b', { version: 2, title: 'Woodlands', url: 'https://fund.example/woods' }))
    await find()
    expect(await waiting()).toEqual([])
    await put(aRecord('b', { ...may, version: 3 }))
    await find()
    expect(await waiting()).toEqual(['a b'])
    await put(aRecord('b', { ...may, version: 4, ended: 'closed_early' }))
    expect(await waiting()).toEqual([])
  })

  test('refuses a decision that clashes with others, and changes nothing', async () => {
    const [b, c] = [aRecord('b', may), aRecord('c', { title: 'Community kitchens, gardens and yards' })]
    await put(aRecord('a'), b, c)
    await find()
    expect(await waiting()).toEqual(['a b', 'a c', 'b c'])
    await decidePair(runtime, A, B, 'merged')
    await decidePair(runtime, A, C, 'kept_apart')
    await expect(decidePair(runtime, B, C, 'merged')).rejects.toMatchObject({ code: 'conflict' })
    expect(await listed()).toEqual(['a', 'c'])
    expect(await waiting()).toEqual(['b c'])
    await expect(decidePair(runtime, A, opportunityId('none'), 'merged')).rejects.toMatchObject({
      code: 'not_found',
    })
  })

  test('goes on where a small budget ended, and finds the same', async () => {
    const records = Array.from({ length: 60 }, (_, i) => [
      aRecord(`x${i}`, { title: `Kitchen number ${i}`, url: `https://fund.example/${i}` }),
      aRecord(`y${i}`, { title: `Kitchen number ${i}`, url: `https://fund.example/${i}` }),
    ]).flat()
    await put(...records)
    const small = { ...runtime, budget: { ms: 60_000, statements: 80 } }
    expect(await findDuplicates(small)).toMatchObject({ compared: 50 })
    expect(await findDuplicates(small)).toMatchObject({ compared: 50 })
    await find()
    expect(await listed()).toHaveLength(60)
    expect(await find()).toMatchObject({ compared: 0 })
  })

  test('is compared only with what shares something that few share', async () => {
    const many = Array.from({ length: 60 }, (_, i) =>
      aRecord(`m${i}`, {
        title: `Community fund ${String.fromCharCode(97 + (i % 26)).repeat(4 + Math.floor(i / 26))}`,
        url: `https://fund.example/${i}`,
        deadline: closing(isoDate(`2026-0${7 + (i % 3)}-${10 + (i % 19)}`)),
      }),
    )
    await put(
      ...many,
      aRecord('n', {
        url: 'https://fund.example/7',
        title: many[7]?.title ?? '',
        deadline: many[7]?.deadline ?? closing(isoDate('2026-07-01')),
      }),
    )
    expect(await find()).toMatchObject({ compared: 61, same: 1 })
  })

  test('is proved by a page that few lead to, and by none that many do', async () => {
    const portal = 'https://portal.example/apply'
    const told = (id: string, title: string, url = portal) =>
      aRecord(id, { title, url, deadline: NO_DEADLINE_KNOWN })
    await put(told('a', 'Kitchens'), told('b', 'Kitchens'), told('c', 'Gardens'))
    await find()
    expect(await listed()).toEqual(['a', 'c'])

    db = await open()
    runtime = aRuntime({ db })
    const others = ['Woodlands', 'Rivers', 'Theatres', 'Archives', 'Museums'].map((title, i) =>
      told(`m${i}`, title),
    )
    await put(told('a', 'Kitchens'), told('b', 'Kitchens'), ...others)
    expect(await find()).toMatchObject({ same: 0, hidden: 0 })
    expect(await waiting()).toEqual(['a b'])
  })

  test.for([
    ['surely the same', {}],
    ['joined by a person', may],
  ] as const)('is put right where a person and a run decided at the same moment: %s', async ([, over]) => {
    await put(aRecord('a'), aRecord('b', over))
    await find()
    await decidePair(runtime, A, B, 'kept_apart')
    // What a run would write that read the pair before the person decided.
    await db.commit(changeMerges(db, NOON, [{ absorbed: B, kept: A, keptVersion: 1 }], []))
    expect(await listed()).toEqual(['a'])
    expect(await find()).toMatchObject({ compared: 0, shown: 1 })
    expect(await listed()).toEqual(['a', 'b'])

    await decidePair(runtime, A, B, 'merged')
    await db.commit(changeMerges(db, NOON, [], [B]))
    expect(await find()).toMatchObject({ compared: 0, hidden: 1 })
    expect(await listed()).toEqual(['a'])
  })

  test('a run that read a pair earlier changes nothing that a person has decided since', async () => {
    await put(aRecord('a'), aRecord('b', may))
    await find()
    const before = (await listWaitingPairs(db, NOON, ALL)).items.map(({ pair }) => pair)
    await decidePair(runtime, A, B, 'kept_apart')
    await db.commit([...putStates(db, before), ...removePairs(db, before)])
    expect(await decided()).toEqual(['a b kept_apart person'])
  })

  test('whoever keeps what he read of opportunities is told when one is hidden or shown', async () => {
    await put(aRecord('a'), aRecord('b'))
    const before = await editionOfOpportunities(db)
    await find()
    const merged = await editionOfOpportunities(db)
    await undoDecision(runtime, A, B)
    const undone = await editionOfOpportunities(db)
    expect(new Set([before, merged, undone]).size).toBe(3)
    await find()
    expect(await editionOfOpportunities(db)).toBe(undone)
  })
})

/** With the lower id first. */
function sortedPair(text: string): string {
  const [one = '', other = '', ...rest] = text.split(' ')
  return [...[one, other].sort(), ...rest].join(' ')
}
