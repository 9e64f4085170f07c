import { expect, test } from 'vitest'
import { listPostcodes, listTouched } from '../../src/db/postcodes.ts'
import { listWardsBeginning, listWardsNamed } from '../../src/db/wards.ts'
import { openExplained } from '../support/plans.ts'

test('places are found by their keys and by an index, and none by a look at all of them', async () => {
  const { db, planOf } = openExplained()
  const steps = async (work: () => unknown) =>
    (await planOf(work)).filter((step) => / (?:postcodes|wards)\b/.test(step))
  expect(await steps(() => listPostcodes(db, ['BS348AB']))).toEqual([
    'SEARCH postcodes USING PRIMARY KEY (postcode=?)',
  ])
  expect(await steps(() => listTouched(db, 'BS34'))).toEqual([
    'SEARCH postcodes USING PRIMARY KEY (postcode>? AND postcode<?)',
  ])
  expect(await steps(() => listWardsNamed(db, ['Filton']))).toEqual([
    'SEARCH wards USING INDEX wards_by_name (folded=?)',
  ])
  expect(await steps(() => listWardsBeginning(db, 'Filt', 5))).toEqual([
    'SEARCH wards USING INDEX wards_by_name (folded>? AND folded<?)',
  ])
})
