import { expect, test } from 'vitest'
import { type Instant, isoDate } from '../../src/base/date.ts'
import type { Known } from '../../src/catalogue/merge-item.ts'
import { mergePage } from '../../src/catalogue/merge-page.ts'
import { closing } from '../../src/domain/deadline.ts'
import { inferred } from '../../src/domain/fact.ts'
import type { OpportunityContent } from '../../src/domain/opportunity.ts'
import type { Reading } from '../../src/domain/source.ts'
import { aContent, anOpportunity, aSource, rules } from '../support/builders.ts'

const at = '2026-06-02T05:00:00.000Z' as Instant
const context = () => {
  let ids = 0
  return { source: aSource(), at, newId: () => `new-${++ids}` }
}

const reading = (over: Partial<OpportunityContent> = {}, releasedAt = '2026-06-01', key = 'k1'): Reading => ({
  outcome: 'opportunity',
  key,
  revision: `r-${releasedAt}`,
  releasedAt: `${releasedAt}T00:00:00.000Z` as Instant,
  content: aContent(over),
})

const ending = (ended: 'awarded' | 'withdrawn', releasedAt = '2026-06-02'): Reading => ({
  outcome: 'ending',
  key: 'k1',
  revision: 'end',
  releasedAt: `${releasedAt}T00:00:00.000Z` as Instant,
  ended,
})

const known = (over: Partial<OpportunityContent> = {}, releasedAt = '2026-06-01') =>
  new Map<string, Known>([
    [
      'k1',
      {
        releasedAt: `${releasedAt}T00:00:00.000Z` as Instant,
        opportunity: anOpportunity(over),
        closedByPerson: false,
      },
    ],
  ])

test('a first sight is version one, seen and checked now', () => {
  const { versions, records, counts } = mergePage(context(), [reading()], new Map())
  expect(counts).toMatchObject({ new: 1 })
  expect(versions[0]?.opportunity).toMatchObject({
    id: 'new-1',
    version: 1,
    provenance: { sourceId: 'example-fund', key: 'k1', firstSeenAt: at, lastCheckedAt: at },
  })
  expect(records).toHaveLength(1)
})

test('the same words again make no version, and are noted as checked', () => {
  const merged = mergePage(context(), [reading()], known())
  expect(merged.versions).toEqual([])
  expect(merged.checked).toEqual(['opportunity-1'])
  expect(merged.counts.unchanged).toBe(1)
})

test('what only our reader finds in the same words is a new version that nobody must hear of', () => {
  const words = 'You must have an income under £500.'
  const incomeMax = inferred(50_000, words)
  const read = {
    rules: rules({ incomeMax }),
    fromWords: { reader: 2, quotes: {}, rules: ['incomeMax' as const] },
  }
  const before = { rules: rules(), fromWords: { reader: 1, quotes: {}, rules: [] } }
  const { versions } = mergePage(context(), [reading(read)], known(before))
  expect(versions[0]?.changed).toEqual(['rules.incomeMax'])
  expect(versions[0]?.opportunity).toMatchObject({ version: 2, materialVersion: 1 })
})

test('another reader that finds the same makes no version', () => {
  const merged = mergePage(
    context(),
    [reading({ fromWords: { reader: 2, quotes: {}, rules: [] } })],
    known({ fromWords: { reader: 1, quotes: {}, rules: [] } }),
  )
  expect(merged.versions).toEqual([])
})

test('a new deadline is a new version that people must hear of', () => {
  const { versions } = mergePage(context(), [reading({ deadline: closing(isoDate('2026-07-10')) })], known())
  expect(versions[0]?.changed).toEqual(['deadline'])
  expect(versions[0]?.opportunity).toMatchObject({ version: 2, materialVersion: 2 })
})

test('a typing error put right is a new version that nobody needs to hear of', () => {
  const { versions } = mergePage(context(), [reading({ title: 'Community kitchens!' })], known())
  expect(versions[0]?.changed).toEqual(['title'])
  expect(versions[0]?.opportunity).toMatchObject({ version: 2, materialVersion: 1 })
})

test('of several releases of one item on a page the newest counts', () => {
  const page = [reading({ title: 'Newest' }, '2026-06-03'), reading({ title: 'Older' }, '2026-06-01')]
  const { versions, counts } = mergePage(context(), page, new Map())
  expect(versions.map(({ opportunity }) => opportunity.title)).toEqual(['Newest'])
  expect(counts).toMatchObject({ new: 1, unchanged: 1 })
})

