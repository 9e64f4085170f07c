import { sayDeadline } from '../domain/deadline.ts'
import type { Change } from '../domain/digest.ts'
import { type OpportunityContent, sayAmount, sayStatus, statusAt } from '../domain/opportunity.ts'
import { sayAreas, sayIncome, sayWho } from '../domain/rules.ts'

/** Everything that people are told about when it changes, and how each is said. */
const FIELDS: readonly { name: string; say: (now: Date, content: OpportunityContent) => string }[] = [
  { name: 'Status', say: (now, content) => sayStatus(statusAt(now, content)) },
  { name: 'Deadline', say: (now, { deadline }) => sayDeadline(now, deadline) },
  { name: 'Amount', say: (_, content) => sayAmount(content) },
  { name: 'Who may apply', say: (_, { rules }) => sayWho(rules) },
  { name: 'Where', say: (_, { rules }) => sayAreas(rules) },
  { name: 'Income', say: (_, { rules }) => sayIncome(rules) },
  { name: 'Where to apply', say: (_, { url, applyUrl }) => applyUrl ?? url },
]

/**
 * What changed between two versions, as a reader would see it; empty when nothing that they would
 * see did.
 *
 * @param now - deadlines and status are said as they stand then
 */
export const describeChanges = (now: Date, before: OpportunityContent, after: OpportunityContent): Change[] =>
  FIELDS.map(({ name, say }) => ({ field: name, before: say(now, before), after: say(now, after) })).filter(
    (change) => change.before !== change.after,
  )
