import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import reference from '../../../data/reference/acronyms.json' with { type: 'json' }
import { CONCEPTS } from '../../../src/matching/topics/concepts.ts'
import { spotPhrases } from '../../../src/matching/topics/spot-phrases.ts'
import { weighTopics } from '../../../src/matching/topics/weigh-topics.ts'
import { ACRONYMS, acronymOf } from '../../../src/matching/words/acronyms.ts'
import { lexemesIn, readText } from '../../../src/matching/words/read-text.ts'
import { LEARNT } from '../../support/learnt.ts'

const read = (text: string) => readText(LEARNT.dictionary, text)
const spotted = (text: string) =>
  spotPhrases(read(text)).flatMap(({ means }) => means.map((concept) => CONCEPTS[concept]?.id))
const topicsOf = (text: string) => weighTopics([[read(text), 1]])

test('the list is what it should be: each once, each with concepts that the lexicon has', () => {
  const Entry = z.strictObject({
    acronym: z.string().regex(/^[A-Z][A-Za-z]+$/),
    means: z.string().min(8),
    concepts: z.array(z.string()).min(1),
    capitalsOnly: z.boolean(),
  })
  const { acronyms } = z
    .strictObject({
      origin: z.string(),
      licence: z.literal('MIT'),
      acronyms: z.array(Entry).min(80).max(150),
    })
    .parse(reference)
  expect(new Set(acronyms.map(({ acronym }) => acronym)).size).toBe(acronyms.length)
  const ids = new Set(CONCEPTS.map(({ id }) => id))
  expect(acronyms.flatMap(({ concepts }) => concepts).filter((id) => !ids.has(id))).toEqual([])
})

test('each and what it stands for have its concepts in common', () => {
  const apart = ACRONYMS.filter(({ acronym, means, concepts }) => {
    const [short, long] = [
      topicsOf(`Work on ${acronym} for all of us`),
      topicsOf(`Work on ${means} for all of us`),
    ]
    return concepts.some((concept) => !(short[concept] && long[concept]))
  })
  expect(apart.map(({ acronym }) => acronym)).toEqual([])
})

describe('an acronym', () => {
  test.for([
    'Our SEND club',
    'For SEND.',
    'SEND pupils come here',
    'Our S.E.N.D. club',
    'S.E.N.D. club',
    'A club (SEND)',
  ])('is read in "%s"', (text) => {
    expect(spotted(text)).toContain('send')
  })
  test.for(['We send letters', 'Send us a letter', 'WE SEND LETTERS', 'SEND'])(
    'that is also a word is not read in "%s"',
    (text) => {
      expect(spotted(text)).not.toContain('send')
    },
  )
  test('that is no other word is read in any case', () => {
    for (const text of ['Our adhd group', 'OUR ADHD GROUP', 'Groups for ADHD'])
      expect(spotted(text)).toContain('adhd')
  })
  test('is read in the plural and with a possessive', () => {
    expect(acronymOf('EHCPs')?.acronym).toBe('EHCP')
    expect(spotted('We help with EHCPs')).toContain('send')
    expect(spotted('Ask the CVS’s staff')).toContain('capacity_building')
  })
  test('beside what it stands for counts once, and later on again', () => {
    const long = 'special educational needs and disabilities'
    const times = (text: string) => spotted(text).filter((id) => id === 'send').length
    expect(times(`We help with ${long} (SEND) here`)).toBe(times(`We help with ${long} here`))
    expect(times(`We help with SEND (${long}) here`)).toBe(times(`We help with ${long} here`))
    expect(times(`We help with ${long} (SEND) here. Our SEND club`)).toBe(
      times(`We help with ${long} here`) + 1,
    )
  })
  test('does not meet the word that looks like it', () => {
    const [inCapitals, word] = [lexemesIn(read('our SEND club'))[1], lexemesIn(read('we send it'))[1]]
    expect(inCapitals?.key).not.toBe(word?.key)
  })
})
