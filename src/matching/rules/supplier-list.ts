import type { RuleOutcome } from '../../domain/match.ts'
import type { Rules } from '../../domain/opportunity.ts'
import { outcomesOf } from './outcome.ts'

const { unclear } = outcomesOf('supplier_list')

/** Asks whether the organisation is on the list that it must be on; null when there is none. */
export function judgeSupplierList({ supplierList: fact }: Pick<Rules, 'supplierList'>): RuleOutcome | null {
  if (fact.basis === 'unknown') return null
  const quote = fact.basis === 'inferred' ? fact.quote : null
  return unclear(`You must already be on a list of suppliers: ${fact.value}.`, 'Are you on it?', quote)
}
