import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { learnWords } from '../../../src/matching/learning/learn-words.ts'
import { CONCEPTS } from '../../../src/matching/topics/concepts.ts'
import { writeWordTable } from '../../../src/matching/words/word-table.ts'
import { TOPIC_TEXTS } from '../../support/texts.ts'

/** Ids of the concepts that a stem is near to, nearest first. */
const aboutOf = (texts: readonly string[], stem: string) =>
  learnWords(texts)
    .words.get(stem)
    ?.about.map(([concept]) => CONCEPTS[concept]?.id)

describe('a word that no lexicon has', () => {
  test('is near to the concept whose company it keeps, and not to another', () => {
    const hospice = aboutOf(TOPIC_TEXTS, 'glimmerwick')
    expect(hospice?.[0]).toMatch(/^(hospice|end_of_life_care)$/)
    expect(hospice).not.toContain('football')
    expect(aboutOf(TOPIC_TEXTS, 'snorvel')?.[0]).toBe('football')
  })

  test('is near to nothing when two texts use it, and to something when three do', () => {
    const uses = (count: number) => [
      ...TOPIC_TEXTS,
      ...Array.from({ length: count }, () => 'hospice wumpling palliative dying'),
    ]
    const rare = learnWords(uses(1)).words.get('wumpl')
    const twice = learnWords(uses(2)).words.get('wumpl')
    const thrice = learnWords(uses(3)).words.get('wumpl')
    expect(rare).toBeUndefined()
    expect(twice?.about).toEqual([])
    expect(thrice?.about.length).toBeGreaterThan(0)
  })
})

describe('how rare a word is', () => {
  const rarity = (using: number, of: number) =>
    learnWords(
      Array.from({ length: of }, (_, n) => (n < using ? 'kettle' : `teapot ${'x'.repeat(n + 2)}`)),
    ).words.get('kettl')?.rarity

  test('is the logarithm of how few texts use it, as a byte', () => {
    expect(rarity(2, 100)).toBe(Math.round((255 * Math.log(51)) / Math.log(101)))
    expect(rarity(50, 100)).toBe(Math.round((255 * Math.log(3)) / Math.log(101)))
    expect(rarity(100, 100)).toBe(Math.round((255 * Math.log(2)) / Math.log(101)))
  })

  test('counts a text once, however often it says the word', () => {
    const texts = ['kettle kettle kettle', 'kettle', 'teapot', 'teapot']
    expect(learnWords(texts).words.get('kettl')).toEqual(learnWords(texts).words.get('teapot'))
  })
})

describe('the same table comes', () => {
  const bytes = writeWordTable(learnWords(TOPIC_TEXTS))

  test('from the same texts, to the last byte', () => {
    expect(writeWordTable(learnWords([...TOPIC_TEXTS]))).toBe(bytes)
  })

  test('from the same texts in another order', () => {
    expect(writeWordTable(learnWords(TOPIC_TEXTS.toReversed()))).toBe(bytes)
  })

  test('from texts in capitals', () => {
    expect(writeWordTable(learnWords(TOPIC_TEXTS.map((text) => text.toUpperCase())))).toBe(bytes)
  })

  test('whatever emoji, markup and entities stand between the words', () => {
    const dressed = TOPIC_TEXTS.map(
      (text) => `🎉 <b class="x">${text.replaceAll(' ', '&nbsp;')}</b> &amp; 2026`,
    )
    expect(writeWordTable(learnWords(dressed))).toBe(bytes)
  })
})

describe('texts that tell little', () => {
  test.for([
    { name: 'no texts', texts: [] },
    { name: 'empty texts', texts: ['', ' ', '\n'] },
    { name: 'numbers, stop words and signs', texts: ['the and of', '2026', '🎉 !!', 'a b c'] },
  ])('$name give an empty table', ({ texts }) => {
    expect(learnWords(texts)).toEqual({ texts: 0, words: new Map() })
  })

  test('of one word each still tell how rare it is, and nothing of what it is about', () => {
    expect(learnWords(['hospice', 'hospice', 'hospice', 'dogs'])).toEqual({
      texts: 4,
      words: new Map([
        ['hospic', { rarity: Math.round((255 * Math.log(1 + 4 / 3)) / Math.log(5)), about: [] }],
      ]),
    })
  })

  test('in one long document speak only by its first 2,000 words', () => {
    const filler = Array.from({ length: 50_000 }, (_, at) => (at < 1_999 ? 'kettle' : 'teapot')).join(' ')
    const { words } = learnWords([
      filler,
      'teapot',
      'kettle',
      `${'kettle '.repeat(2_000)} whistle`,
      'whistle',
    ])
    expect(words.has('teapot')).toBe(true)
    expect(words.has('whistl')).toBe(false)
  })
})

test('Welsh is read like English: accents fold, and its words keep their company', () => {
  const welsh = TOPIC_TEXTS.map((text) => text.replace('glimmerwick', 'tŷ'))
  expect(aboutOf(welsh, 'ty')?.[0]).toMatch(/^(hospice|end_of_life_care)$/)
})

test('words that are names of built-in things are words like others', () => {
  const words = learnWords(['constructor toString', 'constructor tostring', 'valueOf constructor']).words
  expect([...words.keys()]).toEqual(['constructor', 'tostr'])
})

test('no affinity is under .35 or over 1, none is of an unknown concept, and the nearest is first', () => {
  const word = fc.constantFrom(...'hospice football dog debt choir glim snor wump care advice'.split(' '))
  const text = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '))
  fc.assert(
    fc.property(fc.array(text, { minLength: 3, maxLength: 40 }), (texts) => {
      for (const { rarity, about } of learnWords(texts).words.values()) {
        const bytes = about.map(([, affinity]) => affinity)
        expect(Number.isInteger(rarity) && rarity >= 1 && rarity <= 255).toBe(true)
        expect(about.length).toBeLessThanOrEqual(4)
        expect(bytes).toEqual(bytes.toSorted((a, b) => b - a))
        expect(bytes.every((byte) => Number.isInteger(byte) && byte >= 89 && byte <= 255)).toBe(true)
        expect(about.every(([concept]) => CONCEPTS[concept] !== undefined)).toBe(true)
      }
    }),
    { seed: 1, numRuns: 50 },
  )
})
