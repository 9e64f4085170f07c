import { Hono } from 'hono'
import { aroundOfKind, type Located, locatePostcode } from '../actions/places/locate-postcode.ts'
import { lookUpAreas } from '../actions/places/look-up.ts'
import { type Area, type AreaCode, areaName, findArea, gssCode } from '../domain/area.ts'
import { sayPostcode } from '../domain/postcode.ts'
import type { Runtime } from '../runtime.ts'
import { AreaQuery } from './query.ts'
import { valid } from './valid.ts'

/** The areas that somebody may mean by what was typed, likeliest first; or where a postcode is. */
export const areaRoutes = ({ db, registry }: Pick<Runtime, 'db' | 'registry'>) =>
  new Hono().get('/', valid('query', AreaQuery), async (c) => {
    const { q = '', postcode, limit } = c.req.valid('query')
    if (postcode !== undefined) {
      return c.json({ ...locatedShape(await locatePostcode(db, postcode)), sample: registry.sample })
    }
    const { items, exact } = await lookUpAreas(db, q, limit)
    return c.json({
      items: items.map((area) => ({ ...areaShape(area), exact: area === exact })),
      sample: registry.sample,
    })
  })

const areaShape = ({ code, name, kind, within }: Area) => ({
  code: gssCode(code),
  name: areaName(code),
  officialName: name,
  kind,
  /** Nearest first. */
  within: within.map(shortShape),
})

const shortShape = (code: AreaCode) => ({
  code: gssCode(code),
  name: areaName(code),
  kind: findArea(code)?.kind,
})

function locatedShape({ postcode, area, neighbourhood, file }: Located) {
  const shapeOf = (kind: Area['kind']) => {
    const code = aroundOfKind(area, kind)
    return code === undefined ? null : shortShape(code)
  }
  return {
    postcode: sayPostcode(postcode.postcode),
    /** The month, YYYY-MM, in which the post gave it up; null while it is in use. */
    endedIn: postcode.endedIn,
    /** Null where the file does not say. */
    ward: shapeOf('ward'),
    authority: shapeOf('local_authority'),
    region: shapeOf('region'),
    country: shapeOf('country'),
    /** Of the census (LSOA). */
    neighbourhood,
    edition: postcode.edition,
    licence: file?.licence ?? null,
    attribution: ATTRIBUTION,
  }
}

const ATTRIBUTION =
  'Source: Office for National Statistics. Contains OS data © Crown copyright and database right, and Royal Mail data © Royal Mail copyright and database right.'
