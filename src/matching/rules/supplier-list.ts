import { factValue } from '../../domain/fact.ts'
import { findingsOf, type Rule } from './rule.ts'

const ask = findingsOf<string>().unclear(
  ({ terms }) => `You must already be on a list of suppliers: ${terms}.`,
  () => 'Are you on it?',
)

/** Asks whether the organisation is on the list that it must be on. */
export const supplierList: Rule<string> = {
  name: 'supplier_list',
  profile: [],
  facts: ['supplierList'],
  fields: [],
  read: ({ rules }) => factValue(rules.supplierList),
  judge: () => ask,
  wish: (list) => `buy from those on a list of suppliers: ${list}`,
}
