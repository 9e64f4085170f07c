import { describe, expect, test } from 'vitest'
import { CONCEPTS } from '../../../src/matching/topics/concepts.ts'
import { spotPhrases } from '../../../src/matching/topics/spot-phrases.ts'
import { readText } from '../../../src/matching/words/read-text.ts'
import { weighWords } from '../../../src/matching/words/weigh-words.ts'
import { LEARNT } from '../../support/learnt.ts'

const read = (text: string) => readText(LEARNT.dictionary, text)
function keys(text: string): Set<number> {
  const weighed = weighWords([[read(text), 1]])
  return new Set(weighed.keys.subarray(0, weighed.size))
}
const shared = (a: string, b: string) => keys(a).intersection(keys(b)).size
const concepts = (text: string) =>
  new Set(spotPhrases(read(text)).flatMap(({ means }) => means.map((concept) => CONCEPTS[concept]?.id)))

describe('one word and two', () => {
  test.for([
    ['foodbank', 'food bank', 'food_bank'],
    ['foodbanks', 'food-bank', 'food_bank'],
    ['wellbeing', 'well-being', 'wellbeing'],
    ['wellbeing', 'well being', 'wellbeing'],
    ['playgroup', 'play group', 'preschool'],
    ['playgroups', 'play-groups', 'preschool'],
    ['childminder', 'child minder', null],
    ['lunchclub', 'lunch club', 'lunch_clubs'],
    ['drop-in', 'drop in', null],
    ['dropin', 'drop in', null],
    ['helpline', 'help line', 'helplines'],
    ['carpark', 'car park', null],
  ] as const)('%s and %s meet', ([one, two, concept]) => {
    expect(shared(`our ${one} here`, `a ${two} for`)).toBeGreaterThan(0)
    if (concept === null) return
    expect(concepts(`our ${one} here`)).toContain(concept)
    expect(concepts(`a ${two} for`)).toContain(concept)
  })

  test.for([
    ['belong', 'be long'],
    ['manager', 'man ager'],
    ['managed', 'man aged'],
    ['therapist', 'the rapist'],
    ['together', 'to get her'],
    ['justice', 'just ice'],
    ['notable', 'not able'],
    ['into', 'in to'],
  ] as const)('%s and %s do not', ([one, two]) => {
    expect(shared(one, two)).toBe(0)
  })

  test('that stand in two sentences do not meet', () => {
    expect(shared('playgroup', 'We play. Group work too')).toBe(0)
  })
  test('keep what each of the two says', () => {
    expect(shared('food bank', 'food')).toBe(1)
  })
})
