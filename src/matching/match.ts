import type { Match } from '../domain/match.ts'
import type { Opportunity } from '../domain/opportunity.ts'
import type { Organisation } from '../domain/organisation.ts'
import { type ConceptProfile, opportunityConcepts, organisationConcepts } from './concepts/concept-profile.ts'
import { judgeAllRules } from './eligibility.ts'
import { judgeFit } from './fit.ts'
import { scoreAmount } from './parts/amount.ts'
import { scoreConcepts } from './parts/concepts.ts'
import { scorePlace, type Whereabouts } from './parts/place.ts'
import { scoreBeneficiaries, scoreThemes } from './parts/shared-labels.ts'
import { scoreTime } from './parts/time.ts'
import { sayWords } from './parts/words.ts'
import { whereOpportunity, whereOrganisation } from './places/whereabouts.ts'
import { isForSector } from './rules/kind.ts'
import { type Timetable, timetableOf } from './timetable.ts'
import { type OrganisationTerm, organisationTerms } from './words/organisation-words.ts'
import { scoreWords } from './words/score-words.ts'
import { indexWords, type WordIndex } from './words/word-index.ts'

const NOWHERE: Whereabouts = { areas: [], basis: 'named' }

/** What matching knows of all open opportunities at once. */
export interface Catalogue {
  readonly opportunities: readonly Opportunity[]
  /** What each opportunity is about, in their order. */
  readonly concepts: readonly ConceptProfile[]
  readonly words: WordIndex
  /** Where each opportunity is for, in their order. */
  readonly places: readonly Whereabouts[]
  readonly timetable: Timetable
}

/** Reads every opportunity once: its words, how rare each is, and its times. */
export const prepareCatalogue = (opportunities: readonly Opportunity[]): Catalogue => ({
  opportunities,
  concepts: opportunities.map(opportunityConcepts),
  words: indexWords(opportunities),
  places: opportunities.map(whereOpportunity),
  timetable: timetableOf(opportunities),
})

/**
 * The opportunities worth the organisation's look: best first, ties by opportunity id. Those that it
 * may not apply for are left out, and so are contracts with no sign that they are meant for the
 * sector, unless it wants contracts. Reasons are put into words when they are read.
 */
export function matchOrganisation(now: Date, catalogue: Catalogue, organisation: Organisation): Match[] {
  const timings = catalogue.timetable(now)
  const terms = organisationTerms(catalogue.words, organisation)
  const words = scoreWords(catalogue.words, terms)
  const where = whereOrganisation(organisation)
  const about = organisationConcepts(organisation)
  return catalogue.opportunities
    .flatMap((opportunity, position): Match[] => {
      const timing = timings[position]
      if (!timing || !(organisation.wantsContracts || isForSector(opportunity))) return []
      const eligibility = judgeAllRules(timing.outcome, organisation, opportunity)
      if (eligibility.verdict === 'ineligible') return []
      const fit = judgeFit({
        concepts: scoreConcepts(about, catalogue.concepts[position] ?? new Map()),
        words: wordsPart(catalogue, terms, position, words[position] ?? 0),
        themes: scoreThemes(organisation.themes, opportunity.themes),
        beneficiaries: scoreBeneficiaries(organisation.beneficiaries, opportunity.beneficiaries),
        place: scorePlace(where, catalogue.places[position] ?? NOWHERE),
        amount: scoreAmount(organisation, opportunity),
        time: scoreTime(timing.left, organisation.preparationDays),
      })
      return [
        {
          opportunity,
          eligibility,
          score: fit.score,
          parts: fit.parts,
          // Few of the matches are ever shown, and words are the dearest part of them.
          get reasons() {
            return fit.reasons
          },
        },
      ]
    })
    .sort((a, b) => b.score - a.score || (a.opportunity.id < b.opportunity.id ? -1 : 1))
}

function wordsPart(
  { words }: Catalogue,
  terms: readonly OrganisationTerm[],
  position: number,
  value: number,
) {
  const uses = words.uses[position]
  return {
    value,
    get sentence() {
      return value > 0 && uses ? sayWords(terms, uses) : null
    },
  }
}
