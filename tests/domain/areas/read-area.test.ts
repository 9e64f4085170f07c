import fc from 'fast-check'
import { expect, test } from 'vitest'
import { AREAS, areaName, findArea } from '../../../src/domain/area.ts'
import {
  askWhichArea,
  findAreaNamed,
  findAreas,
  fullAreaName,
  readArea,
} from '../../../src/domain/areas/read-area.ts'

const anArea = fc.constantFrom(...AREAS)
const read = (text: string) => {
  const reading = readArea(text)
  return 'exact' in reading ? reading.exact.code : reading.candidates.map(({ code }) => code)
}

test('every area is read from its code, and it or its successor from a name that tells it from others', () => {
  for (const area of AREAS) {
    expect(read(` ${area.code.toLowerCase()} `)).toBe(area.code)
    const named = findAreaNamed(fullAreaName(area))
    const successor = findArea(area.within[0] ?? '')
    expect([area, successor?.name === area.name && successor], area.name).toContain(named)
  }
})

test('an area whose code was replaced is read as its successor', () => {
  expect(read('St Albans')).toBe('E07000240')
  expect(read('Northumberland')).toBe('E06000057')
  expect(read('Somerset')).toBe('E06000066')
})

test('of two areas with one name the region is meant, unless the other is named in full', () => {
  expect(read('West Midlands')).toBe('E12000005')
  expect(read('West Midlands Combined Authority')).toBe('E47000007')
  expect(read('the North East region')).toBe('E12000001')
})

test('the kind of council that is named must be one that the area can have', () => {
  expect(read('Leeds Combined Authority')).toEqual(['E08000035'])
  expect(read('Gloucestershire District Council')).toEqual(['E10000013'])
  expect(read('Durham County Council')).toBe('E06000047')
  expect(read('Nottingham City Council')).toBe('E06000018')
  expect(read('Nottingham County Council')).toEqual(['E10000024', 'E06000018'])
})

test('an area around it may follow after a comma, and must be around it', () => {
  expect(read('Newport, Wales')).toBe('W06000022')
  expect(read('Newport, Scotland')).toEqual(['W06000022', 'S92000003'])
  expect(read('Newcastle, Tyne and Wear')).toContain('E08000021')
})

test('several areas in one text are asked about, all of them', () => {
  expect(read('Bristol & South Glos')).toEqual(['E06000023', 'E06000025'])
  expect(read('Bristol, B&NES and South Glos')).not.toBe('E06000023')
  expect(read('Bristol, Swindon and South Glos')).toEqual(['E06000023', 'E06000030', 'E06000025'])
  expect(read('Bristol and Narnia')).toEqual(['E06000023'])
})

test('capitals, signs and spaces change nothing', () => {
  fc.assert(
    fc.property(anArea, ({ name }) => {
      const plain = read(name)
      expect(read(name.toUpperCase())).toEqual(plain)
      expect(read(`  ${name.replaceAll(' ', '  ')} `)).toEqual(plain)
      expect(read(name.replaceAll('-', ' ').replaceAll(' and ', ' & ').replaceAll('St ', 'Saint '))).toEqual(
        plain,
      )
    }),
  )
})

/** The name with one slip of a typist at each place: a letter left out, doubled, or swapped with the next. */
const slipsIn = (name: string): string[] =>
  Array.from({ length: name.length - 3 }, (_, before) => before + 2).flatMap((at) => [
    name.slice(0, at) + name.slice(at + 1),
    name.slice(0, at) + name.slice(at - 1),
    name.slice(0, at) + (name[at + 1] ?? '') + (name[at] ?? '') + name.slice(at + 2),
  ])

test('a slip never makes another area of it, and nearly always the area is asked about first', () => {
  const living = AREAS.filter((area) => findAreaNamed(areaName(area.code)) === area)
  const slips = living.flatMap(({ code }) =>
    slipsIn(areaName(code)).map((slip) => ({ code, slip, found: read(slip) })),
  )
  const taken = slips.filter(({ code, found }) => typeof found === 'string' && found !== code)
  expect(taken).toEqual([])
  const first = slips.filter(({ code, found }) => found === code || found[0] === code)
  expect(first.length / slips.length).toBeGreaterThan(0.95)
})

test('any text is read without harm, and nothing is found in none', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
      const found = findAreas(text, 5)
      expect(found.length).toBeLessThanOrEqual(5)
      expect(new Set(found).size).toBe(found.length)
    }),
  )
  for (const text of ['', ' ', ',', '()', '!?', '🎈', 'a'.repeat(10_000), ', '.repeat(5000)]) {
    expect(read(text), text.slice(0, 10)).toEqual([])
  }
})

test('a look-up begins with what is read, then gives areas with like names', () => {
  const names = (text: string) => findAreas(text, 4).map(({ code }) => areaName(code))
  expect(names('Gloucestershire')).toEqual(['Gloucestershire', 'South Gloucestershire', 'Gloucester'])
  expect(names('glouc').sort()).toEqual(['Gloucester', 'Gloucestershire', 'South Gloucestershire'])
  expect(findAreas('Gloucestershire', 1)).toHaveLength(1)
  expect(findAreas('Narnia', 4)).toEqual([])
})

test('a question names the areas so that each answer is read as one', () => {
  const reading = readArea('Newcastle')
  expect('candidates' in reading && askWhichArea(reading.candidates)).toBe(
    'Did you mean Newcastle upon Tyne or Newcastle-under-Lyme?',
  )
  expect(askWhichArea([])).toBe('')
  expect(findAreaNamed('Newcastle')).toBeUndefined()
})
