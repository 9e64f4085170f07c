import type { Opportunity } from './opportunity.ts'

/** May this organisation apply? `unclear` says what would settle it. */
export type Verdict = 'eligible' | 'unclear' | 'ineligible'

export type RuleName = 'deadline' | 'legal_form' | 'area' | 'income' | 'amount' | 'supplier_list' | 'kind'

/**
 * What one rule says of one organisation and one opportunity. `not_stated`: the funder says nothing
 * that we have found, which is shown, and is neither a yes nor a no.
 */
export interface RuleOutcome {
  readonly rule: RuleName
  readonly outcome: 'pass' | 'fail' | 'unclear' | 'not_stated'
  /** One plain sentence for the organisation. */
  readonly sentence: string
  /** What would settle an unclear verdict, where this rule keeps it from being a yes; null otherwise. */
  readonly question: string | null
  /** The funder's own words that it rests on; null when it rests on a stated field or on nothing. */
  readonly quote: string | null
}

export interface Eligibility {
  readonly verdict: Verdict
  /** Every rule, failures first, then what is unclear. */
  readonly rules: readonly RuleOutcome[]
}

/** A sentence that explains a score. */
export interface Reason {
  readonly part: PartName
  readonly sentence: string
  /** How much it adds to the score, 0 to 1. */
  readonly weight: number
}

export type PartName = 'concepts' | 'words' | 'themes' | 'beneficiaries' | 'place' | 'amount' | 'time'

export interface Fit {
  /** 0 to 1. Orders what is not excluded; it does not predict an award. */
  readonly score: number
  /** Each from 0 to 1, before its weight. */
  readonly parts: Readonly<Record<PartName, number>>
  /** Strongest first, five at most. */
  readonly reasons: readonly Reason[]
}

/** One opportunity judged for one organisation. */
export interface Match extends Fit {
  readonly opportunity: Opportunity
  readonly eligibility: Eligibility
}

/** A weaker match is on the page, not in the mail: a mail that is mostly noise is not read. */
export const LEAST_TOLD = 0.35

/** The parts that say what a match is about must sum to this, of 4: the right place and sum are not enough. */
const LEAST_TOPIC = 0.5

/** Whether a match is good enough to tell somebody of it unasked. */
export const isWorthTelling = ({ score, parts }: Pick<Match, 'score' | 'parts'>): boolean =>
  score >= LEAST_TOLD && parts.concepts + parts.words + parts.themes + parts.beneficiaries >= LEAST_TOPIC
