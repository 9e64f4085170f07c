import { beforeEach, describe, expect, test } from 'vitest'
import { collectAwards } from '../../src/actions/awards/collect.ts'
import { harvestAwards } from '../../src/actions/awards/harvest.ts'
import { checkSource } from '../../src/actions/opportunities/check-source.ts'
import { collectOpportunities } from '../../src/actions/opportunities/collect.ts'
import { replayQuarantine } from '../../src/actions/opportunities/replay-quarantine.ts'
import type { Instant } from '../../src/base/date.ts'
import { countAwards, listAwardsByKey } from '../../src/db/awards.ts'
import type { Database } from '../../src/db/database.ts'
import { findProgress, putProgress } from '../../src/db/harvest-runs.ts'
import { listSourceHealth } from '../../src/db/source-health.ts'
import type { SourceEntry } from '../../src/domain/source.ts'
import type { Runtime } from '../../src/runtime.ts'
import { aDataset, aGrant, grantsJson } from '../fixtures/360giving/grants.ts'
import { aSource, BRISTOL, SOUTH_GLOUCESTERSHIRE } from '../support/builders.ts'
import { databases } from '../support/databases.ts'
import { takeWards } from '../support/places.ts'
import { aRuntime } from '../support/runtime.ts'
import { workbookFiles, zipOf } from '../support/workbooks.ts'

const REGISTRY = 'https://registry.example/data.json'
const registry = (settings: SourceEntry['settings'] = { publishers: 'all' }) =>
  aSource({
    id: 'registry',
    connector: '360giving-registry',
    url: REGISTRY,
    settings: { paceMs: 0, ...settings },
  })
const file = (over: Partial<SourceEntry> = {}) =>
  aSource({ id: 'file', connector: '360giving-file', url: 'https://fund.example/grants.json', ...over })
const API = 'https://api.example/v1'
const api = (funders: readonly string[]) =>
  aSource({ id: 'api', connector: '360giving-api', url: `${API}/`, settings: { funders, paceMs: 0 } })

type Answer = string | Response | (() => Response) | Uint8Array<ArrayBuffer>

