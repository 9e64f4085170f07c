import { describe, expect, test } from 'vitest'
import { learntFrom } from '../../../src/matching/learnt.ts'
import { organisationProfile } from '../../../src/matching/profile/read-profiles.ts'
import { spotPhrases } from '../../../src/matching/topics/spot-phrases.ts'
import { readText } from '../../../src/matching/words/read-text.ts'
import { LEARNT } from '../../support/learnt.ts'

const profile = (whatWeDo: string, learnt = LEARNT) =>
  organisationProfile(learnt, { name: '-', whatWeDo, whoWeHelp: '', themes: [], beneficiaries: [] })

const letters = 'abcdefghijklmnopqrstuvwxyz'
/** As many words as asked for, nearly all different and none of them known. */
const strangeWords = (count: number, length: number): string =>
  Array.from({ length: count }, (_, at) =>
    Array.from({ length }, (_, place) =>
      letters.charAt((at * (place * 7 + 3) + ((at >> place) ^ place)) % 26),
    ).join(''),
  ).join(' ')

describe('hostile texts', () => {
  test.for([
    ['50,000 words of seven letters', () => strangeWords(50_000, 7)],
    ['5,000 words of 40 letters', () => strangeWords(5_000, 40)],
    ['words that nearly are others', () => 'comunity helth befreindin volunter alotmen '.repeat(4_000)],
    ['halves of words', () => 'play group food bank well-being drop in '.repeat(5_000)],
    ['acronyms', () => 'SEND S.E.N.D. MS (ADHD) EHCPs '.repeat(6_000)],
    ['capitals with dots', () => 'A.'.repeat(100_000)],
    ['hyphens', () => 'be-'.repeat(60_000)],
    ['combining marks', () => `e${'\u0301'.repeat(500)} `.repeat(300)],
    ['entities and brackets', () => '&amp;&#8217;<&lt;'.repeat(10_000)],
    ['emoji', () => '👩‍👩‍👧‍👦🎉🏴󠁧󠁢󠁷󠁬󠁳󠁿 '.repeat(5_000)],
  ] as const)('%s are read within seconds', ([, text]) => {
    const started = performance.now()
    const { keys, impacts } = profile(text(), learntFrom(null))
    expect(performance.now() - started).toBeLessThan(8_000)
    expect(keys.length).toBe(impacts.length)
  })

  test('are read the same whatever was read before', () => {
    const text = 'Befreinding and SEND, a food-bank and play groups; volunteerign at the drop in'
    const fresh = profile(text, learntFrom(null))
    const learnt = learntFrom(null)
    profile(strangeWords(3_000, 8), learnt)
    profile(text.toUpperCase(), learnt)
    expect(profile(text, learnt)).toEqual(fresh)
  })

  test('marks that combine, and entities, leave words what they are', () => {
    const spots = (text: string) => spotPhrases(readText(LEARNT.dictionary, text)).map(({ means }) => means)
    expect(spots('a food\u00a0bank &amp; cafe\u0301')).toEqual(spots('a food bank & café'))
  })
})
