import { describe, expect, test } from 'vitest'
import {
  likeness,
  opportunityConcepts,
  organisationConcepts,
} from '../../../src/matching/concepts/concept-profile.ts'
import { CONCEPTS } from '../../../src/matching/concepts/lexicon.ts'
import { spotConcepts } from '../../../src/matching/concepts/spot-concepts.ts'
import { scoreConcepts } from '../../../src/matching/parts/concepts.ts'
import { anOpportunity, anOrganisation } from '../../support/builders.ts'

/** The concepts of a text, by id, with the words that say so; those that only hold another one left out. */
const spotted = (text: string) =>
  Object.fromEntries(
    [...spotConcepts([[text, 1]])].flatMap(([concept, { surfaces }]) =>
      surfaces.length === 0 ? [] : [[CONCEPTS[concept]?.id ?? '', surfaces]],
    ),
  )

describe('a text', () => {
  test('speaks of a concept in whatever words, quoted as they stand', () => {
    expect(spotted('We visit Housebound PENSIONERS.')).toMatchObject({
      older_people: [expect.stringMatching(/PENSIONERS/i)],
    })
    expect(spotted('a lunch for the elderly')).toHaveProperty('older_people')
  })
  test('of phrases that overlap speaks of the longest', () => {
    expect(spotted('The Salvation Army')).not.toHaveProperty('armed_forces')
  })
  test('on something narrow is a little about what holds it', () => {
    const uses = spotConcepts([['A hospice', 1]])
    const ids = [...uses].map(([concept]) => CONCEPTS[concept]?.id)
    expect(ids.length).toBeGreaterThan(1)
    const [first, ...held] = [...uses.values()].map(({ weight }) => weight)
    for (const weight of held) expect(weight).toBeLessThan(first ?? 0)
  })
  test.for(['', '🎉', '<b>', 'zzyzx qwrt'])('that says nothing we know is about nothing: %j', (text) => {
    expect(spotConcepts([[text, 1]]).size).toBe(0)
  })
})

describe('two texts', () => {
  const organisation = (whatWeDo: string) =>
    organisationConcepts(anOrganisation({ name: '-', whatWeDo, whoWeHelp: '' }))
  const opportunity = (title: string) =>
    opportunityConcepts(anOpportunity({ title, summary: '', description: '' }))

  test('about the same thing are alike, though they share no word', () => {
    const own = organisation('Visits to housebound pensioners')
    expect(likeness(own, opportunity('Company for the elderly'))).toBeGreaterThan(
      likeness(own, opportunity('Brass bands')),
    )
  })
  test('are alike by the same measure from either side, from 0 to 1', () => {
    const [own, theirs] = [organisation('A food bank and debt advice'), opportunity('Debt advice')]
    expect(likeness(own, theirs)).toBe(likeness(theirs, own))
    expect(likeness(own, own)).toBeCloseTo(1, 10)
    expect(likeness(own, opportunity(''))).toBe(0)
  })
  test('get a reason with the words of both sides', () => {
    const { sentence } = scoreConcepts(
      organisation('We run a group for pensioners'),
      opportunity('Grants for the elderly'),
    )
    expect(sentence).toBe('Both are about older people (your “pensioners”, their “elderly”).')
  })
  test('that share only what neither names get no reason', () => {
    const { value, sentence } = scoreConcepts(organisation('A football club'), opportunity('Rugby'))
    expect(value).toBeGreaterThan(0)
    expect(sentence).toBeNull()
  })
})
