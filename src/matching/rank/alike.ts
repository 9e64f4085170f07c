import { factValue } from '../../domain/fact.ts'
import type { Terms } from '../catalogue/rankable.ts'
import type { SeekerFacts } from './seeker.ts'

/**
 * Names what rules on the legal form, the registers and the income go by: two organisations with the same
 * name get the same from each of them. Incomes between the same two limits of these terms are alike, and
 * rules ask in which registers an organisation is, and never for its numbers.
 */
export function alikeness(terms: readonly Terms[]): (organisation: SeekerFacts) => string {
  const limits = limitsOf(terms)
  return ({ legalForm, orgIds, income }) => {
    let name = `${income === null ? '' : placeAmong(limits, income)} ${legalForm ?? ''}`
    for (const id of orgIds) name += ` ${id.slice(0, id.indexOf('-', 3) + 1)}`
    return name
  }
}

/** Every income that some terms begin or end at, each once, ascending. */
function limitsOf(terms: readonly Terms[]): Float64Array {
  const limits = new Set<number>()
  for (const { rules } of terms) {
    for (const limit of [factValue(rules.incomeMin), factValue(rules.incomeMax)]) {
      if (limit !== null) limits.add(limit)
    }
  }
  return Float64Array.from(limits).sort()
}

/** Twice the number of limits under an income, and one more for an income that is a limit itself. */
function placeAmong(limits: Float64Array, income: number): number {
  let from = 0
  let to = limits.length
  while (from < to) {
    const middle = (from + to) >>> 1
    if ((limits[middle] ?? 0) < income) from = middle + 1
    else to = middle
  }
  return 2 * from + (limits[from] === income ? 1 : 0)
}
