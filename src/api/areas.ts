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
    const meant = findAreaNamed(q)
    const items = findAreas(q, limit).map((area) => ({ ...areaShape(area), exact: area === meant }))
    return c.json({ items, sample: registry.sample })
  })

const areaShape = ({ code, name, kind, within }: Area) => ({
  code,
  name: areaName(code),
  officialName: name,
  kind,
  /** Nearest first. */
  within: within.map((outer) => ({ code: outer, name: areaName(outer), kind: findArea(outer)?.kind })),
})
