import { harvestSource } from '../../src/actions/opportunities/harvest-source.ts'
import type { Database } from '../../src/db/database.ts'
import { openTestSqlite } from './databases.ts'
import { aRuntime } from './runtime.ts'
import type { Asked, Site } from './sites.ts'

/** What comes in place of the good answer. */
export type Fault = (good: string) => Response | Promise<Response>

/** A site on which time passes, calls come and go, and one page of the list may fail. */
export function onSite(site: Site, db: Database = openTestSqlite()) {
  let now = new Date('2026-06-01T12:00:00Z')
  const world = {
    db,
    items: [1, 2, 3] as readonly number[],
    /** What happens to the second page of the list, or the only one, how often. */
    fault: null as Fault | null,
    times: Number.POSITIVE_INFINITY,
    asked: [] as Asked[],
    /** After how many commits the process is killed; null for never. */
    killedAfter: null as number | null,
    at(moment: string) {
      now = new Date(moment)
    },
    later(hours: number) {
      now = new Date(now.getTime() + hours * 3_600_000)
    },
    harvest(budget = { ms: 60_000, statements: 10_000 }) {
      commits = 0
      return harvestSource(runtime, site.entry, budget)
    },
    async stored() {
      const rows = await db.query
        .selectFrom('opportunities')
        .select(['title', 'ended'])
        .orderBy('title')
        .execute()
      return rows.map(({ title, ended }) => (ended === null ? title : `${title} (${ended})`))
    },
    versions: async () => (await db.query.selectFrom('opportunity_versions').selectAll().execute()).length,
  }
  const fetch = async (input: string | URL | Request, init: RequestInit = {}) => {
    const asked = { url: new URL(String(input)), body: typeof init.body === 'string' ? init.body : '' }
    world.asked.push(asked)
    const good = site.answer(world.items, asked)
    if (world.fault === null || site.pageOf(asked) !== (site.isPaged ? 2 : 1) || world.times <= 0)
      return new Response(good)
    world.times -= 1
    return world.fault(good)
  }
  let commits = 0
  const commit: Database['commit'] = async (statements) => {
    if (world.killedAfter !== null && commits >= world.killedAfter) throw new Error('The process was killed')
    commits += 1
    return db.commit(statements)
  }
  const runtime = aRuntime({ db: { ...db, commit }, fetch, now: () => now, newId: () => crypto.randomUUID() })
  return world
}
