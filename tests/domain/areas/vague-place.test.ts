import { expect, test } from 'vitest'
import { aroundVague, quoteOfVague, vagueIn } from '../../../src/domain/areas/vague-place.ts'

test.for([
  ['BS34', ['E06000022', 'E06000023', 'E06000024', 'E06000025']],
  ['bs3', ['E06000022']],
  ['GL10', ['K02000001']],
  ['Filton ward, South Glos', ['E06000025']],
  ['Filton ward (South Gloucestershire)', ['E06000025']],
] as const)('what lies around %s is known without a file', ([text, codes]) => {
  expect(aroundVague(text)).toEqual(expect.arrayContaining([...codes]))
})

test.for(['South Glos', 'E05011950', 'Filton ward', 'Filton, South Glos', 'BS34 8AB', 'BS postcodes', ''])(
  '“%s” is no such place',
  (text) => {
    expect(aroundVague(text)).toBeNull()
  },
)

test('a quote of such places gives them back, and any other gives none', () => {
  const places = ['BS34', 'Filton ward (South Glos)']
  expect(vagueIn(quoteOfVague(places))).toEqual(places)
  expect(vagueIn('Code: UKK12')).toEqual([])
  expect(vagueIn('We fund groups in BS34; others may ask us.')).toEqual([])
})
