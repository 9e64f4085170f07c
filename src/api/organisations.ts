import { Hono } from 'hono'
import { findNotOpen } from '../actions/matching/find-not-open.ts'
import { showMatches } from '../actions/matching/show-matches.ts'
import { notFound } from '../base/errors.ts'
import { findOrganisation } from '../db/organisations.ts'
import { organisationId } from '../domain/organisation.ts'
import type { Runtime } from '../runtime.ts'
import { ListQuery, NotOpenQuery } from './query.ts'
import { matchShape, openingShape } from './shapes.ts'
import { valid } from './valid.ts'

export const organisationRoutes = ({ db, now, registry }: Pick<Runtime, 'db' | 'now' | 'registry'>) =>
  new Hono()
    .get('/:id/matches', valid('query', ListQuery), async (c) => {
      const id = organisationId(c.req.param('id'))
      const organisation = await findOrganisation(db, id)
      if (!organisation) throw notFound('organisation', id)
      const moment = now()
      const { items, total, next } = await showMatches({ db }, moment, organisation, c.req.valid('query'))
      const shapes = items.map((item) => matchShape(item, moment))
      return c.json({ items: shapes, total, next, sample: registry.sample })
    })
    .get('/:id/not-open', valid('query', NotOpenQuery), async (c) => {
      const id = organisationId(c.req.param('id'))
      const organisation = await findOrganisation(db, id)
      if (!organisation) throw notFound('organisation', id)
      const { limit, after, ...search } = c.req.valid('query')
      const moment = now()
      const page = await findNotOpen({ db }, moment, organisation, search, { after, limit })
      const items = page.items.map((item) => matchShape(item, moment))
      const { total, next } = page
      return c.json({ items, total, next, ...openingShape(page), sample: registry.sample })
    })
