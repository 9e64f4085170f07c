import { listWords } from '../../base/text.ts'
import type { RuleOutcome } from '../../domain/match.ts'
import type { Opportunity, VcseSignal } from '../../domain/opportunity.ts'
import type { Organisation } from '../../domain/organisation.ts'
import { outcomesOf } from './outcome.ts'

type Offered = Pick<Opportunity, 'kind' | 'vcseSignals'>

const { pass, notStated } = outcomesOf('kind')

const SAID: Readonly<Record<VcseSignal, string>> = {
  suitable: 'the notice says that it suits voluntary, community and social enterprises',
  reserved: 'the notice reserves it for certain kinds of organisation',
  light_touch: 'it is for a social, health, education, cultural or community service',
}

/** Whether a contract shows a sign of being meant for, or open to, the voluntary sector. Other kinds always do. */
export const isForSector = ({ kind, vcseSignals }: Offered): boolean =>
  kind !== 'contract' || vcseSignals.length > 0

/** Says that this is a contract, and why it is shown; null for any other kind. Never a no. */
export function judgeKind(
  { wantsContracts }: Pick<Organisation, 'wantsContracts'>,
  offered: Offered,
): RuleOutcome | null {
  if (offered.kind !== 'contract') return null
  if (isForSector(offered)) {
    const signs = [...new Set(offered.vcseSignals)].map((signal) => SAID[signal])
    return pass(`This is a contract to deliver something, not a grant; ${listWords(signs)}.`)
  }
  const sentence = 'This is a contract, with no sign that it is meant for voluntary organisations'
  return wantsContracts ? pass(`${sentence}; you asked to see such contracts.`) : notStated(`${sentence}.`)
}
