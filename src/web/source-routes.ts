import { Hono } from 'hono'
import { listSources } from '../actions/sources/list-sources.ts'
import { showSource } from '../actions/sources/show-source.ts'
import type { Runtime } from '../runtime.ts'
import { sourcePage } from './pages/source.ts'
import { sourcesPage } from './pages/sources.ts'

/** For operators: how the sources are. */
export const sourceRoutes = (runtime: Pick<Runtime, 'db' | 'now' | 'registry'>) =>
  new Hono()
    .get('/', async (c) => {
      const sources = await listSources(runtime)
      return c.html(sourcesPage({ site: runtime.registry, now: runtime.now(), sources }))
    })
    .get('/:id', async (c) => {
      const story = await showSource(runtime, c.req.param('id'))
      return c.html(sourcePage({ site: runtime.registry, now: runtime.now(), story }))
    })
