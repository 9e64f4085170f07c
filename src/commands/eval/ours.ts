import { findNames } from '../../base/names/find-names.ts'
import { type Learnt, learnTables, learntFrom } from '../../matching/learnt.ts'
import { type Catalogue, prepareCatalogue } from '../../matching/match.ts'
import { prepareOrganisationNames } from '../../matching/names/organisation-names.ts'
import { type Applicant, applicantOf } from '../../matching/profile/applicant.ts'
import { rankingOf } from '../../matching/rank/rank.ts'
import type { Ablation } from './ablations.ts'
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
  return set.name === 'names' ? rankNames(set) : answersOf(set, rankerOf(set, sidesOf(set)))
}

/** The same, with a stated rule on every call that funds only individuals. */
export const oursWithRecipientType = (
  set: MatchSet,
  individualsOnly: ReadonlySet<string>,
): ((query: Query) => string[]) => answersOf(set, rankerOf(set, sidesOf(set, individualsOnly)))

/** The same, without one part of the engine. */
export const oursWithout = (set: MatchSet, left: Ablation): ((query: Query) => string[]) =>
  answersOf(set, rankerOf(set, sidesOf(set, new Set(), [left])))

/** The lists that the queries of a set ask for. */
export function answersOf(set: MatchSet, ranker: Ranker): (query: Query) => string[] {
  if (set.name === 'themes') return ({ id }) => ranker.rankOrganisations(id)
  return ({ id }) => ranker.rankOpportunities(id)
}

/** Both sides of a set, ready to be matched. */
export interface Sides {
  readonly catalogue: Catalogue
  readonly applicant: (row: LabelledOrganisation) => Applicant
}

/**
 * @param individualsOnly - opportunities that carry a rule that only individuals may apply
 * @param without - what of the engine is left out
 */
export function sidesOf(
  set: MatchSet,
  individualsOnly: ReadonlySet<string> = new Set(),
  without: readonly Ablation[] = [],
): Sides {
  const learnt = without.reduce<Learnt>(
    (it, { learn }) => (learn ? learn(it) : it),
    learntFrom(learnTables(textsOf(set))),
  )
  const catalogue = without.reduce<Catalogue>(
    (it, { catalogue: change }) => (change ? change(it) : it),
    prepareCatalogue(
      learnt,
      set.opportunities.map((row) => asOpportunity(row, individualsOnly.has(row.id))),
    ),
  )
  const applicant = (row: LabelledOrganisation) =>
    without.reduce<Applicant>(
      (it, { applicant: change }) => (change ? change(it) : it),
      applicantOf(learnt, asOrganisation(row)),
    )
  return { catalogue, applicant }
}

export function rankerOf(set: MatchSet, { catalogue, applicant }: Sides): Ranker {
  const organisations = new Map(set.organisations.map((row) => [row.id, row]))
  const rank = rankingOf(new Date(THE_DAY), catalogue)
  const match = (row: LabelledOrganisation): Scored[] =>
    rank(applicant(row), set.opportunities.length).flatMap(({ slot, units }) => {
      const opportunity = catalogue.opportunities[slot]
      return opportunity ? [{ id: opportunity.id, score: units }] : []
    })
  let lists: Map<string, Scored[]> | undefined
  /** Every organisation's list, read from the side of the opportunity. */
  const transposed = () => {
    const found = new Map<string, Scored[]>(set.opportunities.map(({ id }) => [id, []]))
    for (const row of set.organisations) {
      for (const { id, score } of match(row)) found.get(id)?.push({ id: row.id, score })
    }
    return found
  }
  return {
    rankOpportunities(id) {
      const row = organisations.get(id)
      return row ? match(row).map(({ id }) => id) : []
    },
    rankOrganisations(id) {
      lists ??= transposed()
      return rankedIds(lists.get(id) ?? [])
    },
  }
}

/** What an operator with this set as its own data would learn from, without its labels. */
const textsOf = ({ organisations, opportunities }: MatchSet): string[] => [
  ...organisations.map(({ name, description, objects }) => [name, description, objects].join('\n')),
  ...opportunities.map(({ title, description, eligibility }) => [title, description, eligibility].join('\n')),
]

function rankNames(set: NameSet): (query: Query) => string[] {
  const index = prepareOrganisationNames(set.candidates.map(({ id, title }) => ({ id, name: title })))
  return ({ text }) => findNames(index, text, DEPTH).map(({ id }) => id)
}
