import type { LabelledOpportunity, LabelledOrganisation } from './labelled-rows.ts'

export const SETS = ['causes', 'awards', 'themes', 'names', 'feedback'] as const
export type SetName = (typeof SETS)[number]

/** Something that is looked for, and how good each candidate is for it. */
export interface Query {
  readonly id: string
  /** What every peer searches for. */
  readonly text: string
  /** Candidate id to grade, 1 to 3; a candidate that is not named has grade 0. At least one is relevant. */
  readonly grades: ReadonlyMap<string, number>
}

/** Something that may be found. */
export interface Candidate {
  readonly id: string
  /** Its title or name. */
  readonly title: string
  /** Everything else that is written about it. */
  readonly text: string
}

interface Common {
  /** Those with a relevant candidate; the others are left out. */
  readonly queries: readonly Query[]
  readonly leftOut: number
  readonly candidates: readonly Candidate[]
  /** The lowest grade that counts as relevant. */
  readonly relevantFrom: number
}

/** Organisations and opportunities: one side is ranked for the other. */
export interface MatchSet extends Common {
  readonly name: 'causes' | 'awards' | 'themes' | 'feedback'
  readonly organisations: readonly LabelledOrganisation[]
  readonly opportunities: readonly LabelledOpportunity[]
  /** Opportunities that fund only individuals; null where nobody labelled them. */
  readonly individualsOnly: ReadonlySet<string> | null
}

/** Names as typed, and the register in which each is one entry. */
export interface NameSet extends Common {
  readonly name: 'names'
}

export type LabelledSet = MatchSet | NameSet
