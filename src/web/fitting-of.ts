import { findOrganisationsFor } from '../actions/matching/find-organisations-for.ts'
import { notFound } from '../base/errors.ts'
import { findOpportunity } from '../db/opportunities.ts'
import { type OpportunityId, statusAt } from '../domain/opportunity.ts'
import type { Runtime } from '../runtime.ts'
import type { Html } from './html.ts'
import { LIMIT } from './matches-of.ts'
import { fittingOrganisationsPage } from './pages/fitting-organisations.ts'
import { ANYWHERE, readPlace } from './place-asked.ts'
import type { FitQuery } from './query.ts'

/**
 * The page of the organisations that an opportunity fits; one that asks which place is meant, where
 * that is not sure.
 *
 * @throws AppError `not_found` for no such opportunity
 */
export async function fittingOf(
  { db, now, registry: site }: Pick<Runtime, 'db' | 'now' | 'registry'>,
  id: OpportunityId,
  { after, area: typed, verdict }: FitQuery,
): Promise<{ page: Html; status: 200 | 400 }> {
  const opportunity = await findOpportunity(db, id)
  if (!opportunity) throw notFound('opportunity', id)
  const moment = now()
  // Where nobody can apply any more, nobody is listed.
  const takesBids = ['open', 'forecast'].includes(statusAt(moment, opportunity))
  const place = takesBids ? await readPlace(db, typed) : ANYWHERE
  const shown = { site, now: moment, opportunity, place, verdict, first: after === null }
  if (place.typed !== '' && place.area === null) {
    return { page: fittingOrganisationsPage({ ...shown, page: null }), status: 400 }
  }
  const search = { area: place.area?.code ?? null, verdict }
  const page = await findOrganisationsFor({ db }, moment, opportunity, search, { after, limit: LIMIT })
  return { page: fittingOrganisationsPage({ ...shown, page }), status: 200 }
}
