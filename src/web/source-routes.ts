import { Hono } from 'hono'
import { listSources } from '../actions/sources/list-sources.ts'
import { showSource } from '../actions/sources/show-source.ts'
import { startAgain } from '../actions/sources/start-again.ts'
import type { Runtime } from '../runtime.ts'
import { sourcePage } from './pages/source.ts'
import { sourceHref, sourcesPage } from './pages/sources.ts'

/** For operators: how the sources are. */
export const sourceRoutes = (runtime: Pick<Runtime, 'db' | 'now' | 'registry'>) =>
  new Hono()
    .get('/', async (c) => {
      const sources = await listSources(runtime)
      return c.html(sourcesPage({ site: runtime.registry, now: runtime.now(), sources }))
    })
    .get('/:id', async (c) => {
      const story = await showSource(runtime, c.req.param('id'))
      const started = c.req.query('started') !== undefined
      return c.html(sourcePage({ site: runtime.registry, now: runtime.now(), story, started }))
    })
    .post('/:id/start-again', async (c) => {
      const id = c.req.param('id')
      await startAgain(runtime, id)
      return c.redirect(`${sourceHref(id)}?started=1`, 303)
    })
