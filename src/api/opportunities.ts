import { Hono } from 'hono'
import { findOrganisationsFor } from '../actions/matching/find-organisations-for.ts'
import { instantOf } from '../base/date.ts'
import { notFound } from '../base/errors.ts'
import { findOpportunity, listOpportunities } from '../db/opportunities.ts'
import { opportunityId } from '../domain/opportunity.ts'
import type { Runtime } from '../runtime.ts'
import { FitQuery, NoQuery, OpportunityQuery } from './query.ts'
import { fittingShape, opportunityShape } from './shapes.ts'
import { valid } from './valid.ts'

export const opportunityRoutes = ({ db, now, registry }: Pick<Runtime, 'db' | 'now' | 'registry'>) =>
  new Hono()
    .get('/', valid('query', OpportunityQuery), async (c) => {
      const { limit, after, ...search } = c.req.valid('query')
      const moment = now()
      const { items, total, next } = await listOpportunities(db, instantOf(moment), search, { after, limit })
      const shapes = items.map((item) => opportunityShape(item, moment))
      return c.json({ items: shapes, total, next, sample: registry.sample })
    })
    .get('/:id', valid('query', NoQuery), async (c) => {
      const id = opportunityId(c.req.param('id'))
      const opportunity = await findOpportunity(db, id)
      if (!opportunity) throw notFound('opportunity', id)
      return c.json(opportunityShape(opportunity, now()))
    })
    .get('/:id/matches', valid('query', FitQuery), async (c) => {
      const id = opportunityId(c.req.param('id'))
      const opportunity = await findOpportunity(db, id)
      if (!opportunity) throw notFound('opportunity', id)
      const { limit, after, ...search } = c.req.valid('query')
      const page = await findOrganisationsFor({ db }, now(), opportunity, search, { after, limit })
      const { items, total, next, fitting } = page
      return c.json({ items: items.map(fittingShape), total, next, fitting, sample: registry.sample })
    })
