import { instantOf } from '../../base/date.ts'
import { AppError } from '../../base/errors.ts'
import { endByPerson } from '../../catalogue/by-person.ts'
import { addCheck } from '../../db/checks.ts'
import { listAbsorbed } from '../../db/merges.ts'
import { settleMistakesOf } from '../../db/mistakes.ts'
import { putOpportunities } from '../../db/opportunity-versions.ts'
import { type Opportunity, type OpportunityId, statusAt } from '../../domain/opportunity.ts'
import type { Runtime } from '../../runtime.ts'
import { againWhenOvertaken } from '../again-when-overtaken.ts'
import { requireShown } from '../opportunities/find-shown.ts'

type Lent = Pick<Runtime, 'db' | 'now' | 'newId'>

/**
 * Ends an opportunity that a person has found closed on the funder's own page, with every record of the same call
 * that is hidden behind it: one of those would be shown in its place. Each stays so when its source offers it as
 * before, and not when that says something new of it. Reports that it has closed are settled by it.
 *
 * @returns the opportunity that is shown
 * @throws AppError `not_found` when there is no such opportunity, `conflict` when it is over already
 */
export const closeOpportunity = (runtime: Lent, id: OpportunityId): Promise<Opportunity> =>
  againWhenOvertaken(() => closeOnce(runtime, id))

async function closeOnce({ db, now, newId }: Lent, id: OpportunityId): Promise<Opportunity> {
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
    ...closed.flatMap(({ opportunity: { id: opportunityId, version } }) => [
      settleMistakesOf(db, { opportunityId, what: 'already_closed', at: checkedAt }),
      addCheck(db, { id: newId(), opportunityId, outcome: 'closed', version, checkedAt }),
    ]),
  ])
  return closed.find(({ opportunity }) => opportunity.id === shown.id)?.opportunity ?? shown
}
