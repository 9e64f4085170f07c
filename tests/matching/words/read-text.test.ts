import { describe, expect, test } from 'vitest'
import { isJoined, lexemesIn, placeNameAt, readText } from '../../../src/matching/words/read-text.ts'
import { LEARNT } from '../../support/learnt.ts'

const read = (text: string) => readText(LEARNT.dictionary, text)
const surfaces = ({ text, starts, ends }: ReturnType<typeof read>) =>
  starts.map((start, at) => text.slice(start, ends[at]))

describe('a text that is read', () => {
  test('has its words in order, where they stand, without numbers, single letters and markup', () => {
    const read1 = read('2026: A café’s <b>Lunch</b> club &amp; 3 bands 🎉 for O’Neill')
    expect(surfaces(read1)).toEqual(['café’s', 'Lunch', 'club', 'bands', 'for', 'O’Neill'])
    expect(lexemesIn(read1).map(({ word }) => word)).toEqual([
      'cafe',
      'lunch',
      'club',
      'bands',
      'for',
      'oneill',
    ])
  })
  test('of nothing that is a word is empty', () => {
    for (const text of ['', '🎉 🎉', '<script>', '12 345', 'a b c', '\u0000\ud800']) {
      expect(read(text).numbers).toEqual([])
    }
  })
  test('is cut where a pasted book would go on', () => {
    const long = `${'word '.repeat(39_999)}last2 ${'kitchen '.repeat(5_000)}`
    const cut = read(long)
    expect(lexemesIn(cut).at(-1)?.word).toBe('last2')
    expect(cut.starts).toHaveLength(40_000)
  })
  test('reads a capital at the start of a sentence as no name, and elsewhere as one', () => {
    const isRespelt = (text: string) => lexemesIn(read(text)).some(({ asWritten }) => asWritten !== undefined)
    expect(isRespelt('Befreinding for older people')).toBe(true)
    expect(isRespelt('We go out. Befreinding for older people')).toBe(true)
    expect(isRespelt('We take Befreinding to older people')).toBe(false)
    expect(isRespelt('We take befreinding to older people')).toBe(true)
  })
})

test('words are joined by nothing but one space or hyphen', () => {
  expect(isJoined(read('lunch club'), 0)).toBe(true)
  expect(isJoined(read('brass-kitchen'), 0)).toBe(true)
  for (const text of ['lunch, club', 'lunch. club', 'lunch  club', 'lunch\nclub', 'lunch']) {
    expect(isJoined(read(text), 0)).toBe(false)
  }
})

test('the name of an area is as long as the longest that begins there', () => {
  expect(placeNameAt(read('South Gloucestershire'), 0)).toBe(2)
  expect(placeNameAt(read('south gloucestershire'), 0)).toBe(2)
  expect(placeNameAt(read('South kitchens'), 0)).toBe(0)
  expect(placeNameAt(read('Bristol'), 0)).toBe(1)
  expect(placeNameAt(read('Reading groups'), 0)).toBe(0)
  expect(placeNameAt(read(''), 0)).toBe(0)
})
