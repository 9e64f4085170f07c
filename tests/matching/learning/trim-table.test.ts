import { describe, expect, test } from 'vitest'
import { trimTable } from '../../../src/matching/learning/trim-table.ts'
import { type KnownWord, type WordTable, writeWordTable } from '../../../src/matching/words/word-table.ts'

const table: WordTable = {
  texts: 600,
  words: new Map<string, KnownWord>([
    ['cat', { rarity: 200, about: [[1, 100]] }],
    [
      'dog',
      {
        rarity: 100,
        about: [
          [2, 255],
          [1, 90],
        ],
      },
    ],
    ['élan', { rarity: 220, about: [[1, 120]] }],
    ['emu', { rarity: 240, about: [] }],
  ]),
}
const bytes = (it: WordTable) => Buffer.byteLength(writeWordTable(it))
const nearOf = ({ words }: WordTable) => [...words].map(([word, { about }]) => [word, about.length])

describe('a table that is too long', () => {
  test('stays as it is when it just fits', () => {
    expect(trimTable(table, bytes(table))).toEqual(table)
  })

  test('loses the concepts of its rarest word first', () => {
    expect(nearOf(trimTable(table, bytes(table) - 1))).toEqual([
      ['cat', 1],
      ['dog', 2],
      ['élan', 0],
      ['emu', 0],
    ])
  })

  test('loses words only when no concepts are left, the rarest first', () => {
    const bare = {
      ...table,
      words: new Map([...table.words].map(([word, it]) => [word, { ...it, about: [] }])),
    }
    expect(nearOf(trimTable(table, bytes(bare) - 1))).toEqual([
      ['cat', 0],
      ['dog', 0],
      ['élan', 0],
    ])
  })

  test('fits every length that an empty table fits', () => {
    for (let most = 60; most <= bytes(table); most++) {
      expect(bytes(trimTable(table, most))).toBeLessThanOrEqual(most)
    }
  })
})
