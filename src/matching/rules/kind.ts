import { listWords } from '../../base/text.ts'
import type { Opportunity, VcseSignal } from '../../domain/opportunity.ts'
import { findingsOf, type Rule } from './rule.ts'

type Signals = readonly VcseSignal[]

const { pass, notStated } = findingsOf<Signals>()

const SAID: Readonly<Record<VcseSignal, string>> = {
  suitable: 'the notice says that it suits voluntary, community and social enterprises',
  reserved: 'the notice reserves it for certain kinds of organisation',
  light_touch: 'it is for a social, health, education, cultural or community service',
}

/** Whether a contract shows a sign of being meant for, or open to, the voluntary sector. Other kinds always do. */
export const isForSector = ({ kind, vcseSignals }: Pick<Opportunity, 'kind' | 'vcseSignals'>): boolean =>
  kind !== 'contract' || vcseSignals.length > 0

const NO_SIGN = 'This is a contract, with no sign that it is meant for voluntary organisations'

const signed = pass(({ terms }) => {
  const signs = [...new Set(terms)].map((signal) => SAID[signal])
  return `This is a contract to deliver something, not a grant; ${listWords(signs)}.`
})
const wanted = pass(() => `${NO_SIGN}; you asked to see such contracts.`)
const unsigned = notStated(() => `${NO_SIGN}.`)

/** Says that this is a contract, and why it is shown. Never a no. */
export const kind: Rule<Signals> = {
  name: 'kind',
  profile: ['wantsContracts'],
  facts: [],
  fields: ['kind', 'vcseSignals'],
  read: (opportunity) => (opportunity.kind === 'contract' ? opportunity.vcseSignals : null),
  judge(signals, { wantsContracts }) {
    if (signals.length > 0) return signed
    return wantsContracts ? wanted : unsigned
  },
  wish: () => 'buy',
}
