import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Reading, SourceEntry } from '../../src/domain/source.ts'
import { isAwardSource } from '../../src/sources/awards/index.ts'
import { openSource } from '../../src/sources/index.ts'
import { parseRegistry } from '../../src/sources/registry.ts'
import { startReplayServer } from '../support/replay-server.ts'
import { hasRecordings, pagesOf, quickGet, recording } from '../support/sources.ts'

const REGISTRY = parseRegistry(readFileSync('data/sources.json', 'utf8'), 'data/sources.json')

/** An entry of the real registry that asks a server of ours, in one window. */
function entryAt(id: string, origin: string): SourceEntry {
  const entry = REGISTRY.sources.find((source) => source.id === id)
  if (!entry) throw new Error(`The registry has no ${id}`)
  const settings = { ...entry.settings, paceMs: 0, lookbackDays: 0.1, windowHours: 24 }
  return { ...entry, url: `${origin}${new URL(entry.url).pathname}`, settings }
}

/** Serves the recorded page as the first, and an empty last one, and reads them through the whole connector. */
async function harvest(id: string, file: string): Promise<Reading[]> {
  const page = recording(file).replace(/("next": ?")https:\/\/[^/]+/, '$1{origin}')
  await using server = await startReplayServer([
    { match: 'cursor=', body: '{"version": "1.1", "releases": []}' },
    { body: page },
  ])
  const reader = openSource(entryAt(id, server.origin))
  const pages = await pagesOf(reader, quickGet())
  expect(server.requests).toHaveLength(2)
  expect(pages.at(-1)?.last).toBe(true)
  return pages.flatMap(({ records }) => records.map(({ value }) => reader.read(value)))
}

const countBy = (readings: readonly Reading[]) => {
  const counts: Record<string, number> = {}
  for (const reading of readings) {
    const what =
      'ended' in reading ? reading.ended : 'content' in reading ? sayCall(reading.content) : reading.outcome
    counts[what] = (counts[what] ?? 0) + 1
  }
  return counts
}
const sayCall = ({ forecast }: { forecast: boolean }) => (forecast ? 'forecast' : 'open')

test.runIf(hasRecordings).for([
  [
    'contracts-finder',
    'contracts-finder/ocds-search-page-2022-10-20-100-releases.json',
    { awarded: 53, open: 44, forecast: 3 },
  ],
  [
    'contracts-finder',
    'contracts-finder/ocds-search-page-2025-01-23-100-releases.json',
    { awarded: 59, open: 38, forecast: 3 },
  ],
  [
    'contracts-finder',
    'contracts-finder/ocds-search-page-1-release-2022-10-18-verbatim.json',
    { awarded: 1 },
  ],
  ['contracts-finder', 'contracts-finder/ocds-search-page-empty-releases.json', {}],
  ['find-a-tender', 'find-a-tender/release-package-limit-4-2026-10-06.json', { awarded: 3, open: 1 }],
] as const)(
  'every recorded notice of %s in %s is read (needs the recordings)',
  async ([id, file, counts]) => {
    const readings = await harvest(id, file)
    expect(countBy(readings)).toEqual(counts)
  },
)

test.runIf(hasRecordings)('no person survives in a recorded call (needs the recordings)', async () => {
  const readings = await harvest(
    'contracts-finder',
    'contracts-finder/ocds-search-page-2025-01-23-100-releases.json',
  )
  const texts = readings.map((reading) => ('content' in reading ? JSON.stringify(reading.content) : ''))
  expect(texts.join().length).toBeGreaterThan(10_000)
  expect(texts.filter((text) => /REDACTED|redacted@|\b0\d{3} \d{3} \d{4}\b/.test(text))).toEqual([])
})

test.runIf(hasRecordings)(
  'a lot in dirhams does not price a contract in pounds (needs the recordings)',
  async () => {
    const readings = await harvest('find-a-tender', 'find-a-tender/release-package-limit-4-2026-10-06.json')
    const call = readings.find((reading) => reading.outcome === 'opportunity')
    expect(call).toMatchObject({
      content: {
        fundTotal: 277_200_000,
        currency: 'GBP',
        lots: [{ id: '1', title: null, value: null }],
        vcseSignals: ['light_touch'],
        cpv: ['85311000'],
        rules: { areas: { basis: 'stated', value: ['E06000056'] } },
        deadline: { rounds: [{ closesOn: '2026-11-05', closesTime: '12:00' }] },
      },
    })
  },
)

test('the registry that ships can be opened', () => {
  expect(REGISTRY.sample).toBe(false)
  const on = REGISTRY.sources.filter(({ enabled }) => enabled)
  expect(on.map(({ id }) => id)).toEqual(['contracts-finder', 'find-a-tender'])
  expect(on.every(({ verified }) => verified)).toBe(true)
  const calls = REGISTRY.sources.filter((entry) => !isAwardSource(entry))
  for (const entry of calls) expect(openSource(entry).read({})).toMatchObject({ outcome: 'bad' })
})
