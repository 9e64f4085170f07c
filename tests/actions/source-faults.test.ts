import { describe, expect, test } from 'vitest'
import { databases } from '../support/databases.ts'
import { type Fault, onSite } from '../support/on-site.ts'
import { type Asked, SITES } from '../support/sites.ts'

const status =
  (code: number, headers: Record<string, string> = {}): Fault =>
  () =>
    new Response('The service is not available', { status: code, headers })

/** What can go wrong with a page, and what the run then says, of whatever kind the source is. */
const SHAPE = /sent|is not|is neither|lacks|breaks off|damaged|half a page|cut/
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
  [
    'answers 403 and asks for an hour',
    status(403, { 'Retry-After': '3600' }),
    /asks for no more requests until/,
  ],
  ['answers 500', status(500), /answered 500, 4 times/],
  [
    'answers 500 and asks for an hour',
    status(500, { 'Retry-After': '3600' }),
    /asks for no more requests until/,
  ],
  ['answers 503', status(503), /answered 503, 4 times/],
  [
    'answers 503 and asks for an hour',
    status(503, { 'Retry-After': '3600' }),
    /asks for no more requests until/,
  ],
  ['breaks off', (good) => new Response(good.slice(0, good.length / 2)), SHAPE],
  ['has another shape', () => new Response('{"unexpected": [1, 2]}'), SHAPE],
  ['is a page for people', () => new Response('<html><h1>Back soon</h1></html>'), SHAPE],
  ['is empty', () => new Response(''), SHAPE],
]

const ALL = ['Call 1', 'Call 2', 'Call 3']

describe.for(databases)('into %s', ([, open]) => {
  describe.for(SITES.map((site) => [site.entry.connector, site] as const))('of %s', ([, site]) => {
    test.for(FAULTS)(
      'a page that %s: nothing is lost or doubled, and the next harvest goes on',
      async ([, fault, said]) => {
        const world = onSite(site, await open())
        world.fault = fault
        const before = site.isPaged ? 2 : 0
        const failed = await world.harvest()
        expect(failed).toMatchObject({ finished: false, counts: { new: before, withdrawn: 0 } })
        expect(failed.error).toMatch(said)
        world.fault = null
        world.later(1.1)
        expect(await world.harvest()).toMatchObject({
          finished: true,
          error: null,
          counts: { new: 3 - before, withdrawn: 0 },
        })
        expect(await world.stored()).toEqual(ALL)
        expect(await world.versions()).toBe(3)
      },
    )

    test.for([429, 503])(
      'a page that answers %i once, and asks for a second, is had at the second try',
      async (code) => {
        const world = onSite(site, await open())
        world.fault = status(code, { 'Retry-After': '1' })
        world.times = 1
        expect(await world.harvest()).toMatchObject({ finished: true, error: null, counts: { new: 3 } })
      },
    )

    test('a page without items takes nothing back', async () => {
      const world = onSite(site, await open())
      await world.harvest()
      for (const hours of [24, 48]) {
        world.later(hours)
        world.fault = () => new Response(site.answer([], world.asked.at(-1) as Asked))
        await world.harvest()
      }
      expect(await world.stored()).toEqual(ALL)
    })

    test('a key that stands on a page twice is one call, and none is taken back', async () => {
      const world = onSite(site, await open())
      world.items = [1, 1, 2]
      for (const hours of [0, 24, 48]) {
        world.later(hours)
        expect(await world.harvest()).toMatchObject({ finished: true, error: null, counts: { withdrawn: 0 } })
      }
      expect(await world.stored()).toEqual(['Call 1', 'Call 2'])
      expect(await world.versions()).toBe(2)
    })

    test('the same again changes nothing', async () => {
      const world = onSite(site, await open())
      await world.harvest()
      world.later(24)
      expect(await world.harvest()).toMatchObject({
        finished: true,
        counts: { new: 0, changed: 0, unchanged: 3, withdrawn: 0 },
      })
      expect(await world.versions()).toBe(3)
    })

    test('a process that is killed between any two commits has lost and doubled nothing', async () => {
      const world = onSite(site, await open())
      for (const commits of [0, 1, 2, 3]) {
        world.killedAfter = commits
        await world.harvest().catch(() => null)
      }
      world.killedAfter = null
      world.later(1)
      expect(await world.harvest()).toMatchObject({ finished: true, error: null })
      expect(await world.stored()).toEqual(ALL)
      expect(await world.versions()).toBe(3)
    })

    test.for([
      ['back', '2026-10-24T22:30:00Z'],
      ['forward', '2026-03-28T22:30:00Z'],
    ])(
      'harvests through the night in which clocks go %s lose and double nothing',
      async ([, evening = '']) => {
        const world = onSite(site, await open())
        world.at(evening)
        world.items = [1, 2]
        for (let hour = 0; hour < 5; hour += 1) {
          if (hour === 2) world.items = [1, 2, 3]
          expect(await world.harvest()).toMatchObject({
            finished: true,
            error: null,
            counts: { withdrawn: 0 },
          })
          world.later(1)
        }
        expect(await world.stored()).toEqual(ALL)
        expect(await world.versions()).toBe(3)
      },
    )
  })

  const PAGED = SITES.filter(({ isPaged }) => isPaged)

  describe.for(PAGED.map((site) => [site.entry.connector, site] as const))('of %s', ([, site]) => {
    test('a page that comes again for the next one is a fault, after which the list begins again', async () => {
      const world = onSite(site, await open())
      world.fault = () => {
        const asked = world.asked.find((it) => site.pageOf(it) === 1)
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

    test('a harvest that is cut off between pages goes on at the next one', async () => {
      const world = onSite(site, await open())
      expect(await world.harvest({ ms: 60_000, statements: 15 })).toMatchObject({
        finished: false,
        counts: { new: 2 },
      })
      world.asked.length = 0
      expect(await world.harvest()).toMatchObject({ finished: true, counts: { new: 1 } })
      const pages = world.asked.map((asked) => site.pageOf(asked)).filter((page) => page !== null)
      expect(pages).toEqual([2])
      expect(await world.stored()).toEqual(ALL)
    })
  })
})

describe.for(SITES.map((site) => [site.entry.connector, site] as const))(
  'of %s, all of which is known',
  ([, site]) => {
    test.for(FAULTS)('a page that %s takes nothing back', async ([, fault]) => {
      const world = onSite(site)
      await world.harvest()
      for (const hours of [24, 48]) {
        world.fault = fault
        world.later(hours)
        await world.harvest()
      }
      expect(await world.stored()).toEqual(ALL)
      world.fault = null
      world.later(72)
      expect(await world.harvest()).toMatchObject({
        finished: true,
        error: null,
        counts: { new: 0, changed: 0 },
      })
      expect(await world.versions()).toBe(3)
    })
  },
)
