import { factValue } from '../../domain/fact.ts'
import { findingsOf, type Rule, toDo } from './rule.ts'

const { pass, fail, notTold } = findingsOf<true>()

const ASKS = 'It pays only into a bank account in the organisation’s own name'

const unknown = notTold(
  'hasBankAccount',
  () => `${ASKS}, and we do not know whether you have one.`,
  () => 'Do you have a bank account in your organisation’s own name?',
)
const has = pass(() => `${ASKS}, and you have one.`)
const lacks = fail(
  () => `${ASKS}, and you have none.`,
  () => 'Opens with a bank account in your own name, or a partner that holds the money for you.',
  () => [toDo('Open a bank account in your own name', { hasBankAccount: true })],
)

/** Whether the organisation has a bank account in its own name. */
export const bankAccount: Rule<true> = {
  name: 'bank_account',
  profile: ['hasBankAccount'],
  facts: ['bankAccount'],
  fields: [],
  read: ({ rules }) => factValue(rules.bankAccount) || null,
  judge(_, { hasBankAccount }) {
    if (hasBankAccount === null) return unknown
    return hasBankAccount ? has : lacks
  },
  wish: () => 'pay into a bank account in the organisation’s own name',
}