describe.for(databases)('a harvest of awards into %s', ([, open]) => {
  let db: Database
  let site: Map<string, Answer>
  let asked: { url: string; accept: string | null }[]
  let now: Date
  let runtime: Runtime

  beforeEach(async () => {
    db = await open()
    site = new Map()
    asked = []
    now = new Date('2026-06-01T12:00:00Z')
    runtime = aRuntime({
      db,
      now: () => now,
      newId: () => crypto.randomUUID(),
      fetch: async (input, init) => {
        const url = String(input)
        asked.push({ url, accept: new Headers(init?.headers).get('Accept') })
        const answer = site.get(url)
        if (answer === undefined) return new Response('none', { status: 404 })
        if (typeof answer === 'function') return answer()
        return answer instanceof Response ? answer.clone() : new Response(answer)
      },
    })
  })

  const urls = () => asked.splice(0).map(({ url }) => url)
  const stored = async (key: string) => (await listAwardsByKey(db, [key])).get(key)
  const waiting = () =>
    db.query.selectFrom('quarantine').selectAll().where('settled_at', 'is', null).execute()
  const later = (hours: number) => {
    now = new Date(now.getTime() + hours * 3_600_000)
  }

  test('reads a file, and the same again changes nothing', async () => {
    site.set(file().url, grantsJson(aGrant('a'), aGrant('b')))
    const first = await harvestAwards(runtime, file())
    expect(first).toMatchObject({ finished: true, error: null, counts: { seen: 2, new: 2, unchanged: 0 } })
    expect(await stored('360G-example-a')).toMatchObject({
      sourceName: 'The Example Fund',
      licence: 'OGL-UK-3.0',
      openCall: true,
      purpose: 'A stove and training for ten cooks.',
    })
    const second = await harvestAwards(runtime, file())
    expect(second.counts).toMatchObject({ seen: 2, new: 0, changed: 0, unchanged: 2 })
  })

  test('a file that the site calls unchanged is not sent again', async () => {
    const tagged = (body: string) => () => new Response(body, { headers: { ETag: '"1"' } })
    site.set(file().url, tagged(grantsJson(aGrant('a'))))
    await harvestAwards(runtime, file())
    site.set(file().url, () => new Response(null, { status: 304 }))
    const second = await harvestAwards(runtime, file())
    expect(second).toMatchObject({ finished: true, error: null, counts: { seen: 0 } })
  })

  test('CSV and workbooks are read by what they are, not by how they are called', async () => {
    const heads = [
      'Identifier',
      'Title',
      'Amount Awarded',
      'Award Date',
      'Funding Org:Name',
      'Recipient Org:Name',
    ]
    const row = (id: string) => [id, 'A stove', '£1,250.50', '05/06/2014', 'The Example Fund', 'Riverside']
    site.set(
      file().url,
      [heads, row('360G-c').map((cell) => `"${cell}"`)].map((cells) => cells.join()).join('\n'),
    )
    expect((await harvestAwards(runtime, file())).counts.new).toBe(1)
    expect(await stored('360G-c')).toMatchObject({ amount: 125_050, awardedOn: '2014-06-05' })
    site.set(file().url, zipOf(workbookFiles([heads, row('360G-x')])))
    expect((await harvestAwards(runtime, file())).counts.new).toBe(1)
    expect(await stored('360G-x')).toMatchObject({ recipient: { name: 'Riverside' } })
  })

  test('what is gone from a list stays: awards are history', async () => {
    site.set(file().url, grantsJson(aGrant('a'), aGrant('b')))
    await harvestAwards(runtime, file())
    site.set(file().url, grantsJson(aGrant('b')))
    expect((await harvestAwards(runtime, file())).counts).toMatchObject({ withdrawn: 0, unchanged: 1 })
    expect(await countAwards(db)).toBe(2)
  })

  test('bad rows wait in quarantine with their reason, and persons are left out', async () => {
    const person = {
      ...aGrant('p'),
      recipientOrganization: [],
      recipientIndividual: { id: 'x', name: 'Jo Bloggs' },
    }
    const bad = aGrant('c', { amountAwarded: 'lots', description: 'Ask jo.bloggs@fund.example' })
    site.set(file().url, grantsJson(aGrant('a'), aGrant('a'), person, bad))
    const { counts } = await harvestAwards(runtime, file())
    expect(counts).toMatchObject({ seen: 4, new: 1, skipped: 1, quarantined: 2 })
    const kept = await waiting()
    expect(kept.map(({ reason }) => reason).sort()).toEqual([
      `Line 1 of ${file().url}: Amount Awarded: "lots" is not an amount in pounds like 10000 or £10,000`,
      `Line 1 of ${file().url}: Identifier: the same as on line 1`,
    ])
    expect(JSON.stringify(kept)).not.toMatch(/jo\.bloggs|Jo Bloggs/)
    const [health] = await listSourceHealth(db)
    expect(health).toMatchObject({ sourceId: 'file', lastRun: { error: null }, waiting: 2 })
  })

  test('a row that is put right leaves quarantine, and so does one that can be read by now', async () => {
    site.set(file().url, grantsJson(aGrant('a', { amountAwarded: 'lots' })))
    await harvestAwards(runtime, file())
    later(1)
    site.set(file().url, grantsJson(aGrant('a')))
    await harvestAwards(runtime, file())
    expect(await waiting()).toEqual([])

    const future = aGrant('f', { awardDate: '2026-06-10' })
    site.set(file().url, grantsJson(future, aGrant('g'), aGrant('g')))
    await harvestAwards(runtime, file())
    later(24 * 30)
    const replayed = { ...runtime, registry: { sample: false, sources: [file()] } }
    expect((await replayQuarantine(replayed)).settled).toBe(1)
    expect((await waiting()).map(({ source_key }) => source_key)).toEqual(['360G-example-g'])
    expect(await stored('360G-example-f')).toMatchObject({ awardedOn: '2026-06-10', licence: 'OGL-UK-3.0' })
  })

  test.for(['360G-x-1', 'X1', ''])(
    'a row with the id “%s” leaves quarantine once it is put right',
    async (id) => {
      const list = (amount: string) =>
        `Identifier,Title,Amount Awarded,Award Date,Funding Org:Name,Recipient Org:Name\n${id},A stove,${amount},2025-01-01,The Example Fund,Riverside\n`
      site.set(file().url, list('lots'))
      await harvestAwards(runtime, file())
      expect(await waiting()).toHaveLength(1)
      later(1)
      site.set(file().url, list('100'))
      expect((await harvestAwards(runtime, file())).counts.new).toBe(1)
      expect(await waiting()).toEqual([])
    },
  )

  test('a row that waits does not come over an award that has changed since', async () => {
    const future = aGrant('f', { awardDate: '2026-06-10', amountAwarded: 1 })
    const replayed = { ...runtime, registry: { sample: false, sources: [file()] } }
    site.set(file().url, grantsJson(future))
    await harvestAwards(runtime, file())
    later(24 * 20)
    const other = file({ id: 'other', url: 'https://fund.example/new.json' })
    site.set(other.url, grantsJson(aGrant('f', { amountAwarded: 7 })))
    await harvestAwards(runtime, other)
    later(24)
    expect((await replayQuarantine(replayed)).settled).toBe(1)
    expect(await stored('360G-example-f')).toMatchObject({ amount: 700, awardedOn: '2025-05-01' })
    // One that its list has said again since is no longer of the past.
    site.set(file().url, grantsJson(aGrant('f', { awardDate: '2026-07-30', amountAwarded: 2 })))
    await harvestAwards(runtime, file())
    later(24)
    site.set(other.url, grantsJson(aGrant('f', { amountAwarded: 8 })))
    await harvestAwards(runtime, other)
    later(24)
    await harvestAwards(runtime, file())
    later(24 * 40)
    expect((await replayQuarantine(replayed)).settled).toBe(1)
    expect(await stored('360G-example-f')).toMatchObject({ amount: 200, awardedOn: '2026-07-30' })
  })

  test('an award from another source with a worse licence changes nothing', async () => {
    site.set(file().url, grantsJson(aGrant('a')))
    await harvestAwards(runtime, file())
    const before = await stored('360G-example-a')
    const other = file({ id: 'other', name: 'Elsewhere', licence: 'Not known' })
    expect((await harvestAwards(runtime, other)).counts).toMatchObject({ changed: 0, unchanged: 1 })
    expect(await stored('360G-example-a')).toEqual(before)
    const better = file({ id: 'better', name: 'Better', licence: 'CC0-1.0' })
    expect((await harvestAwards(runtime, better)).counts).toMatchObject({ changed: 1 })
    // What it gives itself under another licence from now on, it may take back.
    const closed = file({ id: 'better', name: 'Better', licence: 'Not known' })
    expect((await harvestAwards(runtime, closed)).counts).toMatchObject({ changed: 1 })
    expect(await stored('360G-example-a')).toMatchObject({ licence: null, purpose: '' })
  })

  test('an award in a ward counts in its council, and one in a ward that no file knows nowhere', async () => {
    await takeWards(runtime)
    const at = (geoCode: string, name = '') => ({ beneficiaryLocation: [{ geoCode, name }] })
    site.set(
      file().url,
      grantsJson(
        aGrant('known', at('E05011950')),
        aGrant('unknown', at('E05099999')),
        aGrant('named', at('E05099999', 'Bristol')),
        aGrant('twice', at('E05011950 E05011951 E06000025')),
      ),
    )
    await harvestAwards(runtime, file())
    const areas = async (key: string) => (await stored(`360G-example-${key}`))?.areas
    expect(await areas('known')).toEqual([SOUTH_GLOUCESTERSHIRE])
    expect(await areas('unknown')).toEqual([])
    expect(await areas('named')).toEqual([BRISTOL])
    expect(await areas('twice')).toEqual([SOUTH_GLOUCESTERSHIRE])
  })

  test('bad rows beyond the first 200 are left out, and quarantine says how many', async () => {
    const bad = Array.from({ length: 260 }, (_, i) => aGrant(`n${i}`, { amountAwarded: 'lots' }))
    site.set(file().url, grantsJson(...bad))
    const { counts } = await harvestAwards(runtime, file())
    expect(counts).toMatchObject({ seen: 260, quarantined: 200, skipped: 60 })
    const kept = await waiting()
    expect(kept).toHaveLength(201)
    expect(kept.map(({ reason }) => reason)).toContain(
      `60 more rows of ${file().url} could not be read, and are not kept`,
    )
    later(1)
    site.set(file().url, grantsJson(...bad.map((_, i) => aGrant(`n${i}`))))
    await harvestAwards(runtime, file())
    expect(await waiting()).toEqual([])
  })

  test('words of a list without an open licence are not kept', async () => {
    site.set(file().url, grantsJson(aGrant('a')))
    await harvestAwards(runtime, file({ licence: 'Not known' }))
    expect(await stored('360G-example-a')).toMatchObject({ purpose: '', licence: null, amount: 500_000 })
  })

  test('a harvest that runs out of statements goes on within the list, and finds repeats all the same', async () => {
    const many = Array.from({ length: 1_700 }, (_, i) => aGrant(`n${i}`))
    const list = () => new Response(grantsJson(...many, aGrant('n3')), { headers: { ETag: '"1"' } })
    site.set(file().url, list)
    const first = await harvestAwards(runtime, file(), { ms: 60_000, statements: 12 })
    expect(first).toMatchObject({ finished: false, error: null })
    const seen = first.counts.seen
    expect(seen).toBeGreaterThan(0)
    expect(seen).toBeLessThan(1_700)
    const second = await harvestAwards(runtime, file())
    expect(second).toMatchObject({
      finished: true,
      counts: { seen: 1_701 - seen, quarantined: 1, unchanged: 0 },
    })
    expect(await countAwards(db)).toBe(1_700)
  })

  test('a list that breaks off keeps what came, and the next harvest brings the rest', async () => {
    const whole = grantsJson(...Array.from({ length: 600 }, (_, i) => aGrant(`n${i}`)))
    site.set(file().url, whole.slice(0, -200))
    const first = await harvestAwards(runtime, file())
    expect(first.finished).toBe(false)
    expect(first.error).toContain('It ends before its list does')
    expect(await countAwards(db)).toBe(500)
    site.set(file().url, whole)
    later(1)
    expect(await harvestAwards(runtime, file())).toMatchObject({ finished: true, error: null })
    expect(await countAwards(db)).toBe(600)
    expect(await waiting()).toEqual([])
  })

  test.for([
    ['the host wants to stop', 60_000],
    ['the time is over', 80],
  ] as const)('a list that hardly comes is left when %s, with what came', async ([why, ms]) => {
    const stop = new AbortController()
    const whole = grantsJson(...Array.from({ length: 30 }, (_, i) => aGrant(`n${i}`)))
    const begun = new TextEncoder().encode(whole.slice(0, -20))
    const hanging = () =>
      new Response(new ReadableStream({ start: (controller) => controller.enqueue(begun) }))
    site.set(file().url, hanging)
    if (why === 'the host wants to stop') setTimeout(() => stop.abort(), 50)
    const budget = { ms, statements: 10_000 }
    const run = await harvestAwards({ ...runtime, stopping: stop.signal }, file(), budget)
    expect(run).toMatchObject({ finished: false, error: null, counts: { seen: 29, new: 29 } })
    site.set(file().url, whole)
    expect(await harvestAwards(runtime, file())).toMatchObject({ finished: true, counts: { new: 1 } })
  })

  describe('of the registry', () => {
    const listed = (...datasets: object[]) => site.set(REGISTRY, JSON.stringify(datasets))

    test('each dataset has its publisher and licence, and is fetched again only when it was modified', async () => {
      listed(
        aDataset('one'),
        aDataset('two', { license: 'https://data.example/terms', license_name: 'Ask us' }),
      )
      site.set('https://one.example/grants', grantsJson(aGrant('a')))
      site.set('https://two.example/grants', grantsJson(aGrant('b')))
      expect(await harvestAwards(runtime, registry())).toMatchObject({ finished: true, counts: { new: 2 } })
      expect(await stored('360G-example-a')).toMatchObject({
        sourceName: 'Publisher one',
        licence: 'CC-BY-4.0',
      })
      expect(await stored('360G-example-b')).toMatchObject({ licence: 'Ask us', purpose: '' })
      urls()
      listed(aDataset('one'), aDataset('two', { modified: '2026-05-02' }))
      await harvestAwards(runtime, registry())
      expect(urls()).toEqual([REGISTRY, 'https://two.example/grants'])
    })

    test('one broken dataset does not stop the rest, says why, and is tried again', async () => {
      listed(aDataset('one'), aDataset('two'), aDataset('three', { distribution: [{ downloadURL: '#' }] }))
      site.set('https://one.example/grants', '<html>Not here</html>')
      site.set('https://two.example/grants', grantsJson(aGrant('b')))
      const first = await harvestAwards(runtime, registry())
      expect(first).toMatchObject({ finished: true, error: null, counts: { new: 1, quarantined: 2 } })
      expect((await findProgress(db, 'registry'))?.lastGoodAt).toBeNull()
      expect((await waiting()).map(({ source_key, reason }) => [source_key, reason]).sort()).toEqual([
        ['list one', expect.stringContaining('Publisher one cannot be read')],
        ['list three', 'The dataset “Awards of three” of Publisher three has no file to download'],
      ])
      urls()
      later(24)
      site.set('https://one.example/grants', grantsJson(aGrant('a')))
      await harvestAwards(runtime, registry())
      expect(urls()).toEqual([REGISTRY, 'https://one.example/grants'])
      expect((await waiting()).map(({ source_key }) => source_key)).toEqual(['list three'])
      expect((await findProgress(db, 'registry'))?.lastGoodAt).toBeNull()
      listed(aDataset('one'), aDataset('two'), aDataset('three'))
      site.set('https://three.example/grants', grantsJson(aGrant('c')))
      await harvestAwards(runtime, registry())
      expect((await findProgress(db, 'registry'))?.lastGoodAt).toBe(now.toISOString())
    })

    test('when no dataset can be read, the harvest has failed', async () => {
      listed(aDataset('one'))
      const run = await harvestAwards(runtime, registry())
      expect(run).toMatchObject({ finished: false, error: 'one.example answered 404: none' })
      expect((await findProgress(db, 'registry'))?.lastGoodAt).toBeNull()
    })

    test('only the publishers and datasets that are named are read', async () => {
      listed(aDataset('one'), aDataset('two'), aDataset('three'))
      const settings = { publishers: ['360g-ONE'], datasets: ['three'] }
      for (const name of ['one', 'three'])
        site.set(`https://${name}.example/grants`, grantsJson(aGrant(name)))
      expect((await harvestAwards(runtime, registry(settings))).counts.new).toBe(2)
      expect((await harvestAwards(runtime, registry({}))).error).toContain('must name settings.publishers')
      const nobody = await harvestAwards(runtime, registry({ publishers: ['nobody'] }))
      expect(nobody.error).toBe('The Example Fund has none of the datasets')
    })

    test('a dataset that says no day of its own is read again when its newest file is of another', async () => {
      const files = (modified: string) =>
        listed(
          aDataset('one', {
            modified: null,
            issued: null,
            distribution: [{ downloadURL: 'https://one.example/grants', modified }],
          }),
        )
      site.set('https://one.example/grants', grantsJson(aGrant('a')))
      files('2026-05-01')
      await harvestAwards(runtime, registry())
      urls()
      await harvestAwards(runtime, registry())
      expect(urls()).toEqual([REGISTRY])
      files('2026-05-02')
      await harvestAwards(runtime, registry())
      expect(urls()).toEqual([REGISTRY, 'https://one.example/grants'])
    })

    test('of several files the newest is read', async () => {
      const distribution = [
        { downloadURL: 'https://one.example/old', modified: '2024-01-01' },
        { downloadURL: 'https://one.example/new', modified: '2025-01-01' },
      ]
      listed(aDataset('one', { distribution }))
      site.set('https://one.example/new', grantsJson(aGrant('a')))
      expect((await harvestAwards(runtime, registry())).counts.new).toBe(1)
    })

    test.for([
      ['file:///etc/passwd', 'does not begin with https:// or http://'],
      ['http://127.0.0.1/grants', 'is not on the public internet'],
      ['http://[::1]/grants', 'is not on the public internet'],
      ['http://2130706433/grants', 'is not on the public internet'],
      ['http://localhost/grants', 'is not on the public internet'],
      ['http://db.internal/grants', 'is not on the public internet'],
      ['http://db.corp/grants', 'is not on the public internet'],
      ['http://router.home.arpa/grants', 'is not on the public internet'],
      ['https://user:word@fund.example/grants', 'has a user name or password in it'],
      ['https://fund.example:8443/grants', 'names the port 8443, and web pages have 80 or 443'],
    ] as const)('the registry cannot make us ask for %s', async ([downloadURL, fault]) => {
      listed(aDataset('one', { distribution: [{ downloadURL }] }))
      const { error } = await harvestAwards(runtime, registry())
      expect(error).toBe(`The dataset “Awards of one” of Publisher one is at an address that ${fault}`)
      expect(urls()).toEqual([REGISTRY])
    })

    test('a harvest that stopped between datasets goes on with the next', async () => {
      listed(aDataset('one'), aDataset('two'))
      for (const name of ['one', 'two']) site.set(`https://${name}.example/grants`, grantsJson(aGrant(name)))
      const first = await harvestAwards(runtime, registry(), { ms: 60_000, statements: 8 })
      expect(first).toMatchObject({ finished: false, counts: { new: 1 } })
      urls()
      expect(await harvestAwards(runtime, registry())).toMatchObject({ finished: true, counts: { new: 1 } })
      expect(urls()).toEqual([REGISTRY, 'https://two.example/grants'])
    })
  })

  describe('of the API', () => {
    const first = (funder: string) => `${API}/org/${funder}/grants_made/`
    const page = (next: string | null, ...keys: string[]) =>
      JSON.stringify({ count: 9, next, results: keys.map((key) => ({ grant_id: key, data: aGrant(key) })) })

    test('follows every page of each funder, asking for JSON', async () => {
      site.set(first('GB-CHC-1'), page(`${first('GB-CHC-1').replace('https', 'http')}?offset=2`, 'a', 'b'))
      site.set(`${first('GB-CHC-1')}?offset=2`, page(null, 'c'))
      site.set(first('GB-CHC-2'), page(null, 'd'))
      const run = await harvestAwards(runtime, api(['GB-CHC-1', 'GB-CHC-2']))
      expect(run).toMatchObject({ finished: true, error: null, counts: { new: 4 } })
      expect(new Set(asked.map(({ accept }) => accept))).toEqual(new Set(['application/json']))
      expect(await stored('360G-example-d')).toMatchObject({ awardedOn: '2025-05-01' })
    })

    test.for([
      ['another site', 'https://elsewhere.example/more', 'on another site'],
      ['the same page', first('GB-CHC-1'), 'one page as the next twice'],
    ] as const)('a link to %s ends the harvest as failed with that reason', async ([, next, reason]) => {
      site.set(first('GB-CHC-1'), page(next, 'a'))
      const run = await harvestAwards(runtime, api(['GB-CHC-1', 'GB-CHC-2']))
      expect(run).toMatchObject({ finished: false, error: expect.stringContaining(reason) })
      expect((await waiting())[0]?.reason).toContain(reason)
      expect((await findProgress(db, 'api'))?.lastGoodAt).toBeNull()
      expect(urls()).toEqual([first('GB-CHC-1')])
    })

    test('a page that fails ends the harvest as failed, and the next goes on at that page', async () => {
      const second = `${first('GB-CHC-1')}?offset=1`
      site.set(first('GB-CHC-1'), page(second, 'a'))
      site.set(second, '<html>Down for a while</html>')
      site.set(first('GB-CHC-2'), page(null, 'd'))
      const funders = api(['GB-CHC-1', 'GB-CHC-2'])
      const run = await harvestAwards(runtime, funders)
      expect(run).toMatchObject({ finished: false, resting: false, counts: { new: 1, quarantined: 1 } })
      expect(run.error).toContain('sent a page that is damaged')
      expect((await findProgress(db, 'api'))?.lastGoodAt).toBeNull()
      urls()
      later(1)
      site.set(second, page(null, 'b', 'c'))
      expect(await harvestAwards(runtime, funders)).toMatchObject({
        finished: true,
        error: null,
        counts: { new: 3 },
      })
      expect(urls()).toEqual([second, first('GB-CHC-2')])
      expect(await waiting()).toEqual([])
    })

    test('a bad result waits in quarantine under its id, and the rest of the page is read', async () => {
      const results = [{ grant_id: '360G-example-b', data: null }, 'none', { data: aGrant('a') }]
      site.set(first('GB-CHC-1'), JSON.stringify({ next: `${first('GB-CHC-1')}?offset=1`, results }))
      site.set(`${first('GB-CHC-1')}?offset=1`, page(null, 'c'))
      const run = await harvestAwards(runtime, api(['GB-CHC-1']))
      expect(run).toMatchObject({ finished: true, error: null, counts: { seen: 4, new: 2, quarantined: 2 } })
      expect((await waiting()).map(({ source_key }) => source_key)).toContain('360G-example-b')
    })

    test('a harvest whose budget ends on the last page is over, and the next does not begin in between', async () => {
      site.set(first('GB-CHC-1'), page(null, 'a'))
      const run = await harvestAwards(runtime, api(['GB-CHC-1']), { ms: 60_000, statements: 8 })
      expect(run).toMatchObject({ finished: true, error: null, counts: { new: 1 } })
      expect((await findProgress(db, 'api'))?.lastGoodAt).toBe(now.toISOString())
      urls()
      // One that was killed after its last page has but to be ended.
      const at = now.toISOString() as Instant
      const state = { reader: { funder: '', next: null }, list: null }
      await db.commit([putProgress(db, 'api', at, { state, notBefore: null, lastGoodAt: null })])
      expect(await harvestAwards(runtime, api(['GB-CHC-1']))).toMatchObject({ finished: true, error: null })
      expect(urls()).toEqual([])
      expect((await harvestAwards(runtime, api(['GB-CHC-1']))).counts).toMatchObject({ unchanged: 1 })
    })

    test('a wish for silence is kept to, and the next harvest goes on at that page', async () => {
      site.set(first('GB-CHC-1'), page(`${first('GB-CHC-1')}?offset=1`, 'a'))
      const busy = new Response('', { status: 429, headers: { 'Retry-After': '3600' } })
      site.set(`${first('GB-CHC-1')}?offset=1`, busy)
      const run = await harvestAwards(runtime, api(['GB-CHC-1', 'GB-CHC-2']))
      expect(run).toMatchObject({ finished: false, resting: true, counts: { new: 1 } })
      expect(await harvestAwards(runtime, api(['GB-CHC-1']))).toMatchObject({
        resting: true,
        counts: { seen: 0 },
      })
      urls()
      later(2)
      site.set(`${first('GB-CHC-1')}?offset=1`, page(null, 'b'))
      expect(await harvestAwards(runtime, api(['GB-CHC-1']))).toMatchObject({
        finished: true,
        counts: { new: 1 },
      })
      expect(urls()).toEqual([`${first('GB-CHC-1')}?offset=1`])
    })
  })

  test('each job reads its own sources, when they are due', async () => {
    site.set(file().url, grantsJson(aGrant('a')))
    const both = { ...runtime, registry: { sample: false, sources: [file(), aSource({ id: 'calls' })] } }
    const order = { only: null, evenIfNotDue: false }
    expect(await collectAwards(both, order)).toMatchObject({ sources: 1, failed: 0, new: 1 })
    expect(await collectAwards(both, order)).toMatchObject({ sources: 0 })
    expect(urls()).toEqual([file().url])
    await collectOpportunities(both, order)
    expect(urls().every((url) => url === aSource().url)).toBe(true)
    const named = (only: string) => ({ only, evenIfNotDue: true })
    await expect(collectOpportunities(both, named('file'))).rejects.toThrow('run the job collect-awards')
    await expect(collectAwards(both, named('calls'))).rejects.toThrow('run the job collect-opportunities')
  })

  test('a check compares the first rows with what is read, and stores nothing', async () => {
    site.set(REGISTRY, JSON.stringify([aDataset('one')]))
    site.set('https://one.example/grants', grantsJson(aGrant('a'), aGrant('b', { amountAwarded: '' })))
    const checked = { ...runtime, registry: { sample: false, sources: [registry()] } }
    const check = await checkSource(checked, 'registry', null)
    expect(check).toMatchObject({ where: 'one', records: 2, good: 1 })
    expect(check.bad).toEqual([{ key: 'line 1', reason: 'Amount Awarded: is missing' }])
    expect(check.found).toContainEqual({ path: 'From An Open Call?', records: 2 })
    expect(check.missing).toContain('Recipient Ind:Identifier')
    expect(check.unknown).toContainEqual({ path: 'recipientOrganization/postalCode', records: 2 })
    expect(await countAwards(db)).toBe(0)
  })
})
