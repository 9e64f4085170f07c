import { Hono } from 'hono'
import { type Lent, save, show } from './new-steps.ts'
import { readPosted } from './posted.ts'
import { startPage } from './start-page.ts'
import { opportunityHref } from './target.ts'

/** Adds an opportunity in steps: give words or a link, check the form, check the answers. Only the last changes anything. */
export const newRoutes = (runtime: Lent) =>
  new Hono()
    .get('/', (c) => c.html(startPage({ site: runtime.registry, link: '', text: '', fault: null })))
    .post('/', async (c) => {
      const posted = readPosted(await c.req.parseBody({ all: true }))
      const answer = await (posted.step === 'save' ? save(runtime, posted) : show(runtime, posted))
      return 'added' in answer
        ? c.redirect(`${opportunityHref(answer.added)}?done=added`, 303)
        : c.html(answer.page, answer.status)
    })