test('a release older than the stored one changes nothing', () => {
  const merged = mergePage(context(), [reading({ title: 'Old news' }, '2026-05-01')], known())
  expect(merged.versions).toEqual([])
  expect(merged.records).toEqual([])
  expect(merged.counts.unchanged).toBe(1)
})

test('a withdrawal ends what is stored, and a later release opens it again', () => {
  const withdrawn = mergePage(context(), [ending('withdrawn')], known())
  expect(withdrawn.versions[0]?.opportunity).toMatchObject({ ended: 'withdrawn', materialVersion: 2 })
  expect(withdrawn.counts.withdrawn).toBe(1)
  const again = mergePage(context(), [reading({}, '2026-06-03')], known({ ended: 'withdrawn' }, '2026-06-02'))
  expect(again.versions[0]?.opportunity.ended).toBeNull()
})

test('an award of something never seen as a call is no opportunity', () => {
  const { versions, counts } = mergePage(context(), [ending('awarded')], new Map())
  expect(versions).toEqual([])
  expect(counts.skipped).toBe(1)
})

test('a call that is told after its end, as newest-first sources do, is no opportunity', () => {
  const first = mergePage(context(), [ending('withdrawn')], new Map())
  expect(first.endings).toEqual([{ key: 'k1', releasedAt: '2026-06-02T00:00:00.000Z' }])
  const stored = new Map<string, Known>([
    ['k1', { releasedAt: '2026-06-02T00:00:00.000Z' as Instant, opportunity: null, closedByPerson: false }],
  ])
  const second = mergePage(context(), [reading({}, '2026-06-01')], stored)
  expect(second.versions).toEqual([])
  expect(second.counts.skipped).toBe(1)
  const republished = mergePage(context(), [reading({}, '2026-06-05')], stored)
  expect(republished.counts.new).toBe(1)
})

test('content too long for a value of the database is kept in quarantine instead', () => {
  const { bad } = mergePage(context(), [reading({ description: 'x'.repeat(500_000) })], new Map())
  expect(bad[0]?.reason).toContain('too long')
})

test('content that the schema refuses goes to quarantine with the field at fault', () => {
  const { bad, counts } = mergePage(context(), [reading({ url: 'javascript:alert(1)' })], new Map())
  expect(bad[0]).toMatchObject({ index: 0, key: 'k1' })
  expect(bad[0]?.reason).toContain('url')
  expect(counts.quarantined).toBe(1)
})

test('a good release counts though a later one of its item cannot be read', () => {
  const page = [reading({ url: 'nonsense' }, '2026-06-05'), reading({}, '2026-06-01')]
  const { versions, counts } = mergePage(context(), page, new Map())
  expect(versions).toHaveLength(1)
  expect(counts).toMatchObject({ new: 1, quarantined: 1 })
})

test('a bad release that comes again after a later good one is of the past', () => {
  const merged = mergePage(context(), [reading({ url: 'nonsense' }, '2026-05-01')], known())
  expect(merged.bad).toEqual([])
  expect(merged.counts.unchanged).toBe(1)
})

test('one that the source still offers as it was is checked, and nothing else of it is touched', () => {
  const { checked, records, versions, counts } = mergePage(
    context(),
    [
      { outcome: 'unchanged', key: 'k1' },
      { outcome: 'unchanged', key: 'never seen' },
    ],
    known(),
  )
  expect({ checked, records, versions }).toEqual({ checked: ['opportunity-1'], records: [], versions: [] })
  expect(counts).toMatchObject({ unchanged: 2, skipped: 0 })
})

test('every reading is in exactly one count', () => {
  const page: Reading[] = [
    reading(),
    reading({}, '2026-05-01'),
    ending('withdrawn'),
    { outcome: 'unchanged', key: 'k1' },
    { outcome: 'skipped', reason: 'an award' },
    { outcome: 'bad', key: null, releasedAt: null, reason: 'no title' },
    reading({ url: 'nonsense' }, '2026-06-01', 'k2'),
  ]
  const { counts } = mergePage(context(), page, known())
  expect(Object.values(counts).reduce((sum, n) => sum + n, 0)).toBe(page.length)
})
