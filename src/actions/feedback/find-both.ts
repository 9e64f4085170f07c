import { notFound } from '../../base/errors.ts'
import { findOrganisation } from '../../db/organisations.ts'
import type { Opportunity, OpportunityId } from '../../domain/opportunity.ts'
import type { OrganisationId } from '../../domain/organisation.ts'
import type { Runtime } from '../../runtime.ts'
import { requireShown } from '../opportunities/find-shown.ts'

/**
 * @throws AppError `not_found` unless there are both
 * @returns the opportunity, or the one that stands for it
 */
export async function findBoth(
  { db }: Pick<Runtime, 'db'>,
  organisationId: OrganisationId,
  opportunityId: OpportunityId,
): Promise<Opportunity> {
  if (!(await findOrganisation(db, organisationId))) throw notFound('organisation', organisationId)
  return requireShown({ db }, opportunityId)
}
