import { BENCH_NOW, opportunitiesFrom } from '../../src/commands/bench/data/opportunities.ts'
import { organisationsFrom } from '../../src/commands/bench/data/organisations.ts'
import { vocabularyOf } from '../../src/commands/bench/data/vocabulary.ts'
import type { Opportunity } from '../../src/domain/opportunity.ts'
import type { Organisation } from '../../src/domain/organisation.ts'

const vocabulary = vocabularyOf(1)

/** When invented calls are matched. */
export const NOW_OF_BENCH = BENCH_NOW

/** Invented organisations and calls of one seed, the first so many. */
export const benchOrganisations = (count: number, seed = 1): Organisation[] => {
  const make = organisationsFrom(seed, vocabulary)
  return Array.from({ length: count }, (_, number) => make(number))
}

export const benchOpportunities = (count: number, seed = 1): Opportunity[] => {
  const make = opportunitiesFrom(seed, vocabulary)
  return Array.from({ length: count }, (_, number) => make(number))
}
