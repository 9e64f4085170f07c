import type { Opportunity } from '../../domain/opportunity.ts'
import type { Learnt } from '../learnt.ts'
import { internAll } from './interned.ts'
import { indexKeys } from './key-index.ts'
import { type Offer, offerOf, sharedUnits } from './offer.ts'
import { orderOf } from './order.ts'
import { placeOf, type Rankable, termsOf, timesOf } from './rankable.ts'

/** What matching knows of all open opportunities at once: what ranks them, and they themselves, by slot. */
export interface Catalogue extends Rankable {
  readonly learnt: Learnt
  readonly opportunities: readonly Opportunity[]
  /** The parts of those names, 0 to 1. */
  readonly breadths: Float64Array
  readonly recipients: Float64Array
}

/** Reads every opportunity once. No opportunity's part in it depends on the others. */
export const prepareCatalogue = (learnt: Learnt, opportunities: readonly Opportunity[]): Catalogue =>
  catalogueOf(
    learnt,
    opportunities.map((opportunity) => offerOf(learnt, opportunity)),
  )

/** The same, of opportunities that are read already. */
export function catalogueOf(learnt: Learnt, given: readonly Offer[]): Catalogue {
  const { ordered: offers, everywhere, ranks } = orderOf(given)
  const opportunities = offers.map(({ opportunity }) => opportunity)
  return {
    learnt,
    opportunities,
    breadths: Float64Array.from(offers, ({ breadth }) => breadth),
    recipients: Float64Array.from(offers, ({ recipients }) => recipients),
    ids: opportunities.map(({ id }) => id),
    everywhere,
    index: indexKeys(
      offers.map(({ profile }) => profile),
      everywhere,
    ),
    shared: Int32Array.from(offers, sharedUnits),
    ranks,
    places: internAll(offers.map(({ opportunity, where }) => placeOf(opportunity, where))),
    terms: internAll(opportunities.map(termsOf)),
    times: internAll(opportunities.map(timesOf)),
  }
}
