import { describe, expect, test } from 'vitest'
import { withoutNames } from '../../../src/commands/learn/without-names.ts'
import { stemOf } from '../../../src/matching/words/stem.ts'
import type { WordTable } from '../../../src/matching/words/word-table.ts'

/** Whether a word stays in the table that is learnt from these texts. */
const stays = (word: string, texts: readonly string[]) => {
  const stem = stemOf(word)
  const table: WordTable = { texts: texts.length, words: new Map([[stem, { rarity: 200, about: [] }]]) }
  return withoutNames(table, texts).words.has(stem)
}
const thrice = (text: string) => [text, text, text]

describe('a table to ship keeps', () => {
  test.for([
    { name: 'a word in small letters', word: 'kettle', texts: thrice('We boil a kettle') },
    { name: 'one that begins sentences, too', word: 'kettle', texts: [...thrice('Kettle on'), 'a kettle'] },
    {
      name: 'one of the lexicon that is always a name',
      word: 'christian',
      texts: thrice('For Christian people'),
    },
  ])('$name', ({ word, texts }) => {
    expect(stays(word, texts)).toBe(true)
  })
})

describe('a table to ship leaves out', () => {
  test.for([
    { name: 'a name', word: 'Bagshaw', texts: thrice('The Bagshaw Trust gives to the poor') },
    {
      name: 'a name in an address now and then',
      word: 'Bagshaw',
      texts: [...thrice('Bagshaw and Bagshaw'), 'www.bagshaw.example'],
    },
    { name: 'a word that is only ever in capitals', word: 'BAGSHAW', texts: thrice('THE BAGSHAW TRUST') },
    { name: 'a word in two texts', word: 'kettle', texts: ['a kettle, a kettle', 'a kettle'] },
    { name: 'a word with a digit', word: '19th', texts: thrice('from the 19th on') },
  ])('$name', ({ word, texts }) => {
    expect(stays(word, texts)).toBe(false)
  })
})
