import type { OpportunityId } from './opportunity.ts'

/** Where an opportunity stands in the list of an organisation: by units, ties by id. */
export interface Place {
  readonly opportunityId: OpportunityId
  readonly units: number
}

/** One opportunity of the list of an organisation. Why it is there is worked out when it is shown. */
export interface ListedMatch extends Place {
  readonly verdict: 'eligible' | 'unclear'
}

/** What suits an organisation best of all that it may be able to bid for. */
export interface MatchList {
  /** Best first, `LIST_SIZE.kept` at most. */
  readonly matches: readonly ListedMatch[]
  /** Nothing above this place is left out, nor what stands on it; null when nothing at all is. */
  readonly floor: Place | null
}

/** How long a list is. */
export interface ListSize {
  /** So many are kept: what stands beyond those shown takes the place of what closes. */
  readonly kept: number
  /** At most as many. */
  readonly shown: number
}

export const LIST_SIZE: ListSize = { kept: 100, shown: 80 }

/** Orders by place, best first. */
export const byPlace = (a: Place, b: Place): number =>
  b.units - a.units || (a.opportunityId < b.opportunityId ? -1 : a.opportunityId > b.opportunityId ? 1 : 0)
