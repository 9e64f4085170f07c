import * as z from 'zod'
import { Day } from './deadline.ts'
import { Area, HowMany, Months, Pence, Percent } from './values.ts'
import { CostType, Policy, Use } from './vocabulary.ts'

/** A bid that the organisation made, to whomever, and what came of it. */
export const PastBid = z.object({
  funder: z.string().min(1),
  /** As org-id.guide writes it; null when not known. */
  funderId: z.string().nullable(),
  appliedOn: Day.nullable(),
  outcome: z.enum(['awarded', 'not_awarded', 'waiting']).nullable(),
  /** The last day of the award; null when not known, or when there is none. */
  endsOn: Day.nullable(),
})
export type PastBid = Readonly<z.infer<typeof PastBid>>

/**
 * What funders ask about an organisation beside what it does. Null, and an empty list that cannot be
 * null, mean that it has not told; an empty list that can be null means none.
 */
export const Standing = z.object({
  /** Where the people live whom it helps. */
  beneficiaryAreas: z.array(Area).readonly().default([]),
  /** The first day that its yearly accounts cover. */
  accountsFrom: Day.nullable().default(null),
  /** What it needs money for. */
  costs: z.array(CostType).readonly().default([]),
  /** Shortest and longest time for which an award is of use to it, inclusive, in months. */
  durationMin: Months.nullable().default(null),
  durationMax: Months.nullable().default(null),
  /** Share of a cost that it can find elsewhere, at most. */
  matchPercent: Percent.nullable().default(null),
  unrelatedTrustees: HowMany.nullable().default(null),
  unrelatedSignatories: HowMany.nullable().default(null),
  /** Every one that it has. */
  policies: z.array(Policy).readonly().nullable().default(null),
  /** Every bid of the last years. */
  history: z.array(PastBid).readonly().nullable().default(null),
  /** How many other organisations would bid together with it. */
  partners: HowMany.nullable().default(null),
  /** Which of the uses that funders often rule out the money would go to. */
  uses: z.array(Use).readonly().nullable().default(null),
  /** Free reserves, in months of its spending. */
  reservesMonths: Months.nullable().default(null),
  hasBankAccount: z.boolean().nullable().default(null),
  /** Whether its governing document says who gets what is left when it ends. */
  hasDissolutionClause: z.boolean().nullable().default(null),
  /** Minimal financial assistance and the like in this fiscal year and the two before, in pence. */
  subsidyReceived: Pence.nullable().default(null),
})
export type Standing = Readonly<z.infer<typeof Standing>>

/** An organisation that has told none of it. */
export const NOTHING_TOLD: Standing = Standing.parse({})
