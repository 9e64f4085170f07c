import type { Opportunity } from '../../../domain/opportunity.ts'
import type { Organisation } from '../../../domain/organisation.ts'
import { type Learnt, learnTables, learntFrom } from '../../../matching/learnt.ts'
import { opportunitiesFrom } from '../data/opportunities.ts'
import { organisationsFrom } from '../data/organisations.ts'
import { vocabularyOf } from '../data/vocabulary.ts'

/** Invented data of one size, and what an operator with it would have learnt. */
export interface World {
  readonly organisations: number
  readonly opportunities: number
  readonly learnt: Learnt
  organisation(number: number): Organisation
  opportunity(number: number, version?: number): Opportunity
}

/** Texts that are learnt from. */
const LEARNT_FROM = { organisations: 2_000, opportunities: 1_000 }

export function worldOf(seed: number, organisations: number, opportunities: number): World {
  const vocabulary = vocabularyOf(seed)
  const organisation = organisationsFrom(seed, vocabulary)
  const opportunity = opportunitiesFrom(seed, vocabulary)
  const texts = [
    ...numbers(LEARNT_FROM.organisations).map((number) => organisationText(organisation(number))),
    ...numbers(LEARNT_FROM.opportunities).map((number) => opportunityText(opportunity(number))),
  ]
  return {
    organisations,
    opportunities,
    learnt: learntFrom(learnTables(texts)),
    organisation,
    opportunity,
  }
}

export const numbers = (count: number): number[] => Array.from({ length: count }, (_, number) => number)

export const organisationText = ({ name, whatWeDo, whoWeHelp }: Organisation): string =>
  [name, whatWeDo, whoWeHelp].join('\n')

export const opportunityText = ({ title, summary, description }: Opportunity): string =>
  [title, summary, description].join('\n')
