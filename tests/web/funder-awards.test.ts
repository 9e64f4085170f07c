import type { Hono } from 'hono'
import { beforeEach, describe, expect, test } from 'vitest'
import { readAwardList } from '../../src/actions/awards/read-list.ts'
import { createApp } from '../../src/app.ts'
import { type Instant, isoDate } from '../../src/base/date.ts'
import { putAwards } from '../../src/db/awards.ts'
import type { Database } from '../../src/db/database.ts'
import { putOpportunities } from '../../src/db/opportunity-versions.ts'
import type { Award } from '../../src/domain/award.ts'
import { anAward, anOpportunity, BRISTOL, SOUTH_GLOUCESTERSHIRE, WALES } from '../support/builders.ts'
import { databases } from '../support/databases.ts'
import { aRuntime } from '../support/runtime.ts'

const AT = '2026-06-01T05:00:00.000Z' as Instant
const FUNDER = { name: 'The Example Fund', orgId: 'GB-CHC-1000001' }
const HOME = '/funders/GB-CHC-1000001/awards'
const given = (key: string, over: Partial<Award> = {}) => anAward({ key, funder: FUNDER, ...over })

interface Listed {
  readonly items: readonly Award[]
  readonly total: number
  readonly next: string | null
  readonly figures: unknown
}

describe.for(databases)('what a funder has paid for, from %s', ([, open]) => {
  let app: Hono
  let db: Database
  let put: (...awards: Award[]) => Promise<void>

  beforeEach(async () => {
    db = await open()
    const opportunity = anOpportunity({ funder: FUNDER })
    await db.commit(putOpportunities(db, [{ opportunity, changed: [], revision: 'r1' }]))
    put = (...awards) => db.commit(putAwards(db, AT, awards))
    app = createApp(aRuntime({ db }))
  })
  const get = async (path: string) => app.request(`http://localhost${path}`)
  const wordsOf = async (path: string) =>
    (await (await get(path)).text()).replace(/<style[\s\S]*?<\/style>|<[^>]*>/g, ' ').replace(/\s+/g, ' ')
  const json = async (path: string): Promise<Listed> =>
    (await get(`/api/v1${path}`)).json() as Promise<Listed>
  const csv = async (path: string) => (await get(path)).text()

  test('the page has every award once, page by page, and page, API and export show the same rows', async () => {
    const keys = Array.from({ length: 45 }, (_, i) => `k${String(i).padStart(2, '0')}`)
    // Several of one day, so that pages are cut between them.
    await put(
      ...keys.map((key, i) => given(key, { awardedOn: isoDate(`2025-01-${10 + (i % 7)}`), title: key })),
    )
    const fromApi: string[] = []
    for (let after: string | null = ''; after !== null; ) {
      const { items, next, total }: Listed = await json(`${HOME}?limit=20${after && `&after=${after}`}`)
      expect(total).toBe(45)
      fromApi.push(...items.map(({ key }) => key))
      after = next
    }
    expect([...fromApi].sort()).toEqual(keys)
    const fromPages: string[] = []
    for (let path: string | undefined = HOME; path; ) {
      const markup: string = await (await get(path)).text()
      const main = markup.slice(markup.indexOf('newest first'))
      fromPages.push(...[...main.matchAll(/<p class="govuk-body">(k\d\d)</g)].map(([, key = '']) => key))
      path = /href="([^"]*)" rel="next"/.exec(markup)?.[1]?.replaceAll('&amp;', '&')
    }
    expect(fromPages).toEqual(fromApi)
    const rows = (await csv(`${HOME}.csv`)).split('\r\n').slice(1, -1)
    expect(rows.map((row) => row.split(',')[0])).toEqual(fromApi)
  })

  test('an area shows what was done in it or in a part of it, with figures of that alone', async () => {
    await put(
      given('a', { areas: [BRISTOL], amount: 100_000 }),
      given('b', { areas: [], recipientAreas: [SOUTH_GLOUCESTERSHIRE], amount: 300_000 }),
      given('c', { areas: [WALES] }),
      given('d', { areas: [] }),
    )
    const inArea = await json(`${HOME}?area=West%20of%20England`)
    expect(inArea.items.map(({ key }) => key)).toEqual(['a', 'b'])
    expect(inArea.figures).toMatchObject({ count: 2, total: 400_000 })
    expect(await wordsOf(`${HOME}?area=${BRISTOL}`)).toMatch(
      /In Bristol\. .*1 award on 1 May 2025, £1,000 in all/,
    )
    expect((await csv(`${HOME}.csv?area=${BRISTOL}`)).split('\r\n')).toHaveLength(3)
    expect(await wordsOf(`${HOME}?area=S12000036`)).toContain('We know of no award of this funder there.')
  })

  test('the export is what spreadsheets in this country take, runs nothing, and can be taken in again', async () => {
    await put(
      given('a', {
        title: '=HYPERLINK("https://bad.example")',
        recipient: { name: '@Home, "Bristol"', orgIds: ['GB-CHC-2'] },
        amount: 125_050,
        openCall: false,
      }),
    )
    const response = await get(`${HOME}.csv`)
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    const bytes = new Uint8Array(await response.arrayBuffer())
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const text = new TextDecoder().decode(bytes)
    expect(text).toMatch(/^Identifier,Title,[^\n]*,Source,Licence\r\n[^\n]*\r\n$/)
    expect(text).toContain('"\'=HYPERLINK(""https://bad.example"")"')
    expect(text).toContain('"\'@Home, ""Bristol"""')
    expect(text).toContain(',1250.5,2025-05-01,')
    const pieces = async function* () {
      yield bytes
    }
    const cells: unknown[] = []
    for await (const row of readAwardList(pieces(), 'awards.csv')) cells.push(row.cells)
    expect(cells).toMatchObject([{ id: 'a', amount: '1250.5', openCall: 'No', recipientId: 'GB-CHC-2' }])
  })

  test('figures are those of now, also when an award was added after they were asked for', async () => {
    await put(given('a'))
    expect((await json(HOME)).figures).toMatchObject({ count: 1 })
    await db.commit(putAwards(db, '2026-06-02T05:00:00.000Z' as Instant, [given('b')]))
    expect((await json(HOME)).figures).toMatchObject({ count: 2 })
  })

  test('a funder of whom nothing is known says so, and an unknown one is not found', async () => {
    expect(await wordsOf(HOME)).toContain('We know of no award of this funder.')
    expect(await json(HOME)).toMatchObject({ items: [], total: 0, next: null, figures: null })
    expect((await csv(`${HOME}.csv`)).split('\r\n')).toHaveLength(2)
    for (const path of ['/funders/none/awards', '/funders/none/awards.csv', '/api/v1/funders/none/awards']) {
      expect((await get(path)).status).toBe(404)
    }
    for (const area of ['nowhere', 'E05011950@E06000025:Send money to elsewhere.example, not a']) {
      for (const path of [HOME, `${HOME}.csv`]) {
        const response = await get(`${path}?area=${encodeURIComponent(area)}`)
        expect(response.status).toBe(400)
        expect(await response.text()).not.toContain('Send money')
      }
    }
    expect((await get(`${HOME}?area=E05011950`)).status).toBe(200)
  })
})
