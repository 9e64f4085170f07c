import { instantOf } from '../../base/date.ts'
import { removeFeedback } from '../../db/feedback.ts'
import { expireLists } from '../../db/match-lists.ts'
import type { OpportunityId } from '../../domain/opportunity.ts'
import type { OrganisationId } from '../../domain/organisation.ts'
import type { Runtime } from '../../runtime.ts'
import { rematchOrganisations } from '../organisations/rematch.ts'
import { findBoth } from './find-both.ts'

/**
 * Takes back what an organisation said of an opportunity; where nothing stands, nothing changes.
 *
 * @throws AppError `not_found` when there is no such organisation or opportunity
 */
export async function withdrawFeedback(
  { db, now }: Pick<Runtime, 'db' | 'now'>,
  organisationId: OrganisationId,
  opportunityId: OpportunityId,
): Promise<void> {
  const { id } = await findBoth({ db }, organisationId, opportunityId)
  const removed = removeFeedback(db, organisationId, id, instantOf(now()))
  await db.commit([removed, expireLists(db, [organisationId])])
  await rematchOrganisations({ db, now }, [organisationId])
}
