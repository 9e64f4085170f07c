import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { harvestSource } from '../src/actions/opportunities/harvest-source.ts'
import type { SourceEntry } from '../src/domain/source.ts'
import { parseRegistry } from '../src/sources/registry.ts'
import { databases, openTestSqlite } from './support/databases.ts'
import { startReplayServer } from './support/replay-server.ts'
import { aRuntime } from './support/runtime.ts'
import { hasRecordings, recording } from './support/sources.ts'

const REGISTRY = parseRegistry(readFileSync('data/sources.json', 'utf8'), 'data/sources.json')
const PAGES = ['2025-01-23', '2022-10-20'].map(
  (day) => `contracts-finder/ocds-search-page-${day}-100-releases.json`,
)

/** A source as the registry has it, at a server of ours, in one window. */
function entryAt(id: string, origin: string): SourceEntry {
  const entry = REGISTRY.sources.find((it) => it.id === id)
  if (!entry) throw new Error(`The registry has no ${id}`)
  return {
    ...entry,
    url: `${origin}${new URL(entry.url).pathname}`,
    settings: { ...entry.settings, paceMs: 0, lookbackDays: 0.2, windowHours: 48, overlapMinutes: 0 },
  }
}

/** The recorded pages one after the other, over loopback HTTP, as the live service would page. */
function replayPages() {
  const [first = '', second = ''] = PAGES.map(recording)
  return startReplayServer([
    { match: 'cursor=two', body: second.replace(/"links"\s*:\s*\{[^}]*\}/, '"links": {}') },
    { body: first.replace(/("next"\s*:\s*")[^"]*/, '$1{origin}/Published/Notices/OCDS/Search?cursor=two') },
  ])
}

describe.runIf(hasRecordings).for(databases)(
  'the two full recorded pages of Contracts Finder on %s',
  ([name, open]) => {
    test('are harvested whole, and a second harvest changes nothing', async ({ annotate }) => {
      await using server = await replayPages()
      const db = await open()
      const runtime = aRuntime({ db, fetch, newId: () => crypto.randomUUID() })
      const entry = entryAt('contracts-finder', server.origin)
      const started = performance.now()
      const first = await harvestSource(runtime, entry)
      const seconds = (performance.now() - started) / 1000
      expect(first).toMatchObject({
        finished: true,
        error: null,
        counts: { pages: 2, seen: 200, quarantined: 0 },
      })
      const second = await harvestSource(runtime, entry)
      expect(second.counts).toMatchObject({ seen: 200, new: 0, changed: 0, withdrawn: 0, quarantined: 0 })
      const count = async (table: 'opportunities' | 'opportunity_versions') =>
        (
          await db.query
            .selectFrom(table)
            .select(({ fn }) => fn.countAll<number>().as('n'))
            .executeTakeFirstOrThrow()
        ).n
      expect(await count('opportunities')).toBe(first.counts.new)
      expect(await count('opportunity_versions')).toBe(first.counts.new + first.counts.changed)
      await annotate(`${name}: ${JSON.stringify(first.counts)} in ${seconds.toFixed(2)} s`)
    })
  },
)

test.runIf(hasRecordings)(
  'the recorded page of Find a Tender is harvested: one call, three awards of others',
  async () => {
    const page = recording('find-a-tender/release-package-limit-4-2026-10-06.json')
    await using server = await startReplayServer([
      { match: 'cursor=', body: '{"version": "1.1", "releases": []}' },
      { body: page.replace(/("next": ?")https:\/\/[^/]+/, '$1{origin}') },
    ])
    const db = openTestSqlite()
    const runtime = aRuntime({ db, fetch, newId: () => crypto.randomUUID() })
    const run = await harvestSource(runtime, entryAt('find-a-tender', server.origin))
    expect(run).toMatchObject({ finished: true, error: null, counts: { seen: 4, new: 1, skipped: 3 } })
    const [row] = await db.query.selectFrom('opportunities').select('content').execute()
    expect(JSON.parse(row?.content ?? '{}')).toMatchObject({
      vcseSignals: ['light_touch'],
      fundTotal: 277_200_000,
      currency: 'GBP',
    })
  },
)

test.skipIf(hasRecordings)('the recorded pages are not here, so they were not harvested', () => {})
