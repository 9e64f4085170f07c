import type { OpportunityContent, OpportunityKind } from './opportunity.ts'

/** What a person says of an opportunity, as it was typed; empty where nothing is said. */
export interface HandForm {
  readonly title: string
  readonly funder: string
  readonly kind: OpportunityKind
  readonly link: string
  /** Empty until it is chosen. */
  readonly deadline: OpportunityContent['deadline']['kind'] | ''
  /** The parts of the last day; and its time, such as 12:00, 5pm or noon. */
  readonly day: string
  readonly month: string
  readonly year: string
  readonly time: string
  /** In pounds. */
  readonly awardMin: string
  readonly awardMax: string
  readonly fundTotal: string
  /** Kinds of applicant, by their codes. */
  readonly who: readonly string[]
  /** Names of areas with semicolons between them. */
  readonly areas: string
  readonly summary: string
  /** Other rules that were found and are right, by their names. */
  readonly keep: readonly string[]
  /** Under which the funder's words may be copied; empty when none is known. */
  readonly licence: string
  /** Where it was found, in words. */
  readonly where: string
}

/** What is wrong with a field, in words for who filled it in. */
export interface HandFault {
  readonly field: keyof HandForm
  readonly text: string
}
