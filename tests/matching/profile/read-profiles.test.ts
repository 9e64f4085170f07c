import { expect, test } from 'vitest'
import { learntFrom } from '../../../src/matching/learnt.ts'
import { readOpportunity } from '../../../src/matching/profile/read-profiles.ts'
import { FUNDER_AS_TITLE, OPPORTUNITY_FIELDS } from '../../../src/matching/weights.ts'
import { anOpportunity } from '../../support/builders.ts'

const titleWeight = (title: string, funder: string) =>
  readOpportunity(learntFrom(null), anOpportunity({ title, funder: { name: funder, orgId: null } }))[0]?.[1]

test('a title counts for more than a name', () => {
  expect(titleWeight('Music for schools', 'The Harmony Trust')).toBe(OPPORTUNITY_FIELDS.title)
})

test.for(['The Harmony Trust', 'HARMONY TRUST', 'Harmony Trust.'])(
  'a title that is the funder’s name, as in “%s”, counts as a name',
  (title) => {
    expect(titleWeight(title, 'The Harmony Trust')).toBe(FUNDER_AS_TITLE)
  },
)

test('a title that says more than who gives is a title', () => {
  expect(titleWeight('The Harmony Trust: instruments', 'The Harmony Trust')).toBe(OPPORTUNITY_FIELDS.title)
})
