import { instantOf } from '../../base/date.ts'
import { type FeedbackOn, listFeedbackOn, putFeedback } from '../../db/feedback.ts'
import { expireLists } from '../../db/match-lists.ts'
import type { FeedbackGiven } from '../../domain/feedback.ts'
import type { OrganisationId } from '../../domain/organisation.ts'
import type { Runtime } from '../../runtime.ts'
import { rematchOrganisations } from '../organisations/rematch.ts'
import { findBoth } from './find-both.ts'

/**
 * Keeps what an organisation says of an opportunity, in the place of what it said before; the same
 * again changes nothing, not even its moment.
 *
 * @throws AppError `not_found` when there is no such organisation or opportunity
 */
export async function giveFeedback(
  { db, now }: Pick<Runtime, 'db' | 'now'>,
  organisationId: OrganisationId,
  given: FeedbackGiven,
): Promise<FeedbackOn> {
  const opportunity = await findBoth({ db }, organisationId, given.opportunityId)
  const opportunityId = opportunity.id
  const before = (await listFeedbackOn(db, organisationId, [opportunityId])).get(opportunityId)
  if (before && isSame(before.feedback, given)) return before
  const feedback = { ...given, opportunityId, organisationId, givenAt: instantOf(now()) }
  await db.commit([putFeedback(db, feedback), expireLists(db, [organisationId])])
  await rematchOrganisations({ db, now }, [organisationId])
  return { feedback, opportunity }
}

const isSame = (a: FeedbackGiven, b: FeedbackGiven): boolean =>
  a.verdict === b.verdict && a.reason === b.reason && a.note === b.note
