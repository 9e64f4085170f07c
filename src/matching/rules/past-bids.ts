import { listWords } from '../../base/text.ts'
import { registerId } from '../../domain/funder.ts'
import type { Opportunity } from '../../domain/opportunity.ts'
import type { PastBid } from '../../domain/standing.ts'
import { areNearFunders, type FunderName, readFunderName } from '../funders/near-funders.ts'

/** A funder as bids of the past name it. */
export interface FunderKeys {
  readonly name: string
  /** In a register; null when not known. */
  readonly id: string | null
  readonly read: FunderName
}

export const funderKeys = ({ funder }: Pick<Opportunity, 'funder'>): FunderKeys => ({
  name: funder.name,
  id: registerId(funder),
  read: readFunderName(funder.name),
})

/** Those of the bids that were made to this funder, by its id or, where either has none, by its name, past ones too. */
export function bidsTo(funder: FunderKeys, history: readonly PastBid[]): readonly PastBid[] {
  if (history.length === 0) return history
  const keys = keysOf(history)
  return history.filter((_, at) => isTo(funder, keys[at]))
}

/** Those that name a funder so nearly the same that it may be this one. */
export function bidsNear(funder: FunderKeys, history: readonly PastBid[]): readonly PastBid[] {
  if (history.length === 0) return history
  const keys = keysOf(history)
  return history.filter((_, at) => isNear(funder, keys[at]))
}

/** Asks whether the funders that are named nearly the same are this one. */
export function askSameFunder(funder: FunderKeys, history: readonly PastBid[]): string {
  const names = new Set(bidsNear(funder, history).map((bid) => `“${bid.funder}”`))
  return `Is ${listWords([...names], 'or')} in your history the same funder as “${funder.name}”?`
}

const isTo = (funder: FunderKeys, bid: FunderKeys | undefined): boolean =>
  bid !== undefined &&
  (funder.id !== null && bid.id !== null ? funder.id === bid.id : funder.read.lasting === bid.read.lasting)

/** Two ids tell two funders apart, whatever their names. */
const isNear = (funder: FunderKeys, bid: FunderKeys | undefined): boolean =>
  bid !== undefined &&
  (funder.id === null || bid.id === null) &&
  funder.read.lasting !== bid.read.lasting &&
  areNearFunders(funder.read, bid.read)

/** Made once for each history: it is asked for at every call with such a rule. */
const KEYS = new WeakMap<readonly PastBid[], readonly FunderKeys[]>()

function keysOf(history: readonly PastBid[]): readonly FunderKeys[] {
  const known = KEYS.get(history)
  if (known) return known
  const keys = history.map(({ funder, funderId }) =>
    funderKeys({ funder: { name: funder, orgId: funderId } }),
  )
  KEYS.set(history, keys)
  return keys
}
