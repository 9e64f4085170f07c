import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { harvestSource } from '../../../actions/opportunities/harvest-source.ts'
import { silentLog } from '../../../base/log.ts'
import { readConfig } from '../../../config.ts'
import { migrate } from '../../../db/migrate.ts'
import { openSqlite } from '../../../db/sqlite.ts'
import { SourceEntry } from '../../../domain/source.ts'
import type { Progress } from '../../../runtime.ts'
import { BENCH_NOW } from '../data/opportunities.ts'
import { vocabularyOf } from '../data/vocabulary.ts'
import { type Figure, figure } from '../match/figure.ts'
import { memoryInUse, timed } from '../match/timed.ts'
import { numbers } from '../match/world.ts'
import { releasesFrom } from './releases.ts'

const PAGE = 100
/** The goals are for so many releases, and in proportion for others. */
const FULL = 10_000
const GOAL_SECONDS = 10
const GOAL_RATIO = 5
/** Megabytes by which memory in use may differ between the tenth page and the last. */
const GOAL_GROWTH = 16

const URL_OF_SOURCE = 'https://notices.example/api/search'
const ENTRY = SourceEntry.parse({
  id: 'notices',
  name: 'Invented notices',
  connector: 'ocds',
  url: URL_OF_SOURCE,
  licence: 'OGL-UK-3.0',
  settings: { windowHours: 48, lookbackDays: 1, overlapMinutes: 0, paceMs: 0, maxPages: 10_000 },
})

/**
 * Harvests invented pages of releases into a database file, once when all is new and once when nothing has
 * changed, through all that a harvest does but the network.
 */
export async function measureHarvest(seed: number, releases: number, progress: Progress): Promise<Figure[]> {
  const release = releasesFrom(seed, vocabularyOf(seed))
  const pages = numbers(Math.ceil(releases / PAGE)).map((page) =>
    JSON.stringify({
      uri: URL_OF_SOURCE,
      version: '1.1',
      publisher: { name: 'The Example Office' },
      releases: numbers(Math.min(PAGE, releases - page * PAGE)).map((at) => release(page * PAGE + at)),
      ...((page + 1) * PAGE < releases && { links: { next: `${URL_OF_SOURCE}?page=${page + 1}` } }),
    }),
  )
  const folder = mkdtempSync(join(tmpdir(), 'fundlocal-bench-'))
  const db = openSqlite(join(folder, 'bench.db'))
  try {
    migrate(db.file)
    const memory: number[] = []
    // Giving back what nobody needs, to see what is in use, is no part of a harvest.
    let looking = 0
    const runtime = {
      db,
      config: readConfig({}),
      log: silentLog,
      fetch: async (url: string | URL | Request) =>
        new Response(pages[Number(new URL(String(url)).searchParams.get('page') ?? 0)]),
      now: () => BENCH_NOW,
      newId: randomUUID,
      sleep: async () => {},
      budget: { ms: Number.POSITIVE_INFINITY, statements: Number.POSITIVE_INFINITY },
      stopping: new AbortController().signal,
      progress: (step: string, done: number) => {
        progress(step, done, releases)
        if (done % (10 * PAGE) !== 0) return
        const before = performance.now()
        memory.push(memoryNow())
        looking += (performance.now() - before) / 1000
      },
    }
    const first = await timed(() => harvestSource(runtime, ENTRY))
    const firstWall = first.wall - looking
    looking = 0
    const growth = Math.max(0, last(memory) - early(memory))
    const second = await timed(() => harvestSource(runtime, ENTRY))
    const secondWall = second.wall - looking
    mustBe(releases, first.result.counts.new, 'new')
    mustBe(releases, second.result.counts.unchanged, 'unchanged')
    const share = releases / FULL
    const many = releases.toLocaleString('en-GB')
    return [
      figure(
        'harvestNew',
        `parsing and storing ${many} releases, wall`,
        firstWall,
        's',
        GOAL_SECONDS * share,
      ),
      figure('harvestNewCpu', 'the same, looking at the memory included', first.cpu, 's CPU'),
      figure('harvestAgain', 'harvesting them again, nothing changed, wall', secondWall, 's'),
      figure('harvestRatio', 'how many times faster that is', firstWall / secondWall, '×', {
        atLeast: GOAL_RATIO,
      }),
      figure('harvestGrowth', 'growth of memory while paging', growth, 'MB', GOAL_GROWTH),
    ]
  } finally {
    db.file.close()
    rmSync(folder, { recursive: true })
  }
}

/** After what nobody needs is given back, where the engine lets us ask for that. */
function memoryNow(): number {
  globalThis.gc?.()
  return memoryInUse()
}

/** After ten pages everything is warm. */
const early = (memory: readonly number[]): number => memory[0] ?? 0
const last = (memory: readonly number[]): number => memory.at(-1) ?? 0

function mustBe(expected: number, count: number, what: string): void {
  if (count !== expected) throw new Error(`${count} of ${expected} releases are ${what}`)
}
