import { NO_DEADLINE_KNOWN } from './deadline.ts'
import { UNKNOWN } from './fact.ts'
import { READ_FIELDS } from './from-words.ts'
import type { OpportunityContent } from './opportunity.ts'

/** The content as the source's own fields have it: what was read from prose is unknown again. */
export function withoutReadings({ fromWords, ...content }: OpportunityContent): OpportunityContent {
  if (fromWords === undefined || fromWords.confirmed) return content
  const read = READ_FIELDS.filter((field) => fromWords.quotes[field] !== undefined)
  const fields = read.map((field) => [field, field === 'deadline' ? NO_DEADLINE_KNOWN : null])
  const rules = fromWords.rules.map((rule) => [rule, UNKNOWN])
  return {
    ...content,
    ...Object.fromEntries(fields),
    rules: { ...content.rules, ...Object.fromEntries(rules) },
  }
}
