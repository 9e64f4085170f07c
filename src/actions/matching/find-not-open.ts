import { dayOf, instantOf } from '../../base/date.ts'
import { listFeedbackOf } from '../../db/feedback.ts'
import { listMatches, placeOf } from '../../db/matches.ts'
import { listOpportunitiesById } from '../../db/opportunities.ts'
import { cursorOf, type PageOf, type PageRequest, pageOf } from '../../db/page.ts'
import type { Match, RuleName } from '../../domain/match.ts'
import { byPlace } from '../../domain/match-list.ts'
import type { Bar, Opener, OpenQuestion } from '../../domain/opening.ts'
import type { Organisation } from '../../domain/organisation.ts'
import { offerOf } from '../../matching/catalogue/offer.ts'
import { judgeMatch } from '../../matching/explain/judge-match.ts'
import { applicantWith, hiddenBy } from '../../matching/feedback/read-taste.ts'
import { countBars } from '../../matching/opening/count-bars.ts'
import { countOpeners } from '../../matching/opening/count-openers.ts'
import { countQuestions } from '../../matching/opening/count-questions.ts'
import { surveyFor } from '../../matching/opening/survey.ts'
import type { Runtime } from '../../runtime.ts'
import { currentRankable } from './current-catalogue.ts'

/** Which opportunities are asked for. */
export interface NotOpenSearch {
  /** A rule that stands in the way, alone or beside others; null for any. */
  readonly rule: RuleName | null
}

export interface NotOpenPage extends PageOf<Match> {
  /** How many are as asked for; the list holds the best `MOST_LISTED` of them. */
  readonly shut: number
  /** What stands in the way, whatever is asked for; most first. */
  readonly bars: readonly Bar[]
  /** What would open most by itself, most first; `MOST_TOLD` at most. */
  readonly openers: readonly Opener[]
  /** What the organisation has not told, by what it would settle, most first; `MOST_TOLD` at most. */
  readonly questions: readonly OpenQuestion[]
  /** How many matches it has, as things are now. */
  readonly matches: number
  /** How many its list shows: none before it is first made. */
  readonly shown: number
}

export const MOST_LISTED = 50
export const MOST_TOLD = 5

/**
 * The opportunities that fit an organisation as well as its matches do, and that rules shut it out of which
 * something could change: best first, ties by id. It is worked out from all that take bids at each request,
 * without a word but for the page that is asked for, and from what the organisation is now, whether or not
 * its list has been made since.
 *
 * @throws AppError `invalid` for a cursor that this list did not make
 */
export async function findNotOpen(
  { db }: Pick<Runtime, 'db'>,
  now: Date,
  organisation: Organisation,
  { rule }: NotOpenSearch,
  { after, limit }: PageRequest,
): Promise<NotOpenPage> {
  const from = after === null ? null : placeOf(after)
  const { learnt, rankable } = await currentRankable(db, now)
  const said = (await listFeedbackOf(db, [organisation.id])).get(organisation.id) ?? []
  const applicant = applicantWith(learnt, organisation, said)
  const { matches, shut } = surveyFor(now, rankable, applicant, hiddenBy(said))
  const asked = shut.filter(({ bars }) => rule === null || bars.some(({ name }) => name === rule))
  const listed = asked.slice(0, MOST_LISTED)
  const rest = listed.filter((it) => from === null || byPlace(it, from) > 0).slice(0, limit + 1)
  const shown = await listMatches(db, instantOf(now), organisation.id, { after: null, limit: 1 })
  const opportunities = await listOpportunitiesById(
    db,
    rest.slice(0, limit).map(({ opportunityId }) => opportunityId),
  )
  const byId = new Map(opportunities.map((opportunity) => [opportunity.id, opportunity]))
  const { items, ...page } = pageOf(
    rest,
    { limit, total: listed.length },
    ({ opportunityId }) => byId.get(opportunityId),
    ({ units, opportunityId }) => cursorOf(units, opportunityId),
  )
  return {
    ...page,
    items: items
      .flatMap((it) => (it ? [judgeMatch(now, learnt, applicant, offerOf(learnt, it))] : []))
      // What has come to be open since it was ranked is not shut any more.
      .filter(({ eligibility }) => eligibility.verdict === 'ineligible'),
    shut: asked.length,
    bars: countBars(shut),
    openers: countOpeners(shut, organisation, dayOf(now), MOST_TOLD),
    questions: countQuestions(matches, MOST_TOLD),
    matches: matches.length,
    shown: shown.total,
  }
}
