import { type ErrorHandler, Hono } from 'hono'
import { alsoListed } from '../actions/duplicates/also-listed.ts'
import { funderRegisterId } from '../actions/funders/found-ids.ts'
import { showAwards } from '../actions/funders/show-awards.ts'
import { openEarlyHelp } from '../actions/matching/find-early-help.ts'
import { findNotOpen } from '../actions/matching/find-not-open.ts'
import { searchOpportunities } from '../actions/opportunities/search.ts'
import { findOrganisationsByName } from '../actions/organisations/find-by-name.ts'
import { freshnessOf, openFreshness } from '../actions/rechecks/freshness.ts'
import { instantOf } from '../base/date.ts'
import { AppError, notFound, STATUS } from '../base/errors.ts'
import { countWaitingPairs } from '../db/duplicate-pairs.ts'
import { findOpportunity } from '../db/opportunities.ts'
import { listVersions } from '../db/opportunity-versions.ts'
import { findOrganisation, listOrganisations } from '../db/organisations.ts'
import { listSourceHealth } from '../db/source-health.ts'
import { opportunityId } from '../domain/opportunity.ts'
import { organisationId } from '../domain/organisation.ts'
import type { Runtime } from '../runtime.ts'
import { SHOWN_AWARDS } from './awards-section.ts'
import { changeRoutes } from './by-hand/change-routes.ts'
import { newRoutes } from './by-hand/new-routes.ts'
import type { Lent } from './by-hand/new-steps.ts'
import { duplicateRoutes } from './duplicate-routes.ts'
import { feedbackRoutes } from './feedback-routes.ts'
import { fittingOf } from './fitting-of.ts'
import { funderRoutes } from './funder-routes.ts'
import { LIMIT, matchesOf } from './matches-of.ts'
import { mistakeRoutes } from './mistake-routes.ts'
import { errorPage } from './pages/error.ts'
import { notOpenPage } from './pages/not-open.ts'
import { opportunitiesPage } from './pages/opportunities.ts'
import { opportunityPage } from './pages/opportunity.ts'
import { organisationsPage } from './pages/organisations.ts'
import { doneQuery, fitQuery, matchesQuery, nameQuery, notOpenQuery, searchQuery } from './query.ts'
import { recheckRoutes } from './recheck-routes.ts'
import { sourceRoutes } from './source-routes.ts'

/** The pages, made on the server; they need no scripts. */
export const webRoutes = ({ db, now, newId, registry: site, ...lent }: Lent) =>
  new Hono()
    .get('/', (c) => c.redirect('/opportunities'))
    .get('/opportunities', async (c) => {
      const { after, ...search } = searchQuery(c.req.query())
      const moment = now()
      const [page, health, duplicates, earlyHelp] = await Promise.all([
        searchOpportunities({ db }, instantOf(moment), search, { after, limit: LIMIT }),
        listSourceHealth(db),
        countWaitingPairs(db, instantOf(moment)),
        openEarlyHelp(db),
      ])
      const first = after === null
      const freshness = await openFreshness({ db, registry: site }, page.items)
      const about = { health, duplicates, earlyHelp, freshness }
      return c.html(opportunitiesPage({ site, now: moment, search, first, page, ...about }))
    })
    .route('/opportunities/new', newRoutes({ db, now, newId, registry: site, ...lent }))
    .get('/opportunities/:id', async (c) => {
      const id = opportunityId(c.req.param('id'))
      const opportunity = await findOpportunity(db, id)
      if (!opportunity) throw notFound('opportunity', id)
      const [versions, also, registered, awards, findEarlyHelp, freshness] = await Promise.all([
        listVersions(db, id),
        alsoListed({ db }, opportunity),
        funderRegisterId(db, opportunity.funder),
        showAwards({ db }, opportunity.funder, null, { after: null, limit: SHOWN_AWARDS }),
        openEarlyHelp(db),
        freshnessOf({ db, registry: site }, opportunity),
      ])
      const earlyHelp = findEarlyHelp(opportunity)
      const { done } = doneQuery(c.req.query())
      const about = { versions, also, registered, awards, earlyHelp, freshness, done }
      return c.html(opportunityPage({ site, now: now(), opportunity, ...about }))
    })
    .route('/opportunities', changeRoutes({ db, now, registry: site }))
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
      const listed = page.items.map(({ opportunity }) => opportunity)
      const freshness = await openFreshness({ db, registry: site }, listed)
      const props = { site, now: moment, organisation, search, first: after === null, page, freshness }
      return c.html(notOpenPage(props))
    })
    .route('/opportunities', mistakeRoutes({ db, now, newId, registry: site }))
    .route('/rechecks', recheckRoutes({ db, now, newId, registry: site }))
    .route('/sources', sourceRoutes({ db, now, registry: site }))
    .route('/duplicates', duplicateRoutes({ db, now, registry: site }))
    .route('/funders', funderRoutes({ db, registry: site }))
    .route('/organisations', feedbackRoutes({ db, now, registry: site }))

/** Answers every refusal as a page; a bug is logged and shown without its cause. */
export const pageErrors =
  ({ log, registry: site }: Pick<Runtime, 'log' | 'registry'>): ErrorHandler =>
  (error, c) => {
    if (!(error instanceof AppError)) log.error('request.failed', error, { path: c.req.path })
    return c.html(errorPage({ site, error }), error instanceof AppError ? STATUS[error.code] : 500)
  }
