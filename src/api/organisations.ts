import { Hono } from 'hono'
import { showMatches } from '../actions/matching/show-matches.ts'
import { notFound } from '../base/errors.ts'
import { findOrganisation } from '../db/organisations.ts'
import { organisationId } from '../domain/organisation.ts'
import type { Runtime } from '../runtime.ts'
import { ListQuery } from './query.ts'
import { matchShape } from './shapes.ts'
import { valid } from './valid.ts'

export const organisationRoutes = ({ db, now, registry }: Pick<Runtime, 'db' | 'now' | 'registry'>) =>
  new Hono().get('/:id/matches', valid('query', ListQuery), async (c) => {
    const id = organisationId(c.req.param('id'))
    const organisation = await findOrganisation(db, id)
    if (!organisation) throw notFound('organisation', id)
    const moment = now()
    const { items, total, next } = await showMatches({ db }, moment, organisation, c.req.valid('query'))
    const shapes = items.map((item) => matchShape(item, moment))
    return c.json({ items: shapes, total, next, sample: registry.sample })
  })
