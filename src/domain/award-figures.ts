import type { IsoDate } from '../base/date.ts'
import type { AreaCode } from './area.ts'
import type { Award } from './award.ts'

/** What the awards of a funder come to. Sums of money are in pence, of awards in pounds alone. */
export interface AwardFigures {
  /** At least 1. */
  readonly count: number
  readonly inPounds: number
  readonly total: number
  /** Half of the awards above £0 are of this or less; null when there is none. */
  readonly median: number | null
  /** The middle half of the awards above £0; null when there are fewer than four. */
  readonly usual: { readonly least: number; readonly most: number } | null
  readonly firstOn: IsoDate
  readonly lastOn: IsoDate
  /** How many came from a call that was open to all. */
  readonly openCalls: { readonly yes: number; readonly no: number; readonly unknown: number }
  /** Where the work is, or else where the recipient is; most awards first. One in two areas counts in both. */
  readonly areas: readonly { readonly code: AreaCode; readonly count: number }[]
  /** Awards of which neither is known. */
  readonly withoutArea: number
  /** Where all of them come from, by name. */
  readonly sources: readonly Pick<Award, 'sourceName' | 'licence'>[]
}
