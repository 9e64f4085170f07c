import { expect, test } from 'vitest'
import { prepareCatalogue } from '../../../src/matching/catalogue/catalogue.ts'
import { readSnapshot, SNAPSHOT_VERSION, writeSnapshot } from '../../../src/matching/catalogue/snapshot.ts'
import { applicantOf } from '../../../src/matching/profile/applicant.ts'
import { rankingOf } from '../../../src/matching/rank/rank.ts'
import { benchOpportunities, benchOrganisations, NOW_OF_BENCH } from '../../support/bench-data.ts'
import { LEARNT } from '../../support/learnt.ts'

const {
  learnt: _learnt,
  opportunities: _opportunities,
  breadths: _breadths,
  recipients: _recipients,
  ...rankable
} = prepareCatalogue(LEARNT, benchOpportunities(80))
const bytes = writeSnapshot(rankable)
const applicants = benchOrganisations(20).map((organisation) => applicantOf(LEARNT, organisation))
const changed = (at: number, to: number) => {
  const copy = bytes.slice()
  copy[at] = to
  return copy
}

test('a snapshot holds the catalogue, and nothing of it is read anew', () => {
  expect(readSnapshot(bytes)).toEqual(rankable)
})

test('the same catalogue is the same bytes', () => {
  expect(writeSnapshot(readSnapshot(bytes))).toEqual(bytes)
})

test.for([
  ['in the middle of other bytes', new Uint8Array([1, 2, 3, ...bytes]).subarray(3)],
  ['in shared memory', new Uint8Array(new SharedArrayBuffer(bytes.length))],
] as const)('it ranks alike %s', ([, copy]) => {
  copy.set(bytes)
  const [here, there] = [rankable, readSnapshot(copy)].map((it) => rankingOf(NOW_OF_BENCH, it))
  for (const applicant of applicants) expect(there?.(applicant, 20)).toEqual(here?.(applicant, 20))
})

test('a catalogue of nothing is a snapshot too', () => {
  const nothing = readSnapshot(writeSnapshot(prepareCatalogue(LEARNT, [])))
  expect(nothing.ids).toEqual([])
  expect(applicants.flatMap((applicant) => rankingOf(NOW_OF_BENCH, nothing)(applicant, 20))).toEqual([])
})

test.for([
  ['nothing', new Uint8Array()],
  ['another file', new TextEncoder().encode('This is a shopping list of many words')],
] as const)('%s is refused as no snapshot', ([, strange]) => {
  expect(() => readSnapshot(strange)).toThrow(/no snapshot/)
})

test('another version is refused', () => {
  expect(() => readSnapshot(changed(4, SNAPSHOT_VERSION + 1))).toThrow(/another version/)
})

test.for([8, 16, 40, bytes.length >> 1, bytes.length - 9])('a byte that changed is found: %i', (at) => {
  expect(() => readSnapshot(changed(at, (bytes[at] ?? 0) ^ 1))).toThrow(/damaged/)
})

test.for([1, 8, 4096])('a snapshot that lacks its last %i bytes is refused', (cut) => {
  expect(() => readSnapshot(bytes.slice(0, -cut))).toThrow(/damaged/)
})
