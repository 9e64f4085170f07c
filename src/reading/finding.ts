import type { IsoDate, LocalTime } from '../base/date.ts'
import type { ApplicantType } from '../domain/applicant-type.ts'
import type { AreaCode } from '../domain/area.ts'
import type { ReapplyGap } from '../domain/rules.ts'
import type { CostType, Policy, Use } from '../domain/vocabulary.ts'

/** When bids are no longer taken: a day with or without a time of day, or in a word. */
export type Closing =
  | { readonly kind: 'fixed'; readonly day: IsoDate; readonly time: LocalTime | null }
  | { readonly kind: 'rolling' | 'until_spent' }

/** What can be read from prose. Money is in pence, shares in hundredths, times in months; limits are inclusive. */
export interface Values {
  readonly deadline: Closing
  readonly closesEarly: true
  readonly closesAfter: number
  readonly awardMin: number
  readonly awardMax: number
  readonly fundTotal: number
  readonly incomeMin: number
  readonly incomeMax: number
  readonly applicantTypes: ApplicantType
  readonly areas: AreaCode
  readonly matchPercent: number
  readonly percentOfIncome: number
  readonly reapplyGap: ReapplyGap
  readonly oneLiveAward: boolean
  readonly notFor: Use
  readonly costs: CostType
  readonly costsNotPaid: CostType
  readonly monthsRunning: number
  readonly monthsOfAccounts: number
  readonly unrelatedTrustees: number
  readonly unrelatedSignatories: number
  readonly policies: Policy
  readonly bankAccount: boolean
  readonly dissolutionClause: boolean
  readonly reservesMax: number
  readonly durationMax: number
}
export type Field = keyof Values

/** Fields that can have several values at once; any other that seems to have two is not sure. */
export const LISTS: ReadonlySet<Field> = new Set<Field>([
  'deadline',
  'applicantTypes',
  'areas',
  'notFor',
  'costs',
  'costsNotPaid',
  'policies',
])

/**
 * `high`: the sentence says it of every bid, without a hedge, and nothing else in the text says otherwise.
 * `low`: it may well be so, and a person must confirm it.
 */
export type Confidence = 'high' | 'low'

/** One fact with the words it was read from. */
export type Finding = {
  readonly [F in Field]: {
    readonly field: F
    readonly value: Values[F]
    /** The sentence or list item as it stands in the text. */
    readonly quote: string
    readonly confidence: Confidence
  }
}[Field]

export const isSure = ({ confidence }: Finding): boolean => confidence === 'high'

/** The same find, left to a person. */
export const doubted = (finding: Finding): Finding => ({ ...finding, confidence: 'low' })

/** A fact as a reader of one clause says it; the clause gives the quote. */
export type Read = {
  readonly [F in Field]: { readonly field: F; readonly value: Values[F]; readonly sure: boolean }
}[Field]
