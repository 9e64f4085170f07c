import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { CONCEPTS } from '../../src/matching/topics/concepts.ts'
import { readWordTable } from '../../src/matching/words/word-table.ts'

const FILE = 'data/reference/word-table.json'
const text = readFileSync(FILE, 'utf8')
const { origin, licence, ...stored } = JSON.parse(text)
const table = readWordTable(stored)

/** Ids of the concepts that a stem is near to. */
const about = (stem: string) => table.words.get(stem)?.about.map(([concept]) => CONCEPTS[concept]?.id)

test('the shipped table says where it comes from and stays small', () => {
  expect(origin).toMatch(/Open Government Licence.*CC BY 4\.0/)
  expect(licence).toBe('MIT')
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(250_000)
})

test('the shipped table knows thousands of words, and of a thousand and more what they are about', () => {
  expect(table.words.size).toBeGreaterThan(3_000)
  expect([...table.words.values()].filter((word) => word.about.length > 0).length).toBeGreaterThan(1_000)
})

test('nearly every concept of the shipped table is in the lexicon: else run npm run learn', () => {
  const known = new Set(CONCEPTS.map(({ id }) => id))
  const gone = stored.concepts.filter((id: string) => !known.has(id))
  expect(gone.length).toBeLessThan(stored.concepts.length / 20)
})

test('no link of the shipped table is weaker than .35', () => {
  const weak = [...table.words].filter(([, { about }]) => about.some(([, affinity]) => affinity < 89))
  expect(weak).toEqual([])
})

test('the shipped table has single words without digits, and no names that capitals tell', () => {
  expect([...table.words.keys()].filter((word) => !/^\p{Ll}+$/u.test(word))).toEqual([])
  expect(
    ['bristol', 'devon', 'smith', 'elizabeth', 'tesco', 'patel'].filter((it) => table.words.has(it)),
  ).toEqual([])
})

test('words of the shipped table are near to what people mean by them', () => {
  expect(about('hospic')).toContain('hospice')
  expect(about('dementia')).toContain('dementia')
  expect(about('minibus')).toContain('community_transport')
  expect(about('bursari')).toContain('scholarships')
})
