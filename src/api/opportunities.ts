import { Hono } from 'hono'
import { openEarlyHelp } from '../actions/matching/find-early-help.ts'
import { findOrganisationsFor } from '../actions/matching/find-organisations-for.ts'
import { searchOpportunities } from '../actions/opportunities/search.ts'
import { instantOf } from '../base/date.ts'
import { notFound } from '../base/errors.ts'
import { findOpportunity } from '../db/opportunities.ts'
import { opportunityId } from '../domain/opportunity.ts'
import type { Runtime } from '../runtime.ts'
import { areaAsked } from './area-asked.ts'
import { FitQuery, NoQuery, OpportunityQuery } from './query.ts'
import { fittingShape, opportunityShape, readingShape } from './shapes.ts'
import { valid } from './valid.ts'

export const opportunityRoutes = ({ db, now, registry }: Pick<Runtime, 'db' | 'now' | 'registry'>) =>
  new Hono()
    .get('/', valid('query', OpportunityQuery), async (c) => {
      const { limit, after, funder = '', ...search } = c.req.valid('query')
      const moment = now()
      const asked = { ...search, funder }
      const found = await searchOpportunities({ db }, instantOf(moment), asked, { after, limit })
      const { total, next, funders } = found
      const earlyHelp = await openEarlyHelp(db)
      const items = found.items.map((item) => opportunityShape(item, moment, earlyHelp(item)))
      const read = funders && readingShape(funder, funders)
      return c.json({ items, total, next, funders: read, sample: registry.sample })
    })
    .get('/:id', valid('query', NoQuery), async (c) => {
      const id = opportunityId(c.req.param('id'))
      const opportunity = await findOpportunity(db, id)
      if (!opportunity) throw notFound('opportunity', id)
      const earlyHelp = await openEarlyHelp(db)
      return c.json(opportunityShape(opportunity, now(), earlyHelp(opportunity)))
    })
    .get('/:id/matches', valid('query', FitQuery), async (c) => {
      const id = opportunityId(c.req.param('id'))
      const opportunity = await findOpportunity(db, id)
      if (!opportunity) throw notFound('opportunity', id)
      const { limit, after, area, verdict } = c.req.valid('query')
      const search = { area: await areaAsked(db, area), verdict }
      const page = await findOrganisationsFor({ db }, now(), opportunity, search, { after, limit })
      const { items, total, next, fitting } = page
      return c.json({ items: items.map(fittingShape), total, next, fitting, sample: registry.sample })
    })
