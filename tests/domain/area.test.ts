import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  AREAS,
  type AreaCode,
  areaName,
  contains,
  findArea,
  gssCode,
  isUnplaced,
  overlaps,
} from '../../src/domain/area.ts'
import { parseWard, placedWard } from '../../src/domain/ward.ts'
import {
  ASHLEY,
  BRISTOL,
  ENGLAND,
  FILTON,
  SOUTH_GLOUCESTERSHIRE,
  SOUTH_WEST,
  UNPLACED_FILTON,
} from '../support/builders.ts'

const councils = AREAS.filter(({ kind }) => kind === 'local_authority')
const aWard = fc
  .record({
    number: fc.integer({ min: 0, max: 999_999 }),
    council: fc.constantFrom(...councils),
    name: fc.string({ maxLength: 40 }),
  })
  .map(({ number, council, name }) => ({
    code: `E05${String(number).padStart(6, '0')}`,
    authority: council.code,
    name,
  }))
const anyArea = fc.oneof(
  fc.constantFrom(...AREAS.map(({ code }) => code)),
  aWard.map((ward) => placedWard(ward) as AreaCode),
  aWard.map(({ code }) => code as AreaCode),
)

test('what contains an area contains all that lies in it, and no two contain each other', () => {
  fc.assert(
    fc.property(anyArea, anyArea, anyArea, (a, b, c) => {
      expect(contains(a, a)).toBe(true)
      if (contains(a, b) && contains(b, c)) expect(contains(a, c)).toBe(true)
      if (contains(a, b) && contains(b, a)) expect(gssCode(a)).toBe(gssCode(b))
      expect(overlaps(a, b)).toBe(overlaps(b, a))
    }),
    { numRuns: 2_000 },
  )
})

test('a ward lies in its council and all around that, whatever its name', () => {
  fc.assert(
    fc.property(aWard, (ward) => {
      const code = placedWard(ward) as AreaCode
      expect(findArea(code)).toMatchObject({ kind: 'ward', name: ward.name, code })
      const around = [ward.authority, ...(findArea(ward.authority)?.within ?? [])]
      expect(findArea(code)?.within).toEqual(around)
      expect(around.every((outer) => contains(outer, code))).toBe(true)
      expect(AREAS.filter(({ code: outer }) => contains(outer, code))).toHaveLength(new Set(around).size)
      expect([gssCode(code), isUnplaced(code)]).toEqual([ward.code, false])
    }),
    { numRuns: 200 },
  )
})

test('a ward is read as it was written', () => {
  fc.assert(
    fc.property(aWard, ({ code, authority, name }) => {
      expect(parseWard(placedWard({ code, authority, name }))).toEqual({ code, placed: { authority, name } })
      expect(parseWard(code)).toEqual({ code, placed: null })
    }),
  )
})

test('a ward that no file has told lies in its country, and is itself', () => {
  expect([contains(ENGLAND, UNPLACED_FILTON), contains(SOUTH_WEST, UNPLACED_FILTON)]).toEqual([true, false])
  expect([isUnplaced(UNPLACED_FILTON), isUnplaced(BRISTOL)]).toEqual([true, false])
  expect(overlaps(FILTON, UNPLACED_FILTON)).toBe(true)
  expect(overlaps(FILTON, ASHLEY)).toBe(false)
})

test.for([
  [FILTON, 'Filton ward (South Gloucestershire)'],
  [ASHLEY, 'Ashley ward (Bristol)'],
  [UNPLACED_FILTON, 'ward E05011950'],
  ['E05011950@E06000025:' as AreaCode, 'ward E05011950 (South Gloucestershire)'],
  [SOUTH_GLOUCESTERSHIRE, 'South Gloucestershire'],
] as const)('%s is called %s', ([code, name]) => {
  expect(areaName(code)).toBe(name)
})

test.for([
  '',
  'E05',
  'E0501195',
  'E050119500',
  'E05011950@',
  'E05011950@E06999999:Nowhere',
  'e05011950',
  'E01014901',
])('“%s” is no area', (text) => {
  expect(findArea(text)).toBeUndefined()
})
