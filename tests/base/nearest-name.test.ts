import { expect, test } from 'vitest'
import { nearestName } from '../../src/base/nearest-name.ts'

const KNOWN = ['areas', 'award_min', 'award_max', 'name']

test.for([
  ['Areas', 'areas'],
  ['aeras', 'areas'],
  ['awardmin', 'award_min'],
  ['nmae', 'name'],
  ['awrad_mxa', 'award_max'],
] as const)('%s is nearest to %s', ([typed, known]) => {
  expect(nearestName(typed, KNOWN)).toBe(known)
})

test.for(['postcode', '', 'award'])('nothing is near to “%s”', (typed) => {
  expect(nearestName(typed, ['beneficiaries', 'award_minimum'])).toBeNull()
})
