import { expect, test } from 'vitest'
import { readAwardList } from '../../src/actions/awards/read-list.ts'
import { isoDate } from '../../src/base/date.ts'
import { parseAwardRow } from '../../src/catalogue/awards/award-row.ts'
import { hasRecordings, recording } from '../support/sources.ts'

test.skipIf(!hasRecordings).for([
  ['ocf1', 156],
  ['indigo', 269],
  ['lloyds-bank-foundation', 4_116],
  ['wolfson', 379],
  ['baring', 53],
] as const)('every award of the recorded list %s is read', async ([name, count]) => {
  const bytes = new TextEncoder().encode(recording(`360giving/data/${name}.json`))
  const open = async function* () {
    yield bytes
  }
  const outcomes: string[] = []
  for await (const { cells } of readAwardList(open(), name)) {
    outcomes.push(parseAwardRow(cells, { sourceName: name, licence: null }, isoDate('2026-06-01')).outcome)
  }
  expect(outcomes).toEqual(Array(count).fill('award'))
})
