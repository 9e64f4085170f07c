import * as z from 'zod'
import type { EarlyHelp, SharedEarlyHelp } from './early-help.ts'
import type { Strength } from './fact.ts'
import type { Opportunity, OpportunityContent } from './opportunity.ts'
import type { Organisation } from './organisation.ts'
import type { RuleKey } from './rules.ts'

/** May this organisation apply? `unclear` says what would settle it. */
export type Verdict = 'eligible' | 'unclear' | 'ineligible'

export const RuleName = z.enum([
  'deadline',
  'legal_form',
  'registration',
  'area',
  'beneficiary_area',
  'beneficiaries',
  'income',
  'running',
  'accounts',
  'amount',
  'share_of_income',
  'costs',
  'duration',
  'match_funding',
  'trustees',
  'signatories',
  'bank_account',
  'governing_document',
  'policies',
  'reserves',
  'reapply',
  'live_award',
  'councils',
  'partners',
  'exclusions',
  'subsidy',
  'supplier_list',
  'closes_early',
  'kind',
])
export type RuleName = z.infer<typeof RuleName>

/** A field of an organisation's profile that a rule reads. */
export type ProfileField = Exclude<
  keyof Organisation,
  'id' | 'reference' | 'name' | 'email' | 'postcode' | 'basedIn'
>

/** A field of an opportunity that a rule reads. */
export type FunderField = Exclude<keyof OpportunityContent, 'rules'> | `rules.${RuleKey}`

/**
 * What one rule says of one organisation and one opportunity. `not_stated`: the funder says nothing
 * that we have found, which is shown, and is neither a yes nor a no.
 */
export interface RuleOutcome {
  readonly rule: RuleName
  readonly outcome: 'pass' | 'fail' | 'unclear' | 'not_stated'
  /** A rule that is only `preferred` bears on no verdict, whatever its outcome. */
  readonly strength: Strength
  /** What it says, in plain words for the organisation. */
  readonly sentence: string
  /** What would settle it: of whatever is unclear, and of a silence that keeps the verdict from a yes; null otherwise. */
  readonly question: string | null
  /** What would have to change for a no to become a yes; null for any other outcome, and where nothing could. */
  readonly opens: string | null
  /** The funder's own words that it rests on; null when it rests on a stated field or on nothing. */
  readonly quote: string | null
  /** What of the organisation it looked at; empty when it is the same for everybody. */
  readonly profileFields: readonly ProfileField[]
  /** What of the opportunity it rests on; empty when the funder says nothing. */
  readonly funderFields: readonly FunderField[]
}

export interface Eligibility {
  readonly verdict: Verdict
  /** Every rule with something to say: failures first, then what is unclear, then wishes that are not met. */
  readonly rules: readonly RuleOutcome[]
}

/** Words that a sentence quotes, exactly as they stand in the texts of that side. */
export interface Quote {
  readonly side: 'organisation' | 'opportunity'
  readonly text: string
}

/** A sentence with what it quotes. */
export interface Said {
  readonly sentence: string
  readonly quotes: readonly Quote[]
}

/** A sentence that explains a score. */
export interface Reason extends Said {
  readonly part: PartName
  /** How much it adds to the score, 0 to 1. */
  readonly weight: number
}

export type PartName =
  | 'words'
  | 'topics'
  | 'place'
  | 'breadth'
  | 'recipients'
  | 'themes'
  | 'amount'
  | 'beneficiaries'
  | 'time'
  | 'funder'
  | 'feedback'

export interface Fit {
  /** 0 to 1. Orders what is not excluded; it does not predict an award. */
  readonly score: number
  /** Each from 0 to 1, that of feedback from -1 to 1, before its weight. */
  readonly parts: Readonly<Record<PartName, number>>
  /** What words, topics, themes and people add to the score together. */
  readonly subject: number
  /** Strongest first, five at most. */
  readonly reasons: readonly Reason[]
  /** What keeps the score down, what costs most first, three at most. */
  readonly whyNotHigher: readonly string[]
}

/** One opportunity judged for one organisation. */
export interface Match extends Fit {
  readonly opportunity: Opportunity
  readonly eligibility: Eligibility
  /** The early help that the opportunity names, title and summary first. It adds nothing to the score. */
  readonly earlyHelp: readonly EarlyHelp[]
  /** Of that, what the organisation names too. */
  readonly sharedEarlyHelp: readonly SharedEarlyHelp[]
}

/** A weaker match is on the page, not in the mail: a mail that is mostly noise is not read. */
export const LEAST_TOLD = 0.3

/** What the parts on the subject must add to it: the right place, sum and time are not enough. */
export const LEAST_SUBJECT = 0.08

/** Whether a match is good enough to tell somebody of it unasked. */
export const isWorthTelling = ({ score, subject }: Pick<Match, 'score' | 'subject'>): boolean =>
  score >= LEAST_TOLD && subject >= LEAST_SUBJECT
