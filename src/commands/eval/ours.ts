import { matchOrganisation, prepareCatalogue } from '../../matching/match.ts'
import { findNames, prepareNames } from '../../matching/names/names.ts'
import { asOpportunity, asOrganisation, THE_DAY } from './as-domain.ts'
import type { LabelledOrganisation } from './labelled-rows.ts'
import type { LabelledSet, MatchSet, NameSet, Query } from './labelled-set.ts'
import { DEPTH, rankedIds, type Scored } from './scored.ts'

/** Our engine on one set, asked by id: the ids of the other side, best first; none for an id that it lacks. */
export interface Ranker {
  rankOpportunities(organisation: string): string[]
  rankOrganisations(opportunity: string): string[]
}

/** How our engine answers the queries of a set, called as production calls it. */
export function oursFor(set: LabelledSet): (query: Query) => string[] {
  if (set.name === 'names') return rankNames(set)
  const ranker = rankerOf(set, new Set())
  if (set.name === 'themes') return ({ id }) => ranker.rankOrganisations(id)
  return ({ id }) => ranker.rankOpportunities(id)
}

/** The same, with a stated rule on every call that funds only individuals. */
export function oursWithRecipientType(
  set: MatchSet,
  individualsOnly: ReadonlySet<string>,
): (query: Query) => string[] {
  const ranker = rankerOf(set, individualsOnly)
  return ({ id }) => ranker.rankOpportunities(id)
}

/** @param individualsOnly - opportunities that carry a rule that only individuals may apply */
function rankerOf(set: MatchSet, individualsOnly: ReadonlySet<string>): Ranker {
  const catalogue = prepareCatalogue(
    set.opportunities.map((row) => asOpportunity(row, individualsOnly.has(row.id))),
  )
  const organisations = new Map(set.organisations.map((row) => [row.id, row]))
  const match = (row: LabelledOrganisation) =>
    matchOrganisation(new Date(THE_DAY), catalogue, asOrganisation(row))
  let lists: Map<string, Scored[]> | undefined
  /** Every organisation's list, read from the side of the opportunity. */
  const transposed = () => {
    const found = new Map<string, Scored[]>(set.opportunities.map(({ id }) => [id, []]))
    for (const row of set.organisations) {
      for (const { opportunity, score } of match(row)) found.get(opportunity.id)?.push({ id: row.id, score })
    }
    return found
  }
  return {
    rankOpportunities(id) {
      const row = organisations.get(id)
      return row ? match(row).map(({ opportunity }) => opportunity.id) : []
    },
    rankOrganisations(id) {
      lists ??= transposed()
      return rankedIds(lists.get(id) ?? [])
    },
  }
}

function rankNames(set: NameSet): (query: Query) => string[] {
  const index = prepareNames(set.candidates.map(({ id, title }) => ({ id, name: title })))
  return ({ text }) => findNames(index, text, DEPTH).map(({ id }) => id)
}
