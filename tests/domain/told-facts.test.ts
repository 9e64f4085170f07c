import { expect, test } from 'vitest'
import { isoDate } from '../../src/base/date.ts'
import { closing, NO_DEADLINE_KNOWN } from '../../src/domain/deadline.ts'
import { UNKNOWN } from '../../src/domain/fact.ts'
import { addFacts, countFacts, NO_FACTS } from '../../src/domain/told-facts.ts'
import { aContent, rules } from '../support/builders.ts'

const bare = aContent({
  summary: '',
  awardMin: null,
  awardMax: null,
  deadline: NO_DEADLINE_KNOWN,
  rules: rules(),
})

test('an opportunity that tells nothing counts as one without facts', () => {
  expect(countFacts([bare])).toEqual({ ...NO_FACTS, opportunities: 1 })
})

test.for([
  { fact: 'deadline', content: aContent({ deadline: closing(isoDate('2026-06-30')) }) },
  { fact: 'deadline', content: aContent({ deadline: { ...NO_DEADLINE_KNOWN, kind: 'rolling' } }) },
  { fact: 'amount', content: { ...bare, fundTotal: 1 } },
  { fact: 'amount', content: { ...bare, awardMin: 0 } },
  { fact: 'area', content: aContent() },
  { fact: 'applicantTypes', content: aContent() },
  { fact: 'summary', content: { ...bare, summary: 'For kitchens.' } },
  { fact: 'applyUrl', content: { ...bare, applyUrl: 'https://fund.example/apply' } },
  { fact: 'funderId', content: { ...bare, funder: { name: 'A', orgId: 'GB-CHC-1' } } },
  { fact: 'contactEmail', content: { ...bare, contactEmail: 'grants@fund.example' } },
] as const)('$fact is counted when it is told', ({ fact, content }) => {
  expect(countFacts([bare, content])).toMatchObject({ opportunities: 2, [fact]: 1 })
})

test('a rule that is not known is not told', () => {
  expect(countFacts([aContent({ rules: rules({ areas: UNKNOWN }) })]).area).toBe(0)
})

test('counts add up', () => {
  const one = countFacts([aContent()])
  expect(addFacts(one, one)).toEqual(countFacts([aContent(), aContent()]))
})
