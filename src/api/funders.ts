import { Hono } from 'hono'
import { lookUpFunders } from '../actions/funders/look-up.ts'
import { funderById, showAwards } from '../actions/funders/show-awards.ts'
import type { Runtime } from '../runtime.ts'
import { areaAsked } from './area-asked.ts'
import { AwardsQuery, LookUpQuery } from './query.ts'
import { funderShape } from './shapes.ts'
import { valid } from './valid.ts'

/** The funders of opportunities that somebody may mean by what was typed, likeliest first, and what each has paid for. */
export const funderRoutes = ({ db, registry }: Pick<Runtime, 'db' | 'registry'>) =>
  new Hono()
    .get('/', valid('query', LookUpQuery), async (c) => {
      const { q, limit } = c.req.valid('query')
      const found = await lookUpFunders({ db }, q, limit)
      const items = found.map(({ funder, isExact }) => ({ ...funderShape(funder), exact: isExact }))
      return c.json({ items, sample: registry.sample })
    })
    .get('/:id/awards', valid('query', AwardsQuery), async (c) => {
      const { area: typed, ...request } = c.req.valid('query')
      const area = await areaAsked(db, typed)
      const funder = await funderById({ db }, c.req.param('id'))
      const awards = await showAwards({ db }, funder, area, request)
      const { items, total, next } = awards?.page ?? { items: [], total: 0, next: null }
      return c.json({
        funder: funderShape(funder),
        items,
        total,
        next,
        figures: awards?.figures ?? null,
        sample: registry.sample,
      })
    })
