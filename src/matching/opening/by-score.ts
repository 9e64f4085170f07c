import { UNKNOWN } from '../../domain/fact.ts'
import { NO_RULES } from '../../domain/rules.ts'
import type { Interned } from '../catalogue/interned.ts'
import type { Rankable } from '../catalogue/rankable.ts'
import { scoreAmount } from '../parts/amount.ts'
import { unitsOf } from '../profile/units.ts'
import { rankingOf } from '../rank/rank.ts'
import type { Seeker } from '../rank/seeker.ts'
import { UNKNOWN_AMOUNT } from '../weights.ts'

/** One opportunity of a catalogue, by slot, and its score in units. */
export interface Scored {
  readonly slot: number
  readonly units: number
}

/**
 * Everything that takes bids or will, best first, ties by id, whoever may apply. Only contracts that the
 * organisation does not want are left out.
 */
export function byScore(now: Date, rankable: Rankable, seeker: Seeker): Scored[] {
  const { terms, ranks } = rankable
  const amounts = terms.values.map((it) => unitsOf('amount', scoreAmount(seeker.organisation, it).value))
  return rankingOf(now, withoutRules(rankable))(seeker, ranks.length)
    .map(({ slot, units }) => ({
      slot,
      units: units - NO_AMOUNT + (amounts[terms.numbers[slot] ?? 0] ?? NO_AMOUNT),
    }))
    .sort((a, b) => b.units - a.units || (ranks[a.slot] ?? 0) - (ranks[b.slot] ?? 0))
}

/** What an amount that is not known adds. */
const NO_AMOUNT = unitsOf('amount', UNKNOWN_AMOUNT)

const MADE = new WeakMap<Rankable, Rankable>()

/**
 * The same opportunities as if no funder asked anything, or said what it gives, which is a rule too: ranking
 * then leaves nobody out by a rule.
 */
function withoutRules(rankable: Rankable): Rankable {
  const made = MADE.get(rankable) ?? {
    ...rankable,
    places: mapped(rankable.places, ({ where }) => ({ rule: UNKNOWN, where })),
    terms: mapped(rankable.terms, (it) => ({ ...it, awardMin: null, awardMax: null, rules: NO_RULES })),
  }
  MADE.set(rankable, made)
  return made
}

/** Other values under the same numbers. */
const mapped = <T>({ values, numbers }: Interned<T>, change: (value: T) => T): Interned<T> => ({
  values: values.map(change),
  numbers,
})
