import { describe, expect, test } from 'vitest'
import { areasListed } from '../../src/commands/import-places.ts'
import { BRISTOL, SOUTH_GLOUCESTERSHIRE } from '../support/builders.ts'

const NEWPORT = 'W06000022'
const WALES = 'W92000004'

describe('the areas after --areas', () => {
  test.for([
    ['Newport, Wales', [NEWPORT]],
    ['Newport; Wales', [NEWPORT, WALES]],
    ['Wales, Newport', [WALES, NEWPORT]],
    ['Bristol, City of', [BRISTOL]],
    ['Bristol, South Gloucestershire', [BRISTOL, SOUTH_GLOUCESTERSHIRE]],
    ['Newport, Wales, Bristol, City of, S Glos', [NEWPORT, BRISTOL, SOUTH_GLOUCESTERSHIRE]],
  ] as const)('“%s” is what a reader takes it for', ([said, codes]) => {
    expect(areasListed(said)).toEqual(codes)
  })

  test('a name that means no one area is asked about', () => {
    expect(() => areasListed('Bristol, Newcastle')).toThrow('--areas: "Newcastle" is not an area we know')
  })
})
