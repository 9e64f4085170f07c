import { factValue } from './fact.ts'
import type { OpportunityContent } from './opportunity.ts'

/** What a reader looks for first, as a source may or may not tell it, and what it is called. */
export const TOLD_FACTS = {
  deadline: 'closing date',
  amount: 'amount',
  area: 'area',
  applicantTypes: 'who may apply',
  summary: 'summary',
  applyUrl: 'link to apply',
  funderId: 'number of the funder',
  contactEmail: 'contact address',
} as const
export type ToldFact = keyof typeof TOLD_FACTS

/** Of some opportunities, how many told each fact. */
export interface FactCounts extends Readonly<Record<ToldFact, number>> {
  /** All of them. */
  readonly opportunities: number
}

export const NO_FACTS: FactCounts = {
  opportunities: 0,
  deadline: 0,
  amount: 0,
  area: 0,
  applicantTypes: 0,
  summary: 0,
  applyUrl: 0,
  funderId: 0,
  contactEmail: 0,
}

const TELLS: Readonly<Record<ToldFact, (content: OpportunityContent) => boolean>> = {
  deadline: ({ deadline }) => deadline.kind !== 'unknown' || deadline.rounds.length > 0,
  amount: ({ awardMin, awardMax, fundTotal }) => [awardMin, awardMax, fundTotal].some((sum) => sum !== null),
  area: ({ rules }) => factValue(rules.areas) !== null,
  applicantTypes: ({ rules }) => factValue(rules.applicantTypes) !== null,
  summary: ({ summary }) => summary !== '',
  applyUrl: ({ applyUrl }) => applyUrl !== null,
  funderId: ({ funder }) => funder.orgId !== null,
  contactEmail: ({ contactEmail }) => contactEmail !== null,
}

/** Counts what each content tells. A closing that is rolling is told; one in words alone is not. */
export function countFacts(contents: readonly OpportunityContent[]): FactCounts {
  const counts = Object.entries(TELLS).map(([fact, tells]) => [fact, contents.filter(tells).length])
  return { opportunities: contents.length, ...Object.fromEntries(counts) } as FactCounts
}

/** What both counted together. */
export function addFacts(a: FactCounts, b: FactCounts): FactCounts {
  const names = Object.keys(NO_FACTS) as (keyof FactCounts)[]
  return Object.fromEntries(names.map((name) => [name, a[name] + b[name]])) as unknown as FactCounts
}
