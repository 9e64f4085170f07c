import type { MiddlewareHandler } from 'hono'
import { findKept } from '../db/merges.ts'
import { opportunityId } from '../domain/opportunity.ts'
import type { Runtime } from '../runtime.ts'

const FOLDER = 'opportunities'

/**
 * Leads from the address of an opportunity that is hidden behind another of the same call to that of the one that
 * is shown, pages and API alike. It is not to be remembered, since a merge can be undone.
 */
export const leadToShown =
  ({ db }: Pick<Runtime, 'db'>): MiddlewareHandler =>
  async (c, next) => {
    const { pathname, search } = new URL(c.req.url)
    const parts = pathname.split('/')
    const at = parts.indexOf(FOLDER) + 1
    const kept = await findKept(db, opportunityId(c.req.param('id') ?? ''))
    if (kept === undefined || at === 0) return next()
    c.header('Cache-Control', 'no-store')
    return c.redirect(`${parts.with(at, encodeURIComponent(kept)).join('/')}${search}`, 308)
  }
