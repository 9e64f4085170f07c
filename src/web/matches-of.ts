import { findLocalAwards } from '../actions/funders/local-awards.ts'
import { showMatches } from '../actions/matching/show-matches.ts'
import { openFreshness } from '../actions/rechecks/freshness.ts'
import { AppError, notFound } from '../base/errors.ts'
import { countHidden, listFeedbackOn } from '../db/feedback.ts'
import { findOrganisation } from '../db/organisations.ts'
import { opportunityId } from '../domain/opportunity.ts'
import type { OrganisationId } from '../domain/organisation.ts'
import type { Runtime } from '../runtime.ts'
import type { Draft } from './feedback-forms.ts'
import type { Html } from './html.ts'
import { matchesPage } from './pages/matches.ts'
import type { MatchesQuery } from './query.ts'

/** How many items a page of a list has. */
export const LIMIT = 20

/** Awards near the organisation that a card shows. */
const NEARBY = 3

/**
 * The page of an organisation's matches.
 *
 * @param draft - feedback on one of them that could not be taken; null for none
 * @throws AppError `not_found` for no such organisation, `invalid` for a draft about none of these matches
 */
export async function matchesOf(
  { db, now, registry: site }: Pick<Runtime, 'db' | 'now' | 'registry'>,
  id: OrganisationId,
  { after, said, at }: MatchesQuery,
  draft: Draft | null,
): Promise<Html> {
  const organisation = await findOrganisation(db, id)
  if (!organisation) throw notFound('organisation', id)
  const moment = now()
  const page = await showMatches({ db }, moment, organisation, { after, limit: LIMIT })
  const ids = page.items.map(({ opportunity }) => opportunity.id)
  if (draft !== null && !ids.some((one) => one === draft.opportunityId)) {
    throw new AppError('invalid', draft.faults.note ?? draft.faults.reason ?? 'Try again')
  }
  const justSaid = opportunityId(said ?? '')
  const feedback = await listFeedbackOn(db, id, [...ids, justSaid])
  const last = feedback.get(justSaid)
  const funders = page.items.map(({ opportunity }) => opportunity.funder)
  return matchesPage({
    site,
    now: moment,
    organisation,
    after,
    page,
    freshness: await openFreshness(
      { db, registry: site },
      page.items.map(({ opportunity }) => opportunity),
    ),
    nearby: await findLocalAwards(db, funders, organisation.areas, NEARBY),
    said: new Map([...feedback].map(([about, on]) => [about, on.feedback])),
    hidden: await countHidden(db, id),
    justHidden: last?.feedback.verdict === 'not_for_us' ? { opportunity: last.opportunity, at } : null,
    draft,
  })
}
