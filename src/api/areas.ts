import { Hono } from 'hono'
import { type Area, areaName, findArea } from '../domain/area.ts'
import { findAreaNamed, findAreas } from '../domain/areas/read-area.ts'
import type { Runtime } from '../runtime.ts'
import { LookUpQuery } from './query.ts'
import { valid } from './valid.ts'

/** The areas that somebody may mean by what was typed, likeliest first. */
export const areaRoutes = ({ registry }: Pick<Runtime, 'registry'>) =>
  new Hono().get('/', valid('query', LookUpQuery), (c) => {
    const { q, limit } = c.req.valid('query')
    const items = findAreas(q, limit).map(areaShape)
    // Null when it is not sure that just one area is meant.
    const exact = findAreaNamed(q)?.code ?? null
    return c.json({ items, exact, sample: registry.sample })
  })

const areaShape = ({ code, name, kind, within }: Area) => ({
  code,
  name: areaName(code),
  officialName: name,
  kind,
  /** Nearest first. */
  within: within.map((outer) => ({ code: outer, name: areaName(outer), kind: findArea(outer)?.kind })),
})
