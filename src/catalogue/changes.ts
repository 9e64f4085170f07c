import type { OpportunityContent } from '../domain/opportunity.ts'

/** A field of the content; each rule is a field of its own. */
export type FieldName = keyof OpportunityContent | `rules.${keyof OpportunityContent['rules']}`

/** Names of the fields that differ, in the order of the content; empty when it says the same. */
export function changedFields(before: OpportunityContent, after: OpportunityContent): FieldName[] {
  const keys = Object.keys(after) as (keyof OpportunityContent)[]
  return keys.flatMap((key): FieldName[] => {
    if (key !== 'rules') return same(before[key], after[key]) ? [] : [key]
    const rules = Object.keys(after.rules) as (keyof OpportunityContent['rules'])[]
    return rules
      .filter((rule) => !same(before.rules[rule], after.rules[rule]))
      .map((rule) => `rules.${rule}` as const)
  })
}

/** Equal as JSON, whatever the order of keys. */
function same(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const [left, right] = [Object.entries(a), Object.entries(b)]
  return (
    left.length === right.length &&
    left.every(([key, value]) => same(value, (b as Record<string, unknown>)[key]))
  )
}
