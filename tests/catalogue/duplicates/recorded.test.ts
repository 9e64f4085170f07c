import { expect, test } from 'vitest'
import { type IsoDate, isIsoDate } from '../../../src/base/date.ts'
import { blockKeys } from '../../../src/catalogue/duplicates/block-keys.ts'
import { comparableOf } from '../../../src/catalogue/duplicates/comparable.ts'
import { type Answer, compareRecords } from '../../../src/catalogue/duplicates/compare.ts'
import { DUPLICATES } from '../../../src/catalogue/duplicates/thresholds.ts'
import { closing, NO_DEADLINE_KNOWN } from '../../../src/domain/deadline.ts'
import type { Opportunity } from '../../../src/domain/opportunity.ts'
import { anOpportunity, aProvenance, opportunityId, rules } from '../../support/builders.ts'
import { anOcdsSource, hasRecordings, readWith, recording } from '../../support/sources.ts'

const PAGES = [
  'contracts-finder/ocds-search-page-2022-10-20-100-releases.json',
  'contracts-finder/ocds-search-page-2025-01-23-100-releases.json',
]

/** Recorded notices that are opportunities, each as if of a source of its own. */
const notices = (): Opportunity[] =>
  PAGES.flatMap((page) => JSON.parse(recording(page)).releases as unknown[]).flatMap((release, i) => {
    const reading = readWith(anOcdsSource(), release)
    if (reading.outcome !== 'opportunity') return []
    const provenance = aProvenance({ sourceId: `notices-${i}`, key: reading.key })
    return [anOpportunity({ ...reading.content, id: opportunityId(`notice-${i}`), provenance })]
  })

interface Scheme {
  readonly title: string
  readonly funder: string | null
  readonly end: string | null
  readonly value_per_year: string | null
}

/** Schemes of government departments over some years, no two of which are one. */
const schemes = (): Opportunity[] =>
  recording('../eval/gov_schemes.jsonl')
    .split('\n')
    .filter((line) => line !== '')
    .map((line, i) => {
      const { title, funder, end, value_per_year }: Scheme = JSON.parse(line)
      const day = dayOf(end ?? '')
      return anOpportunity({
        id: opportunityId(`scheme-${i}`),
        title,
        funder: { name: funder ?? 'Not known', orgId: null },
        url: `https://schemes.example/${i}`,
        deadline: day === null ? NO_DEADLINE_KNOWN : closing(day),
        awardMin: null,
        awardMax: null,
        fundTotal: Number((value_per_year ?? '').replaceAll(',', '')) * 100 || null,
        rules: rules(),
        provenance: aProvenance({ sourceId: `schemes-${i}` }),
      })
    })

function dayOf(text: string): IsoDate | null {
  const [day, month, year] = text.split('/')
  const iso = `20${year}-${month}-${day}`
  return isIsoDate(iso) ? iso : null
}

interface Compared {
  readonly a: Opportunity
  readonly b: Opportunity
  readonly answer: Answer
}

/** Every two that share a telling key, compared. */
function compareAll(records: readonly Opportunity[]): Compared[] {
  const read = records.map((record) => ({ record, comparable: comparableOf(record) }))
  const filed = read.flatMap(({ comparable }, i) => blockKeys(comparable).map((key) => ({ key, i })))
  const blocks = [...Map.groupBy(filed, ({ key }) => key).values()]
  const telling = blocks.filter(({ length }) => length <= DUPLICATES.mostInBlock)
  const pairs = new Set(telling.flatMap(pairsIn))
  return [...pairs].flatMap((pair) => {
    const [one, other] = pair.split(' ').map((i) => read[Number(i)])
    if (!one || !other) return []
    return [{ a: one.record, b: other.record, answer: compareRecords(one.comparable, other.comparable) }]
  })
}

const pairsIn = (block: readonly { readonly i: number }[]): string[] =>
  block.flatMap((one, at) => block.slice(at + 1).map((other) => `${one.i} ${other.i}`))

const here = test.skipIf(!hasRecordings)

here('of 1,269 schemes over several years no two are merged, and few are asked about', () => {
  const records = schemes()
  const compared = compareAll(records)
  expect(records.length).toBeGreaterThan(1_000)
  expect(compared.length).toBeGreaterThan(10_000)
  expect(
    compared.filter(({ answer }) => answer === 'same').map(({ a, b }) => `${a.title} | ${b.title}`),
  ).toEqual([])
  expect(compared.filter(({ answer }) => answer === 'maybe').length / records.length).toBeLessThan(0.02)
})

here('of recorded notices only those of one buyer, title and day are merged', () => {
  const same = compareAll(notices()).filter(({ answer }) => answer === 'same')
  expect(same.length).toBeGreaterThan(5)
  for (const { a, b } of same) {
    expect(a.title.toLowerCase()).toBe(b.title.toLowerCase())
    expect(a.funder.name).toBe(b.funder.name)
    expect(a.deadline.rounds.map(({ closesOn }) => closesOn)).toEqual(
      b.deadline.rounds.map(({ closesOn }) => closesOn),
    )
  }
})

here('a recorded notice is found again on another portal, in capitals and with less said', () => {
  const records = notices().filter(({ deadline }) => deadline.rounds.length > 0)
  const answers = records.map((record) => {
    const told: Opportunity = {
      ...record,
      id: opportunityId('told'),
      title: record.title.toUpperCase(),
      url: 'https://portal.example/notice/1',
      applyUrl: null,
      fundTotal: null,
      rules: rules(),
      provenance: aProvenance({ sourceId: 'portal' }),
    }
    return compareRecords(comparableOf(record), comparableOf(told))
  })
  expect(records.length).toBeGreaterThan(50)
  expect(answers.filter((answer) => answer === 'different')).toEqual([])
  expect(answers.filter((answer) => answer === 'same').length / answers.length).toBeGreaterThanOrEqual(0.95)
})
