import { Hono } from 'hono'
import { instantOf } from '../base/date.ts'
import { notFound } from '../base/errors.ts'
import { listMatches } from '../db/matches.ts'
import { findOrganisation } from '../db/organisations.ts'
import { organisationId } from '../domain/organisation.ts'
import type { Runtime } from '../runtime.ts'
import { ListQuery } from './query.ts'
import { matchShape } from './shapes.ts'
import { valid } from './valid.ts'

export const organisationRoutes = ({ db, now, registry }: Pick<Runtime, 'db' | 'now' | 'registry'>) =>
  new Hono().get('/:id/matches', valid('query', ListQuery), async (c) => {
    const id = organisationId(c.req.param('id'))
    if (!(await findOrganisation(db, id))) throw notFound('organisation', id)
    const moment = now()
    const { items, total, next } = await listMatches(db, instantOf(moment), id, c.req.valid('query'))
    const shapes = items.map((item) => matchShape(item, moment))
    return c.json({ items: shapes, total, next, sample: registry.sample })
  })
