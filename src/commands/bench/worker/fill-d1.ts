import type { D1Database } from '@cloudflare/workers-types'
import { getPlatformProxy } from 'wrangler'
import { matchOrganisations } from '../../../actions/organisations/match-organisations.ts'
import { instantOf } from '../../../base/date.ts'
import { openD1 } from '../../../db/d1.ts'
import { migrationStatements } from '../../../db/migrate.ts'
import { putOpportunities } from '../../../db/opportunity-versions.ts'
import { putOrganisations } from '../../../db/organisations.ts'
import type { Opportunity } from '../../../domain/opportunity.ts'
import type { Organisation } from '../../../domain/organisation.ts'

const BATCH = 250

/**
 * Puts invented data into the local D1 that is kept in a folder, and matches it on Node by the job, which
 * leaves the snapshot of all opportunities there.
 */
export async function fillD1(
  folder: string,
  now: Date,
  opportunities: readonly Opportunity[],
  organisations: readonly Organisation[],
): Promise<void> {
  // Where the Worker, when it is started with that folder, looks.
  const persist = { path: `${folder}/v3` }
  const { env, dispose } = await getPlatformProxy<{ DB: D1Database }>({
    configPath: 'wrangler.toml',
    persist,
  })
  try {
    await env.DB.batch(migrationStatements().map((sql) => env.DB.prepare(sql)))
    const db = openD1(env.DB)
    for (let from = 0; from < opportunities.length; from += BATCH) {
      const part = opportunities.slice(from, from + BATCH)
      await db.commit(
        putOpportunities(
          db,
          part.map((opportunity) => ({ opportunity, changed: [], revision: 'r' })),
        ),
      )
    }
    await db.commit(putOrganisations(db, instantOf(now), organisations))
    await matchOrganisations({
      db,
      now: () => now,
      progress: () => {},
      budget: { ms: Number.POSITIVE_INFINITY, statements: Number.POSITIVE_INFINITY },
      stopping: new AbortController().signal,
      rankTogether: null,
    })
  } finally {
    await dispose()
  }
}
