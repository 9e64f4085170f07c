import { describe, expect, test } from 'vitest'
import { harvestSource } from '../../src/actions/opportunities/harvest-source.ts'
import type { Database } from '../../src/db/database.ts'
import { databases, openTestSqlite } from '../support/databases.ts'
import { aRuntime } from '../support/runtime.ts'
import { type Asked, SITES, type Site } from '../support/sites.ts'

type Fault = (good: string) => Response | Promise<Response>

/** A site on which time passes, calls come and go, and one page of the list may fail. */
function onSite(site: Site, db: Database = openTestSqlite()) {
  let now = new Date('2026-06-01T12:00:00Z')
  const world = {
    db,
    items: [1, 2, 3] as readonly number[],
    /** What happens to the second page of the list, how often. */
    fault: null as Fault | null,
    times: Number.POSITIVE_INFINITY,
    asked: [] as Asked[],
    later(hours: number) {
      now = new Date(now.getTime() + hours * 3_600_000)
    },
    harvest: (budget = { ms: 60_000, statements: 10_000 }) => harvestSource(runtime, site.entry, budget),
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
    if (world.fault === null || site.pageOf(asked) !== 2 || world.times <= 0) return new Response(good)
    world.times -= 1
    return world.fault(good)
  }
  const runtime = aRuntime({ db, fetch, now: () => now, newId: () => crypto.randomUUID() })
  return world
}

const status =
  (code: number, headers: Record<string, string> = {}): Fault =>
  () =>
    new Response('The service is not available', { status: code, headers })

const FAULTS: readonly (readonly [name: string, fault: Fault, said: RegExp])[] = [
  [
    'never answers',
    () => Promise.reject(new DOMException('It took too long', 'TimeoutError')),
    /could not be reached/,
  ],
  ['answers 403', status(403), /answered 403/],
  ['answers 429', status(429), /answered 429, 4 times/],
  [
    'answers 429 and asks for an hour',
    status(429, { 'Retry-After': '3600' }),
    /asks for no more requests until/,
  ],
  ['answers 500', status(500), /answered 500, 4 times/],
  ['answers 503', status(503), /answered 503, 4 times/],
  [
    'answers 503 and asks for an hour',
    status(503, { 'Retry-After': '3600' }),
    /asks for no more requests until/,
  ],
  ['breaks off', (good) => new Response(good.slice(0, good.length / 2)), /half a page|damaged/],
  ['has another shape', () => new Response('{"unexpected": [1, 2]}'), /sent a page/],
  ['is a page for people', () => new Response('<html><h1>Back soon</h1></html>'), /sent a page/],
  ['is empty', () => new Response(''), /sent/],
]

