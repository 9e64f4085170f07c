import * as z from 'zod'
import { ApplicantType } from './applicant-type.ts'
import { Fact } from './fact.ts'
import { Beneficiary } from './theme.ts'
import { Area, HowMany, Months, Pence, Percent } from './values.ts'
import { CostType, CouncilRole, Policy, Register, Use } from './vocabulary.ts'

/** How long somebody must wait before the next bid to the same funder, and from when. */
export const ReapplyGap = z.object({ months: Months, after: z.enum(['application', 'award']) })
export type ReapplyGap = Readonly<z.infer<typeof ReapplyGap>>

/**
 * What a funder asks of those who apply and of what they apply for. A rule that what is stored does
 * not have yet is unknown.
 */
export const Rules = z.object({
  /** Who may apply. */
  applicantTypes: Fact(z.array(ApplicantType).readonly()),
  /** Where the work must be. Inferred: somewhere inside these areas, which part is not known. */
  areas: Fact(z.array(Area).readonly()),
  /** Lowest and highest yearly income of an applicant, inclusive, in minor units. */
  incomeMin: Fact(Pence),
  incomeMax: Fact(Pence),
  /** A list of suppliers that an applicant must be on already, in the funder's words. */
  supplierList: Fact(z.string()),
  /** Registers, any of which will do. */
  registers: Fact(z.array(Register).readonly()),
  /** How long an applicant must have been running. */
  monthsRunning: Fact(Months),
  /** How long a time its yearly accounts must cover. */
  monthsOfAccounts: Fact(Months),
  /** The most that a bid may be, as a share of the applicant's yearly income. */
  percentOfIncome: Fact(Percent),
  /** What is paid for; whatever else is not. */
  costs: Fact(z.array(CostType).readonly()),
  costsNotPaid: Fact(z.array(CostType).readonly()),
  /** Shortest and longest time that is paid for, inclusive, in months. */
  durationMin: Fact(Months),
  durationMax: Fact(Months),
  /** Share of the cost that must come from elsewhere. */
  matchPercent: Fact(Percent),
  /** People who are not related to each other: trustees, and signatories of the bank account. */
  unrelatedTrustees: Fact(HowMany),
  unrelatedSignatories: Fact(HowMany),
  /** All of them are needed. */
  policies: Fact(z.array(Policy).readonly()),
  reapplyGap: Fact(ReapplyGap),
  /** Whether an award that is still running keeps its holder from another of the same funder. */
  oneLiveAward: Fact(z.boolean()),
  councils: Fact(CouncilRole),
  /** How many other organisations must be in a bid. */
  partners: Fact(HowMany),
  /** Where the people who are helped must live. */
  beneficiaryAreas: Fact(z.array(Area).readonly()),
  /** Whom it must be for: any of them. */
  beneficiaries: Fact(z.array(Beneficiary).readonly()),
  /** What it does not pay for. */
  notFor: Fact(z.array(Use).readonly()),
  /** The most that an applicant may hold in free reserves, in months of its spending. */
  reservesMax: Fact(Months),
  /** Whether a bank account in the applicant's own name is needed. */
  bankAccount: Fact(z.boolean()),
  /** Whether the governing document must say who gets what is left when the organisation ends. */
  dissolutionClause: Fact(z.boolean()),
  /** Whether the award is a subsidy given as minimal financial assistance. */
  minimalFinancialAssistance: Fact(z.boolean()),
  /** It closes early when so many have applied. */
  closesAfter: Fact(HowMany),
})
export type Rules = Readonly<z.infer<typeof Rules>>
export type RuleKey = keyof Rules

/** Not one rule is known. */
export const NO_RULES: Rules = Rules.parse({})
