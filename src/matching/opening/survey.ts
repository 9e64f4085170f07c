import { dayOf } from '../../base/date.ts'
import { LIST_SIZE } from '../../domain/match-list.ts'
import type { OpportunityId } from '../../domain/opportunity.ts'
import type { Rankable } from '../catalogue/rankable.ts'
import type { Seeker } from '../rank/seeker.ts'
import { byScore, type Scored } from './by-score.ts'
import { type Standing, standingAt } from './standing-at.ts'

/** One opportunity of a catalogue in its place, and how the organisation stands to its rules. */
export interface Surveyed extends Scored, Standing {
  readonly opportunityId: OpportunityId
}

/** All that fits an organisation as well as its matches do, best first, ties by id. */
export interface Survey {
  /** Its matches: what no rule shuts it out of, as many as are shown. */
  readonly matches: readonly Surveyed[]
  /** What rules shut it out of that something could change. */
  readonly shut: readonly Surveyed[]
}

/**
 * Goes through the opportunities by their scores alone, until as many matches are met as a list shows: what
 * is shut out before that would be among them. Where there are fewer, everything that takes bids is.
 *
 * @param hidden - opportunities that the organisation does not want to see
 */
export function surveyFor(
  now: Date,
  rankable: Rankable,
  seeker: Seeker,
  hidden: ReadonlySet<string>,
): Survey {
  const standing = standingAt(rankable, seeker.organisation, dayOf(now))
  const matches: Surveyed[] = []
  const shut: Surveyed[] = []
  for (const { slot, units } of byScore(now, rankable, seeker)) {
    if (matches.length === LIST_SIZE.shown) break
    const opportunityId = rankable.ids[slot]
    if (opportunityId === undefined || hidden.has(opportunityId)) continue
    const surveyed = { slot, opportunityId, units, ...standing(slot) }
    if (surveyed.bars.length === 0) matches.push(surveyed)
    else if (!surveyed.isFinal) shut.push(surveyed)
  }
  return { matches, shut }
}
