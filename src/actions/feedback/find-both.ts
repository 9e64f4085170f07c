import { notFound } from '../../base/errors.ts'
import { findKept } from '../../db/merges.ts'
import { findOpportunity } from '../../db/opportunities.ts'
import { findOrganisation } from '../../db/organisations.ts'
import type { Opportunity, OpportunityId } from '../../domain/opportunity.ts'
import type { OrganisationId } from '../../domain/organisation.ts'
import type { Runtime } from '../../runtime.ts'

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
  const shown = (await findKept(db, opportunityId)) ?? opportunityId
  const opportunity = await findOpportunity(db, shown)
  if (!opportunity) throw notFound('opportunity', opportunityId)
  return opportunity
}
