import { Hono } from 'hono'
import { awardsCsv } from '../actions/funders/awards-csv.ts'
import { everyAward, funderById, showAwards } from '../actions/funders/show-awards.ts'
import type { Runtime } from '../runtime.ts'
import { LIMIT } from './matches-of.ts'
import { funderAwardsPage } from './pages/funder-awards.ts'
import { awardsQuery } from './query.ts'

/** Pages about funders, under `/funders`. */
export const funderRoutes = ({ db, registry: site }: Pick<Runtime, 'db' | 'registry'>) =>
  new Hono()
    .get('/:id/awards', async (c) => {
      const { area, after } = awardsQuery(c.req.query())
      const funder = await funderById({ db }, c.req.param('id'))
      const awards = await showAwards({ db }, funder, area, { after, limit: LIMIT })
      return c.html(funderAwardsPage({ site, funder, area, first: after === null, awards }))
    })
    .get('/:id/awards.csv', async (c) => {
      const { area } = awardsQuery(c.req.query())
      const funder = await funderById({ db }, c.req.param('id'))
      const text = ReadableStream.from(awardsCsv(everyAward({ db }, funder, area)))
      c.header('Content-Type', 'text/csv; charset=utf-8')
      c.header('Content-Disposition', 'attachment; filename="awards.csv"')
      return c.body(text.pipeThrough(new TextEncoderStream()))
    })
