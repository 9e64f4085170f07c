import { type ErrorHandler, Hono } from 'hono'
import { funderRegisterId } from '../actions/funders/found-ids.ts'
import { showAwards } from '../actions/funders/show-awards.ts'
import { openEarlyHelp } from '../actions/matching/find-early-help.ts'
import { findNotOpen } from '../actions/matching/find-not-open.ts'
import { searchOpportunities } from '../actions/opportunities/search.ts'
import { findOrganisationsByName } from '../actions/organisations/find-by-name.ts'
import { instantOf } from '../base/date.ts'
import { AppError, notFound, STATUS } from '../base/errors.ts'
import { listSourceHealth } from '../db/harvest-runs.ts'
import { findOpportunity } from '../db/opportunities.ts'
import { listVersions } from '../db/opportunity-versions.ts'
import { findOrganisation, listOrganisations } from '../db/organisations.ts'
import { opportunityId } from '../domain/opportunity.ts'
import { organisationId } from '../domain/organisation.ts'
import type { Runtime } from '../runtime.ts'
import { SHOWN_AWARDS } from './awards-section.ts'
import { feedbackRoutes } from './feedback-routes.ts'
import { fittingOf } from './fitting-of.ts'
import { funderRoutes } from './funder-routes.ts'
import { LIMIT, matchesOf } from './matches-of.ts'
import { errorPage } from './pages/error.ts'
import { notOpenPage } from './pages/not-open.ts'
import { opportunitiesPage } from './pages/opportunities.ts'
import { opportunityPage } from './pages/opportunity.ts'
import { organisationsPage } from './pages/organisations.ts'
import { fitQuery, matchesQuery, nameQuery, notOpenQuery, searchQuery } from './query.ts'

/** The pages, made on the server; they need no scripts. */
export const webRoutes = ({ db, now, registry: site }: Pick<Runtime, 'db' | 'now' | 'registry'>) =>
  new Hono()
    .get('/', (c) => c.redirect('/opportunities'))
    .get('/opportunities', async (c) => {
      const { after, ...search } = searchQuery(c.req.query())
      const moment = now()
      const [page, health, earlyHelp] = await Promise.all([
        searchOpportunities({ db }, instantOf(moment), search, { after, limit: LIMIT }),
        listSourceHealth(db),
        openEarlyHelp(db),
      ])
      const first = after === null
      return c.html(opportunitiesPage({ site, now: moment, search, first, page, health, earlyHelp }))
    })
    .get('/opportunities/:id', async (c) => {
      const id = opportunityId(c.req.param('id'))
      const opportunity = await findOpportunity(db, id)
      if (!opportunity) throw notFound('opportunity', id)
      const [versions, registered, awards, findEarlyHelp] = await Promise.all([
        listVersions(db, id),
        funderRegisterId(db, opportunity.funder),
        showAwards({ db }, opportunity.funder, null, { after: null, limit: SHOWN_AWARDS }),
        openEarlyHelp(db),
      ])
      const earlyHelp = findEarlyHelp(opportunity)
      return c.html(
        opportunityPage({ site, now: now(), opportunity, versions, registered, awards, earlyHelp }),
      )
    })
    .get('/opportunities/:id/organisations', async (c) => {
      const id = opportunityId(c.req.param('id'))
      const { page, status } = await fittingOf({ db, now, registry: site }, id, fitQuery(c.req.query()))
      return c.html(page, status)
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
      const id = organisationId(c.req.param('id'))
      return c.html(await matchesOf({ db, now, registry: site }, id, matchesQuery(c.req.query()), null))
    })
    .get('/organisations/:id/not-open', async (c) => {
      const { after, ...search } = notOpenQuery(c.req.query())
      const id = organisationId(c.req.param('id'))
      const organisation = await findOrganisation(db, id)
      if (!organisation) throw notFound('organisation', id)
      const moment = now()
      const page = await findNotOpen({ db }, moment, organisation, search, { after, limit: LIMIT })
      return c.html(notOpenPage({ site, now: moment, organisation, search, first: after === null, page }))
    })
    .route('/funders', funderRoutes({ db, registry: site }))
    .route('/organisations', feedbackRoutes({ db, now, registry: site }))

/** Answers every refusal as a page; a bug is logged and shown without its cause. */
export const pageErrors =
  ({ log, registry: site }: Pick<Runtime, 'log' | 'registry'>): ErrorHandler =>
  (error, c) => {
    if (!(error instanceof AppError)) log.error('request.failed', error, { path: c.req.path })
    return c.html(errorPage({ site, error }), error instanceof AppError ? STATUS[error.code] : 500)
  }
