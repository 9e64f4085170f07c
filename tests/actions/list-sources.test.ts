import { describe, expect, test } from 'vitest'
import { harvestSource } from '../../src/actions/opportunities/harvest-source.ts'
import { databases, openTestSqlite } from '../support/databases.ts'
import { onSite } from '../support/on-site.ts'
import { aRuntime } from '../support/runtime.ts'
import { LISTS, SITES, type Site } from '../support/sites.ts'

const WHOLE = LISTS.filter(
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

  test('what a file that has everything has left out twice is withdrawn, and a file that was cut short takes nothing back', async () => {
    const file = SITES.find(({ entry }) => entry.connector === 'file') as Site
    const entry = { ...file.entry, settings: { listsEverything: true } }
    const world = onSite({ ...file, entry, pageOf: file.pageOf, answer: file.answer }, await open())
    const harvest = async (items: readonly number[]) => {
      world.items = items
      world.later(24)
      return (await world.harvest()).counts.withdrawn
    }
    expect([await harvest([1, 2, 3]), await harvest([1, 2]), await harvest([1, 2])]).toEqual([0, 0, 1])
    expect(await world.stored()).toEqual(['Call 1', 'Call 2', 'Call 3 (withdrawn)'])
    const cut = [await harvest([1, 2, 3]), await harvest([1]), await harvest([1]), await harvest([])]
    expect(cut).toEqual([0, 0, 0, 0])
    expect(await world.stored()).toEqual(['Call 1', 'Call 2', 'Call 3'])
  })

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

test.for(SITES.map((site) => [site.entry.connector, site] as const))(
  'a harvest of %s says how many items stand in its list now, at once when some are gone',
  async ([connector, site]) => {
    const world = onSite(site)
    for (const items of [
      [1, 2, 3],
      [1, 3],
      [1, 2, 3, 4],
    ]) {
      world.items = items
      world.later(24)
      const { finished, listed } = await world.harvest()
      expect({ finished, listed }).toEqual({
        finished: true,
        listed: connector === 'ocds' ? null : items.length,
      })
    }
  },
)

test.for(WHOLE.map((site) => [site.entry.connector, site] as const))(
  'an empty list of %s is read to its end, counts as empty and takes nothing back',
  async ([, site]) => {
    const world = onSite(site)
    await world.harvest()
    world.items = []
    for (const _ of [1, 2, 3]) {
      world.later(24)
      expect(await world.harvest()).toMatchObject({ finished: true, listed: 0, counts: { withdrawn: 0 } })
    }
    expect(await world.stored()).toEqual(['Call 1', 'Call 2', 'Call 3'])
  },
)

test('when the list and its own total disagree, nothing is taken back', async () => {
  const [site] = LISTS
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
  const site = LISTS.find(({ entry }) => entry.connector === 'common-grants') as Site
  const world = onSite({
    ...site,
    pageOf: (asked) => site.pageOf(asked),
    answer: (items, asked) => site.answer(items, asked).replace(/"totalItems":\d+/, '"totalItems":0'),
  })
  expect(await world.harvest()).toMatchObject({ finished: true, error: null, counts: { new: 3 } })
})

/** Find a Grant with three grants, the pages of some of which answer otherwise. */
async function harvestGrants(pages: Readonly<Record<string, number>>) {
  const [site] = LISTS
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
  const [site] = LISTS
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
  const [site] = LISTS
  if (!site) throw new Error('There is no site')
  const world = onSite(site)
  const details = () => world.asked.filter(({ url }) => url.pathname.startsWith('/grants/')).length
  await world.harvest()
  expect(details()).toBe(3)
  world.later(24)
  await world.harvest()
  expect(details()).toBe(3)
  world.later(24 * 7)
  await world.harvest()
  expect(details()).toBe(6)
})
