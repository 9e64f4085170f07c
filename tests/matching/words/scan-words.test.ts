import fc from 'fast-check'
import { expect, test } from 'vitest'
import { scanWords } from '../../../src/matching/words/scan-words.ts'
import { fold, isWord } from '../../../src/matching/words/tokens.ts'

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu

function scanned(text: string): [start: number, word: string][] {
  const found: [number, string][] = []
  scanWords(text, (start, end) => found.push([start, text.slice(start, end)]))
  return found
}
const matched = (text: string) => Array.from(text.matchAll(WORD), ({ 0: word, index }) => [index, word])

test('a word keeps what follows on an apostrophe, and only letters do', () => {
  expect(scanned("the children's, o’er 3rd'4 x''y '' a'b2")).toEqual([
    [0, 'the'],
    [4, "children's"],
    [16, 'o’er'],
    [21, '3rd'],
    [25, '4'],
    [27, 'x'],
    [30, 'y'],
    [35, "a'b"],
    [38, '2'],
  ])
  expect(scanned('')).toEqual([])
})

const PIECES = [
  "'",
  '’',
  "'s",
  'é',
  'e\u0301',
  '\u0301',
  '٣',
  '²',
  'ﬁ',
  'ß',
  '𝐀',
  '𝟗',
  '😀',
  '\ud835',
  '\udc00',
]
const piece = fc.oneof(
  fc.constantFrom(...PIECES, ' ', '-', '_', '.', '7', '\u200d', '\u00a0'),
  fc.string({ unit: 'binary', maxLength: 3 }),
  fc.string({ unit: 'grapheme', maxLength: 3 }),
  fc.stringMatching(/^[A-Za-z]{1,6}$/),
)

test('words are those of a Unicode regex, whatever the text', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join('')
      expect(scanned(text)).toEqual(matched(text))
    }),
    { seed: 1, numRuns: 2_000 },
  )
  for (let unit = 0; unit < 0x10000; unit += 64) {
    const text = String.fromCharCode(...Array.from({ length: 64 }, (_, step) => unit + step))
    expect(scanned(text)).toEqual(matched(text))
  }
})

/** Both as they are for every text, without a short way for plain letters. */
const foldAny = (surface: string) =>
  surface
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]s?$/, '')
    .replace(/['’]/g, '')
const isAnyWord = (word: string) => word.length > 1 && word.length <= 40 && /\p{L}/u.test(word)

test('plain letters fold as all others do', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 4 }), (pieces) => {
      for (const [, surface] of scanned(pieces.join(''))) {
        expect(fold(surface)).toBe(foldAny(surface))
        expect(isWord(fold(surface))).toBe(isAnyWord(foldAny(surface)))
      }
    }),
    { seed: 2, numRuns: 2_000 },
  )
})
