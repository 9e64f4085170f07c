import { sayAmount, sayFundTotal } from './amount.ts'
import { sayEveryRound } from './deadline.ts'
import type { Change } from './digest.ts'
import { factValue } from './fact.ts'
import { type OpportunityContent, sayStatus, statusAt } from './opportunity.ts'
import { RULE_FACTS } from './rule-facts.ts'
import { sayAreas, sayIncome, sayWho } from './say-rules.ts'

/** Where it stands, and why it ended where somebody said so. */
function sayStanding(now: Date, content: OpportunityContent): string {
  const status = sayStatus(statusAt(now, content))
  const { ended, endedWhy = null } = content
  return ended === null || endedWhy === null ? status : `${status}: ${endedWhy}`
}

/** Everything that people are told about when it changes, and how each is said. */
const TOLD: readonly { field: string; say: (now: Date, content: OpportunityContent) => string }[] = [
  { field: 'Status', say: sayStanding },
  { field: 'Deadline', say: (_, { deadline }) => sayEveryRound(deadline) },
  { field: 'Amount', say: (_, content) => sayAmount(content) },
  { field: 'Money in all', say: (_, content) => sayFundTotal(content) },
  { field: 'Who may apply', say: (_, { rules }) => sayWho(rules) },
  { field: 'Where', say: (_, { rules }) => sayAreas(rules) },
  { field: 'Income', say: (_, { rules, currency }) => sayIncome(rules, currency) },
  { field: 'List of suppliers', say: (_, { rules }) => factValue(rules.supplierList) ?? 'Not needed' },
  ...RULE_FACTS.map(({ name, say }) => ({
    field: name,
    say: (_: Date, { rules }: OpportunityContent) => say(rules) ?? 'Not stated',
  })),
  { field: 'Where to apply', say: (_, { url, applyUrl }) => applyUrl ?? url },
]

/**
 * What changed between two versions as a reader would see it: whether, until when, for how much, by
 * whom, where, and where to apply. Empty when nothing did that people must be told of.
 *
 * @param now - the status is said as it stands then
 */
export const describeChanges = (now: Date, before: OpportunityContent, after: OpportunityContent): Change[] =>
  TOLD.map(({ field, say }) => ({ field, before: say(now, before), after: say(now, after) })).filter(
    (change) => change.before !== change.after,
  )
