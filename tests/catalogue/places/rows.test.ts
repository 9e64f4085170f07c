import { describe, expect, test } from 'vitest'
import { parsePostcodeRow } from '../../../src/catalogue/places/postcode-row.ts'
import { parseWardRow } from '../../../src/catalogue/places/ward-row.ts'

const CELLS = {
  postcode: 'BS34 8AB',
  authority: 'E06000025',
  ward: 'E05011950',
  neighbourhood: 'E01014901',
  ended: '',
}
const read = (over: Partial<typeof CELLS>) =>
  parsePostcodeRow({ ...CELLS, ...over }, (it) => it !== 'E06000023')

describe('a row of the postcode directory', () => {
  test('tells council, ward and neighbourhood', () => {
    expect(read({})).toEqual({
      outcome: 'postcode',
      postcode: {
        postcode: 'BS348AB',
        authority: 'E06000025',
        ward: 'E05011950',
        neighbourhood: 'E01014901',
        endedIn: null,
      },
    })
  })

  test.for([
    ['bs348ab', 'BS348AB'],
    ['B1  1AA', 'B11AA'],
    ['EC1A 1BB', 'EC1A1BB'],
    ['GIR 0AA', 'GIR0AA'],
  ] as const)('takes a postcode written %s', ([postcode, kept]) => {
    expect(read({ postcode })).toMatchObject({ postcode: { postcode: kept } })
  })

  test.for([
    ['201503', '2015-03'],
    ['2015-03', '2015-03'],
    ['2015-03-01T00:00:00', '2015-03'],
  ] as const)('says in which month the post gave it up: %s', ([ended, endedIn]) => {
    expect(read({ ended })).toMatchObject({ postcode: { endedIn } })
  })

  test('codes that stand for nothing are not known', () => {
    expect(read({ ward: 'E05999999', neighbourhood: 'E99999999' })).toMatchObject({
      postcode: { ward: null, neighbourhood: null },
    })
  })

  test.for([
    [{ authority: 'E06000023' }, 'elsewhere'],
    [{ authority: 'E06000023', postcode: 'nonsense' }, 'elsewhere'],
    [{ authority: 'L99999999' }, 'nowhere'],
    [{ authority: '' }, 'nowhere'],
    [{ authority: 'E06999998' }, 'bad'],
    [{ authority: 'E12000009' }, 'bad'],
    [{ postcode: 'BS34' }, 'bad'],
    [{ ended: '201513' }, 'bad'],
  ] as const)('%j is %s', ([over, outcome]) => {
    expect(read(over as Partial<typeof CELLS>).outcome).toBe(outcome)
  })
})

describe('a row of a list of wards', () => {
  test('tells a ward, or a neighbourhood, or both', () => {
    const both = {
      authority: 'E06000025',
      ward: 'E05011950',
      wardName: 'Filton Ward',
      neighbourhood: 'E01014901',
      neighbourhoodName: 'South Gloucestershire 019A',
    }
    const ward = { code: 'E05011950', name: 'Filton', authority: 'E06000025' }
    expect(parseWardRow(both)).toEqual({
      outcome: 'ward',
      ward,
      neighbourhood: { code: 'E01014901', name: 'South Gloucestershire 019A', authority: 'E06000025' },
    })
    expect(parseWardRow({ ...both, neighbourhood: '' })).toEqual({
      outcome: 'ward',
      ward,
      neighbourhood: null,
    })
  })

  test.for([
    [{ authority: 'E06999998', ward: 'E05011950', wardName: 'Filton' }, 'not the code of a council'],
    [{ authority: 'E06000025', ward: 'E06000025', wardName: 'Filton' }, 'not the code of a ward'],
    [{ authority: 'E06000025', ward: 'E05011950', wardName: ' ' }, 'no name'],
  ] as const)('%j is refused: %s', ([cells, says]) => {
    expect(parseWardRow(cells)).toMatchObject({ outcome: 'bad', fault: expect.stringContaining(says) })
  })
})
