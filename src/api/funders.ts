import { Hono } from 'hono'
import { lookUpFunders } from '../actions/funders/look-up.ts'
import type { Runtime } from '../runtime.ts'
import { LookUpQuery } from './query.ts'
import { funderShape } from './shapes.ts'
import { valid } from './valid.ts'

/** The funders of opportunities that somebody may mean by what was typed, likeliest first. */
export const funderRoutes = ({ db, registry }: Pick<Runtime, 'db' | 'registry'>) =>
  new Hono().get('/', valid('query', LookUpQuery), async (c) => {
    const { q, limit } = c.req.valid('query')
    const found = await lookUpFunders({ db }, q, limit)
    const items = found.map(({ funder, isExact }) => ({ ...funderShape(funder), exact: isExact }))
    return c.json({ items, sample: registry.sample })
  })
