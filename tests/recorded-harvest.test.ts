import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { harvestSource } from '../src/actions/opportunities/harvest-source.ts'
import type { SourceEntry } from '../src/domain/source.ts'
import { parseRegistry } from '../src/sources/registry.ts'
import { databases } from './support/databases.ts'
import { startReplayServer } from './support/replay-server.ts'
import { aRuntime } from './support/runtime.ts'
import { hasRecordings, recording } from './support/sources.ts'

const REGISTRY = parseRegistry(readFileSync('data/sources.json', 'utf8'), 'data/sources.json')
const PAGES = ['2025-01-23', '2022-10-20'].map(
  (day) => `contracts-finder/ocds-search-page-${day}-100-releases.json`,
)

/** Contracts Finder as the registry has it, at a server of ours, in one window. */
function contractsFinderAt(origin: string): SourceEntry {
  const entry = REGISTRY.sources.find(({ id }) => id === 'contracts-finder')
  if (!entry) throw new Error('The registry has no Contracts Finder')
  return {
    ...entry,
    url: `${origin}${new URL(entry.url).pathname}`,
    settings: { ...entry.settings, paceMs: 0, lookbackDays: 1, overlapMinutes: 0 },
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
      const entry = contractsFinderAt(server.origin)
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

test.skipIf(hasRecordings)('the recorded pages are not here, so they were not harvested', () => {})
