import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { instantOf } from '../../../base/date.ts'
import { type ListChange, putLists } from '../../../db/match-lists.ts'
import { migrate } from '../../../db/migrate.ts'
import { putOpportunities } from '../../../db/opportunity-versions.ts'
import { putOrganisations } from '../../../db/organisations.ts'
import { openSqlite, type SqliteDatabase } from '../../../db/sqlite.ts'
import type { ListedMatch } from '../../../domain/match-list.ts'
import type { Organisation } from '../../../domain/organisation.ts'
import type { Catalogue } from '../../../matching/catalogue/catalogue.ts'
import { BENCH_NOW } from '../data/opportunities.ts'
import { type Figure, figure } from './figure.ts'
import { timed } from './timed.ts'
import { numbers, type World } from './world.ts'

/** Organisations whose lists are written, at most: the goals are in proportion. */
export const WRITTEN = 20_000
const FULL = 170_000
/** As the job does on Node. */
const BATCH = 2_000
const AT = instantOf(BENCH_NOW)

/** The list of each organisation before and after a night, by number. */
export interface Rewritten {
  readonly before: readonly ListedMatch[]
  readonly after: readonly ListedMatch[]
}

/** Writes lists into a database file as the job does: all of them afresh, and then what a night has changed. */
export async function measureWriting(
  world: World,
  catalogues: readonly Catalogue[],
  lists: readonly Rewritten[],
): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'fundlocal-bench-'))
  const db = openSqlite(join(folder, 'bench.db'))
  try {
    migrate(db.file)
    const organisations = numbers(lists.length).map((number) => world.organisation(number))
    await fill(db, catalogues, organisations)
    const share = lists.length / FULL
    const first = await timed(() =>
      write(
        db,
        organisations,
        1,
        lists.map(({ before }) => [[], before]),
      ),
    )
    const night = await timed(() =>
      write(
        db,
        organisations,
        2,
        lists.map(({ before, after }) => [before, after]),
      ),
    )
    const rows = lists.reduce((sum, { before }) => sum + before.length, 0)
    return [
      figure('writeAll', `writing ${rows.toLocaleString('en-GB')} matches afresh`, first.cpu, 's CPU'),
      figure(
        'writeNight',
        `writing what a night changed, ${lists.length.toLocaleString('en-GB')} organisations`,
        night.cpu,
        's CPU',
        share,
      ),
    ]
  } finally {
    db.file.close()
    rmSync(folder, { recursive: true })
  }
}

async function fill(
  db: SqliteDatabase,
  catalogues: readonly Catalogue[],
  organisations: readonly Organisation[],
) {
  const calls = new Map(
    catalogues.flatMap(({ opportunities }) => opportunities.map((it) => [it.id, it] as const)),
  )
  const changes = [...calls.values()].map((opportunity) => ({ opportunity, changed: [], revision: 'r' }))
  for (let at = 0; at < changes.length; at += BATCH) {
    await db.commit(putOpportunities(db, changes.slice(at, at + BATCH)))
  }
  for (let at = 0; at < organisations.length; at += BATCH) {
    await db.commit(putOrganisations(db, AT, organisations.slice(at, at + BATCH)))
  }
}

type Change = readonly [old: readonly ListedMatch[], list: readonly ListedMatch[]]

async function write(
  db: SqliteDatabase,
  organisations: readonly Organisation[],
  run: number,
  changes: readonly Change[],
) {
  const matchedAt = run === 1 ? null : AT
  for (let at = 0; at < changes.length; at += BATCH) {
    const batch = organisations.slice(at, at + BATCH).map((organisation, next): ListChange => {
      const [old, list] = changes[at + next] ?? [[], []]
      const state = { run: run - 1, floor: null, matchedAt, changedAt: AT }
      return {
        before: { organisation, state, matches: old },
        after: { matches: list, floor: list.at(-1) ?? null },
      }
    })
    await db.commit(putLists(db, { run, moment: AT }, batch))
  }
}