describe.for(SITES.map((site) => [site.entry.connector, site] as const))('of the list of %s', ([, site]) => {
  test.for(FAULTS)(
    'the second page %s: nothing is lost or doubled, and the next harvest goes on',
    async ([, fault, said]) => {
      const world = onSite(site)
      world.fault = fault
      const failed = await world.harvest()
      expect(failed).toMatchObject({ finished: false, counts: { new: 2, withdrawn: 0 } })
      expect(failed.error).toMatch(said)
      world.fault = null
      world.later(1.1)
      expect(await world.harvest()).toMatchObject({
        finished: true,
        error: null,
        counts: { new: 1, withdrawn: 0 },
      })
      expect(await world.stored()).toEqual(['Call 1', 'Call 2', 'Call 3'])
      expect(await world.versions()).toBe(3)
    },
  )

  test.for([429, 503])(
    'a page that answers %i once, and asks for a second, is had at the second try',
    async (code) => {
      const world = onSite(site)
      world.fault = status(code, { 'Retry-After': '1' })
      world.times = 1
      expect(await world.harvest()).toMatchObject({ finished: true, error: null, counts: { new: 3 } })
    },
  )

  test('a page that comes again for the next one is a fault, after which the list begins again', async () => {
    const world = onSite(site)
    const first = world.asked
    world.fault = () => {
      const asked = first.find((it) => site.pageOf(it) === 1)
      return new Response(asked ? site.answer(world.items, asked) : '')
    }
    world.items = [1, 2, 3, 4, 5]
    const failed = await world.harvest()
    expect(failed.error).toContain('the same page again and again')
    world.fault = null
    expect(await world.harvest()).toMatchObject({
      finished: true,
      error: null,
      counts: { new: 3, withdrawn: 0 },
    })
    expect(await world.versions()).toBe(5)
  })

  test('an empty page before the end takes nothing back', async () => {
    const world = onSite(site)
    await world.harvest()
    world.later(24)
    world.fault = () => new Response(site.answer([], { ...(world.asked.at(-1) as Asked) }))
    await world.harvest()
    world.fault = null
    expect(await world.stored()).toEqual(['Call 1', 'Call 2', 'Call 3'])
  })

  test('a key that stands on a page twice is one call, and none is taken back', async () => {
    const world = onSite(site)
    world.items = [1, 1, 2]
    expect(await world.harvest()).toMatchObject({
      finished: true,
      counts: { new: 2, withdrawn: 0, quarantined: 0 },
    })
    expect(await world.stored()).toEqual(['Call 1', 'Call 2'])
  })

  test('a harvest that is cut off between pages goes on at the next one', async () => {
    const world = onSite(site)
    expect(await world.harvest({ ms: 60_000, statements: 15 })).toMatchObject({
      finished: false,
      counts: { new: 2 },
    })
    world.asked.length = 0
    expect(await world.harvest()).toMatchObject({ finished: true, counts: { new: 1 } })
    const pages = world.asked.map((asked) => site.pageOf(asked)).filter((page) => page !== null)
    expect(pages).toEqual([2])
    expect(await world.stored()).toEqual(['Call 1', 'Call 2', 'Call 3'])
  })

  test('the same again changes nothing', async () => {
    const world = onSite(site)
    await world.harvest()
    world.later(24)
    expect(await world.harvest()).toMatchObject({
      finished: true,
      counts: { seen: 3, new: 0, changed: 0, unchanged: 3, withdrawn: 0 },
    })
    expect(await world.versions()).toBe(3)
  })
})

const WHOLE = SITES.filter(
  ({ entry }) => entry.connector === 'find-a-grant' || entry.settings['listsEverything'],
)

describe.for(databases)('in %s', ([, open]) => {
  test.for(WHOLE.map((site) => [site.entry.connector, site] as const))(
    'what %s has left out of two lists in a row is withdrawn, and open again when it comes back',
    async ([, site]) => {
      const world = onSite(site, await open())
      await world.harvest()
      world.items = [1, 3]
      world.later(24)
      expect((await world.harvest()).counts).toMatchObject({ withdrawn: 0, unchanged: 2 })
      world.later(24)
      expect((await world.harvest()).counts).toMatchObject({ withdrawn: 1, unchanged: 2 })
      expect(await world.stored()).toEqual(['Call 1', 'Call 2 (withdrawn)', 'Call 3'])
      world.items = [1, 2, 3]
      world.later(24)
      expect((await world.harvest()).counts).toMatchObject({ changed: 1, unchanged: 2, withdrawn: 0 })
      expect(await world.stored()).toEqual(['Call 1', 'Call 2', 'Call 3'])
    },
  )

  test('a call that is gone after its closing date has closed, and was not withdrawn', async () => {
    const [site] = WHOLE
    if (!site) throw new Error('No site lists everything')
    const world = onSite(site, await open())
    await world.harvest()
    world.items = [1, 3]
    // The invented grants close on 14 September.
    world.later(24 * 120)
    await world.harvest()
    world.later(24)
    expect((await world.harvest()).counts).toMatchObject({ withdrawn: 0 })
    expect(await world.stored()).toEqual(['Call 1', 'Call 2', 'Call 3'])
  })
})

test('when the list and its own total disagree, nothing is taken back', async () => {
  const [site] = SITES
  if (!site) throw new Error('There is no site')
  const world = onSite({
    ...site,
    pageOf: (asked) => site.pageOf(asked),
    answer: (items, asked) => site.answer(items, asked).replace(/"totalGrants":\d+/, '"totalGrants":3'),
  })
  await world.harvest()
  world.items = [1, 3]
  for (const _ of [1, 2, 3]) {
    world.later(24)
    expect(await world.harvest()).toMatchObject({ counts: { withdrawn: 0 } })
  }
  expect(await world.stored()).toEqual(['Call 1', 'Call 2', 'Call 3'])
})

