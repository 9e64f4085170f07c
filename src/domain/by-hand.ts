import type { Opportunity } from './opportunity.ts'

/** The source of what people add themselves. It stands in no registry, and nothing is harvested from it. */
export const BY_HAND = { id: 'by-hand', name: 'Added by hand' } as const

/** Whether a person added it here, so that a person may change and withdraw it. */
export const isByHand = ({ provenance }: Pick<Opportunity, 'provenance'>): boolean =>
  provenance.sourceId === BY_HAND.id
