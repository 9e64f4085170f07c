import { slug } from '../../base/text.ts'
import type { Opportunity } from '../../domain/opportunity.ts'
import type { PastBid } from '../../domain/standing.ts'

/** A funder as bids of the past name it. */
export interface FunderKeys {
  readonly name: string
  readonly orgId: string | null
  readonly slug: string
}

export const funderKeys = ({ funder: { name, orgId } }: Pick<Opportunity, 'funder'>): FunderKeys => ({
  name,
  orgId,
  slug: slugOf(name),
})

/** Those of the bids that were made to this funder, by its id or, where either has none, by its name. */
export function bidsTo(funder: FunderKeys, history: readonly PastBid[]): readonly PastBid[] {
  if (history.length === 0) return history
  const slugs = slugsOf(history)
  return history.filter((bid, at) =>
    funder.orgId !== null && bid.funderId !== null
      ? funder.orgId === bid.funderId
      : slugs[at] === funder.slug,
  )
}

const slugOf = (name: string): string => slug(name).replace(/^the-/, '')

/** Made once for each history: it is asked for at every call with such a rule. */
const SLUGS = new WeakMap<readonly PastBid[], readonly string[]>()

function slugsOf(history: readonly PastBid[]): readonly string[] {
  const known = SLUGS.get(history)
  if (known) return known
  const slugs = history.map(({ funder }) => slugOf(funder))
  SLUGS.set(history, slugs)
  return slugs
}
