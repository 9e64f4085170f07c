import fc from 'fast-check'
import { expect, test } from 'vitest'
import { areNearFunders, readFunderName } from '../../../src/matching/funders/near-funders.ts'

const areNear = (a: string, b: string) => areNearFunders(readFunderName(a), readFunderName(b))

test.for([
  ['The Exampel Fund', 'The Example Fund'],
  ['Example Trust', 'The Example Foundation'],
  ['Example', 'Example Fund'],
  ['Mercers', 'The Merchers’ Company'],
  ['Esmee Fairburn', 'Esmée Fairbairn Foundation'],
  ['Lotery Comunity Fund', 'The National Lottery Community Fund'],
  ['National Lottery', 'The National Lottery Community Fund'],
  ['TNL Community Fund', 'The National Lottery Community Fund'],
  ['HLF', 'The National Lottery Heritage Fund'],
  ['JRF', 'Joseph Rowntree Foundation'],
  ['Quartet', 'Quartet Community Foundation'],
  ['Lloyds Bank Foundation', 'Lloyds Bank Foundation for England and Wales'],
  ['Coop Foundation', 'Co-op Foundation'],
  ['S Glos', 'South Gloucestershire Council'],
  ['Sutton Council', 'London Borough of Sutton'],
  ['Avon & Somerset PCC', 'Police and Crime Commissioner for Avon and Somerset'],
  ['Art Works Trust', 'Artworks Trust'],
] as const)('“%s” may be “%s”', ([a, b]) => {
  expect(areNear(a, b)).toBe(true)
})

test.for([
  ['The Example Fund', 'Another Fund'],
  ['Second Fund', 'Third Fund'],
  ['Arts Council England', 'Arts Council of Wales'],
  ['The National Lottery Heritage Fund', 'The National Lottery Community Fund'],
  ['Gloucestershire County Council', 'South Gloucestershire Council'],
  ['Gloucestershire Community Foundation', 'South Gloucestershire Community Foundation'],
  ['Essex Community Foundation', 'Sussex Community Foundation'],
  ['Bedford Borough Council', 'Bradford Council'],
  ['Bank of England', 'Lloyds Bank Foundation for England and Wales'],
  ['Lottery', 'The National Lottery Community Fund'],
  ['Rank Foundation', 'The Bank Foundation'],
  ['John James Bristol Foundation', 'John Lewis Foundation'],
  ['Fund 1', 'Fund 2'],
  ['The Fund', 'A Trust'],
  ['', 'The Example Fund'],
  ['???', '!!!'],
] as const)('“%s” is not “%s”', ([a, b]) => {
  expect(areNear(a, b)).toBe(false)
})

const word = fc.constantFrom(
  ...[
    'The',
    'Example',
    'Exampel',
    'North',
    'Community',
    'Fund',
    'Trust',
    'of',
    'Kent',
    'Council',
    'EF',
    'ECF',
    '2',
  ],
)
const name = fc.array(word, { maxLength: 5 }).map((words) => words.join(' '))

test('nearness is the same either way round', () => {
  const pair = fc.property(name, name, (a, b) => {
    expect(areNear(a, b)).toBe(areNear(b, a))
  })
  fc.assert(pair, { numRuns: 2000 })
})
