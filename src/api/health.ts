import { Hono } from 'hono'
import { instantOf } from '../base/date.ts'
import { AppError, messageOf } from '../base/errors.ts'
import { listMatches } from '../db/matches.ts'
import { listOpportunities } from '../db/opportunities.ts'
import { listOrganisations } from '../db/organisations.ts'
import { listSourceHealth } from '../db/source-health.ts'
import { organisationId } from '../domain/organisation.ts'
import type { Runtime } from '../runtime.ts'

/** Two addresses for whoever watches the process: is it up, and can it serve? */
export const healthRoutes = (runtime: Pick<Runtime, 'db' | 'now'>) =>
  new Hono()
    .get('/healthz', (c) => c.json({ status: 'ok' }))
    .get('/readyz', async (c) => {
      await checkReady(runtime)
      return c.json({ status: 'ok' })
    })

/**
 * Reads one row of everything that the faces read, which a database that does not answer, or lacks
 * a migration, cannot do.
 *
 * @throws AppError `unavailable` with the reason
 */
async function checkReady({ db, now }: Pick<Runtime, 'db' | 'now'>): Promise<void> {
  const one = { after: null, limit: 1 }
  try {
    await listOpportunities(db, instantOf(now()), { status: 'any', kind: null }, one)
    await listOrganisations(db, one)
    await listMatches(db, instantOf(now()), organisationId(''), one)
    await listSourceHealth(db)
  } catch (cause) {
    throw new AppError('unavailable', `The database cannot be read: ${messageOf(cause)}`, { cause })
  }
}
