import { expect, test } from 'vitest'
import { isoDate } from '../../../src/base/date.ts'
import { termsOf } from '../../../src/matching/catalogue/rankable.ts'
import { OF_AWARD, ruleSetsOf } from '../../../src/matching/rank/rule-sets.ts'
import { rulesOf } from '../../../src/matching/rules/rules-of.ts'
import { AREAS, randomFrom, someOpportunities, someOrganisation } from '../generated.ts'

const TODAY = isoDate('2026-06-01')
const random = randomFrom(29)
const opportunities = someOpportunities(random, 300)
const organisations = Array.from({ length: 40 }, () => someOrganisation(random, AREAS))

test('only the rules that are named as such read the award', () => {
  for (const opportunity of opportunities) {
    const [plain, other] = [opportunity, { ...opportunity, awardMin: 77_700_000, awardMax: null }].map((it) =>
      rulesOf(it).required.filter(({ name }) => !OF_AWARD.includes(name)),
    )
    for (const organisation of organisations) {
      const found = (rules = plain) => rules?.map((rule) => rule.find(organisation, TODAY).outcome)
      expect(found(other)).toEqual(found())
    }
  }
})

test('terms that differ in their award alone share the rest of their rules', () => {
  const [opportunity] = opportunities
  if (!opportunity) throw new Error('None was made')
  const terms = [1_000, 2_000].map((awardMin) => termsOf({ ...opportunity, awardMin }))
  const { common, numbers, awardNumbers } = ruleSetsOf(terms)
  expect(common).toHaveLength(1)
  expect([...Array.from(numbers), ...Array.from(awardNumbers)]).toEqual([0, 0, 0, 1])
})
