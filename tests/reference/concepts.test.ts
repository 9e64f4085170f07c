import { stemmer } from 'stemmer'
import { expect, test } from 'vitest'
import * as z from 'zod'
import reference from '../../data/reference/concepts.json' with { type: 'json' }
import { Beneficiary, Theme } from '../../src/domain/theme.ts'
import { tokensOf } from '../../src/matching/words/tokens.ts'

const Concept = z.strictObject({
  id: z.string().regex(/^[a-z]+(_[a-z]+)*$/),
  label: z.string().min(1).max(60),
  kind: z.enum(['theme', 'beneficiary', 'activity', 'outcome']),
  early: z.boolean(),
  themes: z.array(Theme),
  beneficiaries: z.array(Beneficiary).min(1).optional(),
  broader: z.array(z.string()),
  phrases: z.array(z.string().regex(/^[a-z']+( [a-z']+){0,3}$/)).min(5),
})
type Concept = z.infer<typeof Concept>

const concepts = z
  .strictObject({ origin: z.string().min(1), licence: z.literal('MIT'), concepts: z.array(Concept) })
  .parse(reference).concepts
const byId = new Map(concepts.map((concept) => [concept.id, concept]))

/** A phrase as texts are compared with it. */
const stemsOf = (phrase: string): string =>
  tokensOf(phrase)
    .map(({ word }) => stemmer(word))
    .join(' ')

const repeated = (values: readonly string[]): string[] =>
  values.filter((value, at) => values.indexOf(value) !== at)

/** The concepts met on the way up from one, itself left out unless it contains itself. */
function containersOf(concept: Concept): Set<string> {
  const met = new Set<string>()
  const open = [...concept.broader]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (met.has(id)) continue
    met.add(id)
    open.push(...(byId.get(id)?.broader ?? []))
  }
  return met
}

test('there are at least 240 concepts, 3,000 phrases and 20 concepts of early help', () => {
  expect(concepts.length).toBeGreaterThanOrEqual(240)
  expect(concepts.flatMap(({ phrases }) => phrases).length).toBeGreaterThanOrEqual(3_000)
  expect(concepts.filter(({ early }) => early).length).toBeGreaterThanOrEqual(20)
})

test('no two concepts have the same id or label', () => {
  expect(repeated(concepts.map(({ id }) => id))).toEqual([])
  expect(repeated(concepts.map(({ label }) => label))).toEqual([])
})

test('no list within a concept says the same twice', () => {
  const lists = concepts.flatMap(({ id, themes, beneficiaries, broader }) =>
    [themes, beneficiaries ?? [], broader].map((list) => ({ id, twice: repeated(list) })),
  )
  expect(lists.filter(({ twice }) => twice.length > 0)).toEqual([])
})

test('what contains a concept is a concept, and no concept contains itself', () => {
  const broader = concepts.flatMap((concept) => concept.broader)
  expect(broader.filter((id) => !byId.has(id))).toEqual([])
  expect(concepts.filter((concept) => containersOf(concept).has(concept.id))).toEqual([])
})

test('every word of a phrase is one that texts are read by', () => {
  const phrases = concepts.flatMap((concept) => concept.phrases)
  expect(phrases.filter((phrase) => tokensOf(phrase).length !== phrase.split(' ').length)).toEqual([])
})

test('no concept lists two phrases that are compared by the same stems', () => {
  const twice = concepts.map(({ id, phrases }) => ({ id, twice: repeated(phrases.map(stemsOf)) }))
  expect(twice.filter(({ twice }) => twice.length > 0)).toEqual([])
})

test('at most 60 phrases mean more than one concept', () => {
  const all = concepts.flatMap(({ phrases }) => [...new Set(phrases.map(stemsOf))])
  expect(new Set(repeated(all)).size).toBeLessThanOrEqual(60)
})

test('no phrase is so general that every organisation would have it', () => {
  const general = new Set(
    ['charity', 'community', 'support', 'people', 'service', 'group', 'project', 'help', 'local', 'work'].map(
      stemmer,
    ),
  )
  const phrases = concepts.flatMap((concept) => concept.phrases)
  expect(phrases.filter((phrase) => general.has(stemsOf(phrase)))).toEqual([])
})
