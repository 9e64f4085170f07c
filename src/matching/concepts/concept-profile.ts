import type { Opportunity } from '../../domain/opportunity.ts'
import type { Organisation } from '../../domain/organisation.ts'
import { CONCEPT_OPPORTUNITY_FIELDS, CONCEPT_ORGANISATION_FIELDS, CONCEPT_RARITY_POWER } from '../weights.ts'
import { CONCEPTS } from './lexicon.ts'
import { type ConceptUse, spotConcepts } from './spot-concepts.ts'

/** What a set of texts is about: concepts by number, heavier ones more of it; of length 1, or empty. */
export type ConceptProfile = ReadonlyMap<number, ConceptUse>

export const opportunityConcepts = ({ title, summary, description }: Opportunity): ConceptProfile =>
  profileOf(
    spotConcepts([
      [title, CONCEPT_OPPORTUNITY_FIELDS.title],
      [summary, CONCEPT_OPPORTUNITY_FIELDS.summary],
      [description, CONCEPT_OPPORTUNITY_FIELDS.description],
    ]),
  )

export const organisationConcepts = ({ name, whatWeDo, whoWeHelp }: Organisation): ConceptProfile =>
  profileOf(
    spotConcepts([
      [whatWeDo, CONCEPT_ORGANISATION_FIELDS.whatWeDo],
      [whoWeHelp, CONCEPT_ORGANISATION_FIELDS.whoWeHelp],
      [name, CONCEPT_ORGANISATION_FIELDS.name],
    ]),
  )

/** How alike two profiles are: 0 when they share nothing, 1 when they are about the same things. */
export function likeness(own: ConceptProfile, theirs: ConceptProfile): number {
  let sum = 0
  for (const [concept, { weight }] of own) sum += weight * (theirs.get(concept)?.weight ?? 0)
  return Math.min(1, sum)
}

function profileOf(uses: ReadonlyMap<number, ConceptUse>): ConceptProfile {
  const weighed = [...uses].map(
    ([concept, use]) =>
      [
        concept,
        { ...use, weight: use.weight * (CONCEPTS[concept]?.rarity ?? 1) ** CONCEPT_RARITY_POWER },
      ] as const,
  )
  const length = Math.sqrt(weighed.reduce((sum, [, { weight }]) => sum + weight * weight, 0)) || 1
  return new Map(weighed.map(([concept, use]) => [concept, { ...use, weight: use.weight / length }]))
}
