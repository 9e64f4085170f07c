import { instantOf } from '../../base/date.ts'
import { AppError, notFound } from '../../base/errors.ts'
import { endByPerson } from '../../catalogue/by-person.ts'
import { addCheck } from '../../db/checks.ts'
import { settleMistakesOf } from '../../db/mistakes.ts'
import { findOpportunity } from '../../db/opportunities.ts'
import { putOpportunities } from '../../db/opportunity-versions.ts'
import { type Opportunity, type OpportunityId, statusAt } from '../../domain/opportunity.ts'
import type { Runtime } from '../../runtime.ts'

/**
 * Ends an opportunity that a person has found closed on the funder's own page. It stays so when its
 * source offers it as before, and not when the source says something new of it. Reports that it has closed
 * are settled by it.
 *
 * @throws AppError `not_found` when there is no such opportunity, `conflict` when it is over already
 */
export async function closeOpportunity(
  { db, now, newId }: Pick<Runtime, 'db' | 'now' | 'newId'>,
  id: OpportunityId,
): Promise<Opportunity> {
  const opportunity = await findOpportunity(db, id)
  if (!opportunity) throw notFound('opportunity', id)
  const status = statusAt(now(), opportunity)
  if (status === 'closed' || status === 'withdrawn') {
    throw new AppError('conflict', 'It is over already, so nothing was changed')
  }
  const checkedAt = instantOf(now())
  const next = endByPerson(checkedAt, opportunity, 'closed_early')
  const { version } = next.opportunity
  await db.commit([
    ...putOpportunities(db, [next]),
    settleMistakesOf(db, { opportunityId: id, what: 'already_closed', at: checkedAt }),
    addCheck(db, { id: newId(), opportunityId: id, outcome: 'closed', version, checkedAt }),
  ])
  return next.opportunity
}
