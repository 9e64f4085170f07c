import { describe, expect, test } from 'vitest'
import { CONCEPTS } from '../../../src/matching/topics/concepts.ts'
import {
  type KnownWord,
  mergeTables,
  readWordTable,
  type WordTable,
  writeWordTable,
} from '../../../src/matching/words/word-table.ts'

const aTable = (texts: number, words: Readonly<Record<string, KnownWord>>): WordTable => ({
  texts,
  words: new Map(Object.entries(words)),
})
const CATHOLIC = CONCEPTS.findIndex(({ id }) => id === 'catholic')
const ANGLICAN = CONCEPTS.findIndex(({ id }) => id === 'church_of_england')
const dog: KnownWord = {
  rarity: 100,
  about: [
    [CATHOLIC, 255],
    [ANGLICAN, 89],
  ],
}
const cat: KnownWord = { rarity: 120, about: [] }

describe('a stored table', () => {
  test('is read back as it was, in whatever order its words were', () => {
    const table = aTable(700, { dog, cat })
    expect(readWordTable(JSON.parse(writeWordTable(table)))).toEqual(table)
    expect(writeWordTable(aTable(700, { cat, dog }))).toBe(writeWordTable(table))
  })

  test('names concepts by id, in alphabetical order, and has a line for each word', () => {
    expect(writeWordTable(aTable(700, { dog, cat }), { origin: 'Us' })).toBe(
      `{"origin":"Us","texts":700,"concepts":["catholic","church_of_england"],"words":{\n"cat":[120],\n"dog":[100,0,255,1,89]\n}}\n`,
    )
  })

  test('without words is one too', () => {
    const empty = aTable(0, {})
    expect(readWordTable(JSON.parse(writeWordTable(empty)))).toEqual(empty)
  })

  test('loses a concept that the lexicon no longer has, and keeps the others', () => {
    const stored = { texts: 700, concepts: ['gone', 'catholic'], words: { dog: [100, 0, 250, 1, 200] } }
    expect(readWordTable(stored).words.get('dog')).toEqual({ rarity: 100, about: [[CATHOLIC, 200]] })
  })

  test.for([
    { name: 'no object', json: null },
    { name: 'no words', json: { texts: 1, concepts: [] } },
    { name: 'a rarity of 0', json: { texts: 1, concepts: [], words: { dog: [0] } } },
    { name: 'a rarity over a byte', json: { texts: 1, concepts: [], words: { dog: [256] } } },
    { name: 'a word without rarity', json: { texts: 1, concepts: [], words: { dog: [] } } },
    { name: 'an affinity over a byte', json: { texts: 1, concepts: ['dogs'], words: { dog: [9, 0, 256] } } },
    { name: 'a concept without affinity', json: { texts: 1, concepts: ['dogs'], words: { dog: [9, 0] } } },
    {
      name: 'more than four concepts',
      json: { texts: 1, concepts: ['dogs'], words: { dog: [9, 0, 99, 0, 98, 0, 97, 0, 96, 0, 95] } },
    },
    { name: 'half a text', json: { texts: 1.5, concepts: [], words: {} } },
  ])('is refused with $name', ({ json }) => {
    expect(() => readWordTable(json)).toThrow('This is not a table of learnt words')
  })
})

describe('the tables that matching goes by', () => {
  const shipped = aTable(9_000, { cat, dog })
  const own = (texts: number) => aTable(texts, { dog: { rarity: 50, about: [] }, emu: cat })

  test('are the shipped one alone without one of our own, or with one from 499 texts', () => {
    expect(mergeTables(null, shipped)).toBe(shipped)
    expect(mergeTables(own(499), shipped)).toBe(shipped)
  })

  test('are from 500 texts on our own, and the shipped one for words that it lacks', () => {
    const { texts, words } = mergeTables(own(500), shipped)
    expect(texts).toBe(500)
    expect([...words]).toEqual([
      ['cat', cat],
      ['dog', { rarity: 50, about: [] }],
      ['emu', cat],
    ])
  })
})
