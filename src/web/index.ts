import { type ErrorHandler, Hono } from 'hono'
import { findOrganisationsByName } from '../actions/organisations/find-by-name.ts'
import { instantOf } from '../base/date.ts'
import { AppError, notFound, STATUS } from '../base/errors.ts'
import { listSourceHealth } from '../db/harvest-runs.ts'
import { listMatches } from '../db/matches.ts'
import { findOpportunity, listOpportunities } from '../db/opportunities.ts'
import { listVersions } from '../db/opportunity-versions.ts'
import { findOrganisation, listOrganisations } from '../db/organisations.ts'
import { opportunityId } from '../domain/opportunity.ts'
import { organisationId } from '../domain/organisation.ts'
import type { Runtime } from '../runtime.ts'
import { errorPage } from './pages/error.ts'
import { matchesPage } from './pages/matches.ts'
import { opportunitiesPage } from './pages/opportunities.ts'
import { opportunityPage } from './pages/opportunity.ts'
import { organisationsPage } from './pages/organisations.ts'
import { listQuery, nameQuery, searchQuery } from './query.ts'

/** How many items a page of a list has. */
const LIMIT = 20

/** The pages, made on the server; they need no scripts. */
export const webRoutes = ({ db, now, registry: site }: Pick<Runtime, 'db' | 'now' | 'registry'>) =>
  new Hono()
    .get('/', (c) => c.redirect('/opportunities'))
    .get('/opportunities', async (c) => {
      const { after, ...search } = searchQuery(c.req.query())
      const moment = now()
      const [page, health] = await Promise.all([
        listOpportunities(db, instantOf(moment), search, { after, limit: LIMIT }),
        listSourceHealth(db),
      ])
      return c.html(opportunitiesPage({ site, now: moment, search, first: after === null, page, health }))
    })
    .get('/opportunities/:id', async (c) => {
      const id = opportunityId(c.req.param('id'))
      const opportunity = await findOpportunity(db, id)
      if (!opportunity) throw notFound('opportunity', id)
      const versions = await listVersions(db, id)
      return c.html(opportunityPage({ site, now: now(), opportunity, versions }))
    })
    .get('/organisations', async (c) => {
      const { after, name } = nameQuery(c.req.query())
      if (name !== '') {
        const items = await findOrganisationsByName({ db }, name)
        const page = { items, next: null, total: items.length }
        return c.html(organisationsPage({ site, name, first: true, page }))
      }
      const page = await listOrganisations(db, { after, limit: LIMIT })
      return c.html(organisationsPage({ site, name, first: after === null, page }))
    })
    .get('/organisations/:id/matches', async (c) => {
      const { after } = listQuery(c.req.query())
      const id = organisationId(c.req.param('id'))
      const organisation = await findOrganisation(db, id)
      if (!organisation) throw notFound('organisation', id)
      const moment = now()
      const page = await listMatches(db, instantOf(moment), id, { after, limit: LIMIT })
      return c.html(matchesPage({ site, now: moment, organisation, first: after === null, page }))
    })

/** Answers every refusal as a page; a bug is logged and shown without its cause. */
export const pageErrors =
  ({ log, registry: site }: Pick<Runtime, 'log' | 'registry'>): ErrorHandler =>
  (error, c) => {
    if (!(error instanceof AppError)) log.error('request.failed', error, { path: c.req.path })
    return c.html(errorPage({ site, error }), error instanceof AppError ? STATUS[error.code] : 500)
  }
