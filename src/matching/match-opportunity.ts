import type { ListedMatch } from '../domain/match-list.ts'
import type { Opportunity } from '../domain/opportunity.ts'
import type { Organisation } from '../domain/organisation.ts'
import { prepareCatalogue } from './catalogue/catalogue.ts'
import { applicantWith, type SaidOf } from './feedback/read-taste.ts'
import type { Learnt } from './learnt.ts'
import { rankingOf } from './rank/rank.ts'

/** What an opportunity is to one organisation. */
export type Placing = Pick<ListedMatch, 'units' | 'verdict'>

/**
 * Judges one organisation after the other for one opportunity: the same units and verdicts as when
 * opportunities are ranked for an organisation, since it is the same ranking, of a catalogue of one.
 *
 * @returns a function whose answer is null for an organisation that may not apply, or whose list would
 *   leave the opportunity out
 */
export function matchOpportunity(
  now: Date,
  learnt: Learnt,
  opportunity: Opportunity,
): (organisation: Organisation, said: readonly SaidOf[]) => Placing | null {
  const rank = rankingOf(now, prepareCatalogue(learnt, [opportunity]))
  return (organisation, said) => {
    const [placed] = rank(applicantWith(learnt, organisation, said), 1)
    return placed ? { units: placed.units, verdict: placed.verdict } : null
  }
}
