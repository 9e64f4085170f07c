import { expect, test } from 'vitest'
import { isoDate } from '../../../src/base/date.ts'
import { termsOf } from '../../../src/matching/catalogue/rankable.ts'
import { alikeness } from '../../../src/matching/rank/alike.ts'
import { ruleSetsOf } from '../../../src/matching/rank/rule-sets.ts'
import { anOrganisation } from '../../support/builders.ts'
import { AREAS, randomFrom, someOpportunities, someOrganisation } from '../generated.ts'

const TODAY = isoDate('2026-06-01')
const random = randomFrom(31)
const terms = someOpportunities(random, 200).map(termsOf)
const nameOf = alikeness(terms)
const { common } = ruleSetsOf(terms)

test('whoever is alike gets the same from every rule on form, registers and income', () => {
  const organisations = Array.from({ length: 400 }, () => someOrganisation(random, AREAS))
  const alike = Map.groupBy(organisations, nameOf)
  expect(alike.size).toBeLessThan(organisations.length)
  const found = (rules: (typeof common)[number], organisation: (typeof organisations)[number]) =>
    rules.map((rule) => rule.find(organisation, TODAY))
  for (const [first, ...others] of alike.values()) {
    if (!first) continue
    for (const rules of common) {
      for (const other of others) expect(found(rules, other)).toEqual(found(rules, first))
    }
  }
})

test('an income is alike only between the same limits, and a limit only to itself', () => {
  const [limit] = terms.flatMap(({ rules }) =>
    rules.incomeMax.basis === 'stated' ? [rules.incomeMax.value] : [],
  )
  if (limit === undefined) throw new Error('No limit was made')
  const named = (income: number | null) => nameOf(anOrganisation({ income }))
  expect(new Set([limit - 1, limit, limit + 1, null].map(named)).size).toBe(4)
  expect(named(0)).toBe(named(1))
})

test('the register counts, and not the number in it', () => {
  const named = (orgIds: readonly string[]) => nameOf(anOrganisation({ orgIds }))
  expect(named(['GB-CHC-1'])).toBe(named(['GB-CHC-2']))
  expect(named(['GB-CHC-1'])).not.toBe(named(['GB-COH-1']))
  expect(named([])).not.toBe(named(['GB-COH-1']))
})
