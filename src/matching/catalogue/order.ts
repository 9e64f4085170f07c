import { findArea } from '../../domain/area.ts'
import type { Opportunity } from '../../domain/opportunity.ts'
import type { Offer } from './offer.ts'

/** Offers by slot: those for everywhere by id, then the local ones place by place and by id. */
export interface Order {
  readonly ordered: readonly Offer[]
  /** How many are for everywhere, or for places that nobody stated. */
  readonly everywhere: number
  /** The place of each slot by id. */
  readonly ranks: Int32Array
}

export function orderOf(offers: readonly Offer[]): Order {
  const byId = offers.toSorted((a, b) => (a.opportunity.id < b.opportunity.id ? -1 : 1))
  const placed = byId.map((offer, rank) => ({ offer, rank, path: pathOf(offer.opportunity) }))
  // Sorting keeps the order by id within a place; no path at all is the first.
  const sorted = placed.toSorted((a, b) => (a.path === b.path ? 0 : a.path < b.path ? -1 : 1))
  const local = sorted.findIndex(({ path }) => path !== '')
  return {
    ordered: sorted.map(({ offer }) => offer),
    everywhere: local === -1 ? sorted.length : local,
    ranks: Int32Array.from(sorted, ({ rank }) => rank),
  }
}

/**
 * Where a local opportunity is for, from the country inwards: what lies in one place stands together.
 *
 * @returns '' for one that is for everywhere
 */
function pathOf({ rules: { areas } }: Opportunity): string {
  if (areas.basis === 'unknown' || areas.value.length === 0) return ''
  const kinds = areas.value.map((code) => findArea(code)?.kind ?? '')
  if (kinds.some((kind) => WIDE.has(kind)) || kinds.filter((kind) => kind === 'country').length > 1) return ''
  const [first] = areas.value
  const outer = first === undefined ? [] : (findArea(first)?.within ?? []).toReversed()
  return [...outer, ...areas.value, areas.basis].join('/')
}

const WIDE = new Set(['countries', ''])
