import { describe, expect, test } from 'vitest'
import type { AreaCode } from '../../../src/domain/area.ts'
import { askWhichPlace, readAreaOrWard, wardMentioned } from '../../../src/domain/areas/read-ward.ts'
import { BRISTOL, SOUTH_GLOUCESTERSHIRE } from '../../support/builders.ts'

const FILTON = { code: 'E05011950', name: 'Filton', authority: 'E06000025' }
const SOUTHMEADS = [
  { code: 'E05010911', name: 'Southmead', authority: 'E06000023' },
  { code: 'E05011952', name: 'Southmead', authority: 'E06000025' },
]

describe('what a text says of a ward', () => {
  test.for([
    ['e05011950', { code: 'E05011950', name: '', isSure: true }],
    ['Filton ward', { code: null, name: 'Filton', area: null, isSure: true }],
    ['the Ward of Filton', { code: null, name: 'Filton', area: null, isSure: true }],
    ['Filton Ward, South Glos', { name: 'Filton', area: { code: SOUTH_GLOUCESTERSHIRE }, isSure: true }],
    ['Filton ward (South Gloucestershire)', { name: 'Filton', area: { code: SOUTH_GLOUCESTERSHIRE } }],
    ['Filton ward in South Gloucestershire', { name: 'Filton', area: { code: SOUTH_GLOUCESTERSHIRE } }],
    [
      'Filton, South Gloucestershire',
      { name: 'Filton', area: { code: SOUTH_GLOUCESTERSHIRE }, isSure: false },
    ],
    ['Filton', { name: 'Filton', area: null, isSure: false }],
  ] as const)('%s', ([text, mention]) => {
    expect(wardMentioned(text)).toMatchObject(mention)
  })

  test.for(['', 'South Glos', 'E06000025', 'Newport, Wales', 'the South West'])('nothing: “%s”', (text) => {
    expect(wardMentioned(text)).toBeNull()
  })
})

describe('a text read where wards are known', () => {
  const FILTON_AREA = { code: 'E05011950@E06000025:Filton', kind: 'ward' }

  test.for(['E05011950', 'Filton ward', 'Filton ward (South Gloucestershire)', 'Filton, South Glos'])(
    'is the ward: %s',
    (text) => {
      expect(readAreaOrWard(text, [FILTON])).toMatchObject({ exact: FILTON_AREA })
    },
  )

  test('is asked about where it is a name alone, or of several wards', () => {
    expect(readAreaOrWard('Filton', [FILTON])).toMatchObject({ candidates: [FILTON_AREA] })
    const reading = readAreaOrWard('Southmead ward', SOUTHMEADS)
    expect('candidates' in reading && askWhichPlace('Southmead ward', reading.candidates)).toBe(
      'Did you mean Southmead ward (Bristol) or Southmead ward (South Gloucestershire)?',
    )
  })

  test('is the ward of the council that stands beside it', () => {
    expect(readAreaOrWard('Southmead ward', SOUTHMEADS, [BRISTOL])).toMatchObject({
      exact: { code: 'E05010911@E06000023:Southmead' },
    })
    expect(readAreaOrWard('Southmead ward', SOUTHMEADS, [BRISTOL, SOUTH_GLOUCESTERSHIRE])).toMatchObject({
      candidates: { length: 2 },
    })
  })

  test('is no ward of another council', () => {
    expect(readAreaOrWard('Filton ward, Bristol', [FILTON])).toEqual({ candidates: [] })
  })

  test('is a ward without a place, or nothing, where none is known', () => {
    expect(readAreaOrWard('E05011950', [])).toMatchObject({ exact: { code: 'E05011950', kind: 'ward' } })
    expect(readAreaOrWard('Filton ward', [])).toEqual({ candidates: [] })
  })

  test('is an area as before', () => {
    expect(readAreaOrWard('S Glos', [FILTON])).toMatchObject({ exact: { code: SOUTH_GLOUCESTERSHIRE } })
    expect(readAreaOrWard('Newcastle', [])).toMatchObject({ candidates: { length: 2 } })
  })

  test('never takes what a ward carries from somebody else', () => {
    const forged = 'E05011950@E06000023:Elsewhere' as AreaCode
    expect('exact' in readAreaOrWard(forged, [])).toBe(false)
  })
})
