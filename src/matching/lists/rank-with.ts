import type { ListedMatch } from '../../domain/match-list.ts'
import type { Rankable } from '../catalogue/rankable.ts'
import type { Applicant } from '../profile/applicant.ts'
import { rankingOf } from '../rank/rank.ts'

/** What is asked for beside the best. */
export interface RankAsked {
  /** Opportunities that the organisation does not want to see: others take their places. */
  readonly hidden?: ReadonlySet<string>
  /** Units that a match must have, where fewer do not matter. */
  readonly least?: number | undefined
}

const NONE: ReadonlySet<string> = new Set()

/**
 * The best of a catalogue, so many at most, for one organisation after the other. What ranks them is made at
 * the first.
 */
export function rankWith(
  now: Date,
  most: number,
  prepare: () => Rankable,
): (applicant: Applicant, asked?: RankAsked) => ListedMatch[] {
  const open = () => {
    const rankable = prepare()
    return { rankable, rank: rankingOf(now, rankable) }
  }
  let opened: ReturnType<typeof open> | undefined
  return (applicant, { hidden = NONE, least } = {}) => {
    opened ??= open()
    const { rankable, rank } = opened
    return rank(applicant, most + hidden.size, least)
      .flatMap(({ slot, units, verdict }) => {
        const opportunityId = rankable.ids[slot]
        const isShown = opportunityId !== undefined && !hidden.has(opportunityId)
        return isShown ? [{ opportunityId, units, verdict }] : []
      })
      .slice(0, most)
  }
}
