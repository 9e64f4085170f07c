import { instantOf } from '../../base/date.ts'
import { AppError } from '../../base/errors.ts'
import { endByPerson } from '../../catalogue/by-person.ts'
import { addCheck } from '../../db/checks.ts'
import { listAbsorbed } from '../../db/merges.ts'
import { putOpportunities } from '../../db/opportunity-versions.ts'
import { type Opportunity, type OpportunityId, statusAt } from '../../domain/opportunity.ts'
import type { Runtime } from '../../runtime.ts'
import { requireShown } from '../opportunities/find-shown.ts'

/**
 * Ends an opportunity that a person has found closed on the funder's own page, with every record of the same call
 * that is hidden behind it: one of those would be shown in its place. Each stays so when its source offers it as
 * before, and not when that says something new of it.
 *
 * @returns the opportunity that is shown
 * @throws AppError `not_found` when there is no such opportunity, `conflict` when it is over already
 */
export async function closeOpportunity(
  { db, now, newId }: Pick<Runtime, 'db' | 'now' | 'newId'>,
  id: OpportunityId,
): Promise<Opportunity> {
  const shown = await requireShown({ db }, id)
  const moment = now()
  const running = [shown, ...(await listAbsorbed(db, shown.id))].filter(
    (record) => !['closed', 'withdrawn'].includes(statusAt(moment, record)),
  )
  if (running.length === 0) throw new AppError('conflict', 'It is over already, so nothing was changed')
  const checkedAt = instantOf(moment)
  const closed = running.map((record) => endByPerson(checkedAt, record, 'closed_early'))
  await db.commit([
    ...putOpportunities(db, closed),
    ...closed.map(({ opportunity: { id: opportunityId, version } }) =>
      addCheck(db, { id: newId(), opportunityId, outcome: 'closed', version, checkedAt }),
    ),
  ])
  return closed.find(({ opportunity }) => opportunity.id === shown.id)?.opportunity ?? shown
}
