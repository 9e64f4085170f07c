import { expect, test } from 'vitest'
import { organisationsFrom } from '../../../src/commands/bench/data/organisations.ts'
import { vocabularyOf } from '../../../src/commands/bench/data/vocabulary.ts'
import { OpportunityContent } from '../../../src/domain/opportunity.ts'
import { Organisation } from '../../../src/domain/organisation.ts'
import { judgeEligibility } from '../../../src/matching/eligibility.ts'
import { benchOpportunities, benchOrganisations, NOW_OF_BENCH } from '../../support/bench-data.ts'

const organisations = benchOrganisations(200)
const opportunities = benchOpportunities(200)
const wordsIn = (text: string) => text.split(/\s+/).length

test('the same seed and number are the same organisation, in any order', () => {
  const make = organisationsFrom(1, vocabularyOf(1))
  expect([7, 3, 7].map(make)).toEqual([organisations[7], organisations[3], organisations[7]])
})

test('another seed is other data', () => {
  expect(benchOrganisations(5, 2)).not.toEqual(benchOrganisations(5, 1))
  expect(benchOpportunities(5, 2)).not.toEqual(benchOpportunities(5, 1))
})

test('what is invented is what the product takes', () => {
  for (const organisation of organisations) expect(Organisation.safeParse(organisation).error).toBeUndefined()
  for (const it of opportunities) expect(OpportunityContent.safeParse(it).error).toBeUndefined()
})

test('texts are as long as said: some 60 words and some 250', () => {
  const lengths = organisations.map(({ whatWeDo, whoWeHelp }) => wordsIn(`${whatWeDo} ${whoWeHelp}`))
  expect(Math.min(...lengths)).toBeGreaterThanOrEqual(60)
  expect(Math.max(...lengths)).toBeLessThan(75)
  const long = opportunities.map(({ title, summary, description }) =>
    wordsIn([title, summary, description].join(' ')),
  )
  expect(Math.min(...long)).toBeGreaterThanOrEqual(245)
  expect(Math.max(...long)).toBeLessThan(275)
})

test('about a quarter of the pairs may apply', () => {
  const may = organisations.map(
    (organisation) =>
      opportunities.filter((it) => judgeEligibility(NOW_OF_BENCH, organisation, it).verdict !== 'ineligible')
        .length,
  )
  const share = may.reduce((a, b) => a + b, 0) / (organisations.length * opportunities.length)
  expect(share).toBeGreaterThan(0.15)
  expect(share).toBeLessThan(0.35)
})
