import { expect, test } from 'vitest'
import { isoDate } from '../../src/base/date.ts'
import { closing, NO_DEADLINE_KNOWN } from '../../src/domain/deadline.ts'
import { stated } from '../../src/domain/fact.ts'
import { OpportunityContent } from '../../src/domain/opportunity.ts'
import { withoutReadings } from '../../src/domain/without-readings.ts'
import { fillContent, READER } from '../../src/reading/fill-content.ts'
import { aContent, rules } from '../support/builders.ts'

const PUBLISHED = isoDate('2026-04-01')
const SAYS = `Grants of between £300 and £20,000 are available, from a total fund of £1.5 million.

The deadline for applications is noon on 3 June. The fund may close early.

Who can apply?
• Registered charities
• CICs limited by guarantee

Your income must be under £500,000. We do not fund religious activities.`

/** A call whose source states nothing but its text. */
const silent = (over: Partial<OpportunityContent> = {}) =>
  aContent({
    description: SAYS,
    awardMin: null,
    awardMax: null,
    deadline: NO_DEADLINE_KNOWN,
    rules: rules(),
    ...over,
  })

test('what no field says is filled from the words, with the words', () => {
  const content = fillContent(silent(), PUBLISHED)
  expect(content).toMatchObject({ awardMin: 30_000, awardMax: 2_000_000, fundTotal: 150_000_000 })
  expect(content.deadline).toEqual({
    kind: 'fixed',
    zone: 'Europe/London',
    rounds: [{ opensOn: null, closesOn: '2026-06-03', closesTime: '12:00' }],
    note: 'The fund may close early.',
  })
  expect(content.rules).toMatchObject({
    applicantTypes: {
      basis: 'inferred',
      value: ['registered_charity', 'cio', 'cic_guarantee'],
      quote: 'Registered charities … CICs limited by guarantee',
    },
    incomeMax: { basis: 'inferred', value: 50_000_000, quote: 'Your income must be under £500,000.' },
    notFor: {
      basis: 'inferred',
      value: ['religious_activity'],
      quote: 'We do not fund religious activities.',
    },
    matchPercent: { basis: 'unknown' },
  })
  expect(content.fromWords).toMatchObject({
    reader: READER,
    quotes: { deadline: 'The deadline for applications is noon on 3 June.' },
  })
  expect(OpportunityContent.parse(content)).toEqual(content)
})

test('every quote stands in the text', () => {
  const { fromWords, rules: read } = fillContent(silent(), PUBLISHED)
  const quotes = [
    ...Object.values(fromWords?.quotes ?? {}),
    ...Object.values(read).flatMap((fact) => (fact.basis === 'inferred' ? fact.quote.split(' … ') : [])),
  ]
  expect(quotes.length).toBeGreaterThan(6)
  expect(quotes.filter((quote) => !SAYS.includes(quote))).toEqual([])
})

test('what is stated stays', () => {
  const content = silent({
    awardMax: 1_000_000,
    fundTotal: 5_000_000,
    deadline: closing(isoDate('2026-06-30')),
    rules: rules({ applicantTypes: stated(['school']), incomeMax: stated(100) }),
  })
  const filled = fillContent(content, PUBLISHED)
  expect(filled).toMatchObject({
    awardMin: null,
    awardMax: 1_000_000,
    fundTotal: 5_000_000,
    deadline: content.deadline,
  })
  expect(filled.rules).toMatchObject({
    applicantTypes: content.rules.applicantTypes,
    incomeMax: content.rules.incomeMax,
  })
})

test('nothing is filled with what is not sure', () => {
  const unsure =
    'Grants are usually between £300 and £700. The deadline is usually in May. We may ask for match funding of 10%.'
  const content = fillContent(silent({ description: unsure }), PUBLISHED)
  expect(withoutReadings(content)).toEqual(silent({ description: unsure }))
  expect(content).toMatchObject(silent({ description: unsure }))
})

test('amounts of awards are not those of contracts, nor of other currencies', () => {
  expect(fillContent(silent({ kind: 'contract' }), PUBLISHED)).toMatchObject({
    awardMin: null,
    awardMax: null,
  })
  expect(fillContent(silent({ currency: 'EUR' }), PUBLISHED)).toMatchObject({
    awardMin: null,
    fundTotal: null,
  })
})

test('a value that cannot be is not stored', () => {
  const content = fillContent(
    silent({
      description:
        'You must provide at least 900 years of accounts. Grants of up to £999999999bn are available.',
    }),
    PUBLISHED,
  )
  expect(content.rules.monthsOfAccounts).toEqual({ basis: 'unknown' })
  expect(content.awardMax).toBeNull()
  expect(OpportunityContent.safeParse(content).success).toBe(true)
})

test('without its readings a content is as the source has it', () => {
  expect(withoutReadings(fillContent(silent(), PUBLISHED))).toEqual(silent())
  expect(withoutReadings(silent())).toEqual(silent())
})