test.for(WHOLE.map((site) => [site.entry.connector, site] as const))(
  'when the registry asks %s for something else, what that leaves out is not taken back at once',
  async ([, site]) => {
    const db = openTestSqlite()
    const world = onSite(site, db)
    await world.harvest()
    world.later(24)
    await world.harvest()
    const settings = { ...site.entry.settings, maxPages: 100 }
    const other = onSite({ ...site, entry: { ...site.entry, settings } }, db)
    other.items = [1, 3]
    other.later(72)
    expect((await other.harvest()).counts).toMatchObject({ withdrawn: 0 })
    other.later(24)
    expect((await other.harvest()).counts).toMatchObject({ withdrawn: 1 })
  },
)

test('a list that says that it has nothing, and has something, is read to its end', async () => {
  const site = SITES.find(({ entry }) => entry.connector === 'common-grants') as Site
  const world = onSite({
    ...site,
    pageOf: (asked) => site.pageOf(asked),
    answer: (items, asked) => site.answer(items, asked).replace(/"totalItems":\d+/, '"totalItems":0'),
  })
  expect(await world.harvest()).toMatchObject({ finished: true, error: null, counts: { new: 3 } })
})

/** Find a Grant with three grants, the pages of some of which answer otherwise. */
async function harvestGrants(pages: Readonly<Record<string, number>>) {
  const [site] = SITES
  if (!site) throw new Error('There is no site')
  const fetch = async (input: string | URL | Request) => {
    const asked = { url: new URL(String(input)), body: '' }
    const code = pages[asked.url.pathname.replace('/grants/', '')]
    return code === undefined
      ? new Response(site.answer([1, 2, 3], asked))
      : new Response('no', { status: code })
  }
  const runtime = aRuntime({ db: openTestSqlite(), fetch, newId: () => crypto.randomUUID() })
  return harvestSource(runtime, site.entry)
}

test('a grant whose page is gone is read from the list alone', async () => {
  expect(await harvestGrants({ 'call-2-1': 404 })).toMatchObject({
    finished: true,
    error: null,
    counts: { new: 3, quarantined: 0 },
  })
})

test.for([403, 500])(
  'a page of a grant that answers %i keeps that grant aside, and no other',
  async (code) => {
    expect(await harvestGrants({ 'call-2-1': code })).toMatchObject({
      finished: true,
      error: null,
      counts: { new: 2, quarantined: 1 },
    })
  },
)

test('when the page of no grant can be had, the harvest stops and says so', async () => {
  expect(await harvestGrants({ 'call-1-1': 403, 'call-2-1': 403, 'call-3-1': 403 })).toMatchObject({
    finished: false,
    error: 'site.example answered 403: no',
  })
})

test('a grant that can no longer be read is not counted as checked, and is asked for again', async () => {
  const [site] = SITES
  if (!site) throw new Error('There is no site')
  const world = onSite(site)
  await world.harvest()
  const spoilt = onSite(
    {
      ...site,
      pageOf: (asked) => site.pageOf(asked),
      answer: (items, asked) =>
        site
          .answer(items, asked)
          .replaceAll(/"grantApplicationCloseDate":"[^"]*"/g, '"grantApplicationCloseDate":"soon"'),
    },
    world.db,
  )
  for (const hours of [24, 48]) {
    spoilt.later(hours)
    expect(await spoilt.harvest()).toMatchObject({ counts: { unchanged: 0, quarantined: 3 } })
  }
})

test('the page of a grant is read once, and again when its entry has changed or a week is over', async () => {
  const [site] = SITES
  if (!site) throw new Error('There is no site')
  const world = onSite(site)
  const details = () => world.asked.filter((asked) => site.pageOf(asked) === null).length
  await world.harvest()
  expect(details()).toBe(3)
  world.later(24)
  await world.harvest()
  expect(details()).toBe(3)
  world.later(24 * 7)
  await world.harvest()
  expect(details()).toBe(6)
})
