import { expect, test } from 'vitest'
import phrases from '../../../data/reference/place-phrases.json' with { type: 'json' }
import statistical from '../../../data/reference/statistical-areas.json' with { type: 'json' }
import { AREAS, findArea } from '../../../src/domain/area.ts'
import { placeCoded, placesNamed } from '../../../src/domain/areas/places.ts'

const BATH = 'E06000022'
const BRISTOL = 'E06000023'
const NORTH_SOMERSET = 'E06000024'
const SOUTH_GLOUCESTERSHIRE = 'E06000025'
const WEST_OF_ENGLAND = 'E47000009'
const SOUTH_WEST = 'E12000009'
const UNITED_KINGDOM = 'K02000001'
const AVON = [BATH, BRISTOL, NORTH_SOMERSET, SOUTH_GLOUCESTERSHIRE]

test.for([
  ['UK', [UNITED_KINGDOM]],
  ['UKK', [SOUTH_WEST]],
  ['tlk', [SOUTH_WEST]],
  ['UKK11', [BRISTOL]],
  ['UKK12', [BATH, NORTH_SOMERSET, SOUTH_GLOUCESTERSHIRE]],
  ['TLK12', [BATH, NORTH_SOMERSET, SOUTH_GLOUCESTERSHIRE]],
  ['TLK52', [BATH, SOUTH_GLOUCESTERSHIRE]],
  ['TLK5', [BATH, BRISTOL, SOUTH_GLOUCESTERSHIRE]],
  ['UKM82', ['S12000049']],
  ['UKL22', ['W06000014', 'W06000015']],
  ['UKN06', ['N09000003']],
] as const)('the code %s stands for just its areas', ([code, codes]) => {
  expect(placeCoded(code)).toEqual({ codes, exact: true })
})

test.for([
  ['UKM61', 'S92000003'],
  ['UKM25', 'S92000003'],
  ['UKK99', SOUTH_WEST],
])('of the code %s only the region or country is known', ([code = '', region]) => {
  expect(placeCoded(code)).toEqual({ codes: [region], exact: false })
})

test.for(['', 'FR101', 'UKZ', 'UKA11', 'UKK111', 'South West', 'TL1'])('“%s” is no such code', (text) => {
  expect(placeCoded(text)).toBeNull()
})

test.for([
  ['South Gloucestershire', [SOUTH_GLOUCESTERSHIRE]],
  ['West of England', [WEST_OF_ENGLAND]],
  ['the West of England region', [WEST_OF_ENGLAND]],
  ['Former Avon area', AVON],
  ['the former county of Avon', AVON],
  ['Greater Bristol', AVON],
  ['BS postcodes', [...AVON, 'E06000066']],
  ['Bristol and South Gloucestershire', [BRISTOL, SOUTH_GLOUCESTERSHIRE]],
  [
    'Bristol, Bath and North East Somerset, and South Gloucestershire',
    [BRISTOL, BATH, SOUTH_GLOUCESTERSHIRE],
  ],
  ['Bath & North East Somerset / North Somerset', [BATH, NORTH_SOMERSET]],
  ['Bristol and the South West', [SOUTH_WEST]],
  ['the South West', [SOUTH_WEST]],
  ['South West England', [SOUTH_WEST]],
  ['South-West of England only', [SOUTH_WEST]],
  ['Yorkshire and the Humber', ['E12000003']],
  ['Yorkshire and Humber', ['E12000003']],
  ['City of Bristol', [BRISTOL]],
  ['Midlands', ['E12000004', 'E12000005']],
  ['East Midlands', ['E12000004']],
  ['Merseyside', ['E08000011', 'E08000012', 'E08000013', 'E08000014', 'E08000015']],
  ['UK-wide', [UNITED_KINGDOM]],
  ['across the UK', [UNITED_KINGDOM]],
  ['England and Wales', ['K04000001']],
] as const)('“%s” names its areas', ([phrase, codes]) => {
  expect(placesNamed(phrase)).toEqual(codes)
})

test.for([
  '',
  ' and ',
  'Virtual/Online',
  'the Home Counties',
  'Bristol and the moon',
  'near Bristol',
  'QQ postcodes',
])('“%s” names no area that we know', (phrase) => {
  expect(placesNamed(phrase)).toEqual([])
})

test('no table of places has a code that the list of areas lacks, or an area without places', () => {
  const tables = [statistical.nuts, statistical.itl, phrases.phrases].flatMap((table) =>
    Object.entries(table),
  )
  expect(tables.filter(([, codes]) => codes.length === 0)).toEqual([])
  expect(tables.flatMap(([, codes]) => codes).filter((code) => !findArea(code))).toEqual([])
})

test('the areas of a statistical region together are all that it has, and in no other region', () => {
  const table: Readonly<Record<string, readonly string[]>> = statistical.itl
  const local = Object.entries(table).filter(([code]) => code.length === 3)
  const all = local.flatMap(([, codes]) => codes)
  expect(new Set(all).size).toBe(all.length)
  for (const [code, codes] of local) {
    const [region = ''] = table[code.slice(0, 1)] ?? []
    expect(codes.filter((area) => !findArea(area)?.within.some((outer) => outer === region))).toEqual([])
  }
})

test('a long list of places, or of nothing, is read in no time', () => {
  const councils = AREAS.filter(({ kind }) => kind === 'local_authority').map(({ name }) => name)
  const many = councils.filter((name) => !name.includes(',')).slice(0, 80)
  const start = performance.now()
  expect(placesNamed(many.join(', ')).length).toBeGreaterThan(50)
  expect(placesNamed(`${many.join(', ')}, Atlantis`)).toEqual([])
  expect(placesNamed(','.repeat(1_000))).toEqual([])
  expect(placesNamed(','.repeat(1_000_000))).toEqual([])
  // Far more than it takes, and far less than the minutes that trying every way of joining took.
  expect(performance.now() - start).toBeLessThan(5_000)
})
