import { describe, expect, test } from 'vitest'
import { aSource } from '../support/builders.ts'
import { aSeededApp, textOf } from './pages.ts'

const app = aSeededApp()
const open = async (path: string) => (await app).request(`http://localhost${path}`)
const wordsOf = async (path: string) =>
  (await textOf(open(path))).replace(/<[^>]*>|\s+/g, ' ').replace(/ +/g, ' ')

describe('the page of sources', () => {
  test('tells of each whether it is on and verified, and when it was and will be read', async () => {
    const words = await wordsOf('/sources')
    expect(words).toContain('4 sources, of which 2 are on. 2 need a look')
    // What needs a look comes first, and what is off last.
    const links = [...(await textOf(open('/sources'))).matchAll(/href="\/sources\/([^"]+)"/g)]
    expect(links.map(([, id]) => id)).toEqual(['trouble', 'paused', 'example-fund', 'off'])
    expect(words).toMatch(/The Example Fund On Verified live/)
    expect(words).toMatch(/Switched Off Switched off Verified live/)
    expect(words).toMatch(/Not yet verified live/)
    expect(words).toContain('Read to its end 1 June 2026 at 6am (today)')
    expect(words).toContain('3 items on 1 page: 3 unchanged. It was read to its end')
    expect(words).toContain('Next run 2 June 2026 at 6:05am')
    expect(words).toContain('Next run None while it is switched off')
  })

  test('says what is other than it was', async () => {
    const words = await wordsOf('/sources')
    expect(words).toContain('The number of items fell by 60% (from 120 to 48).')
    expect(words).toContain('closing date (in 95% of the 180 before, in none of the last 60)')
  })

  test('says why the last run failed', async () => {
    expect(await wordsOf('/sources')).toMatch(/It failed: https:\/\/fund\.example\S+ answered 500/)
  })
})

describe('the page of one source', () => {
  test('has its runs, newest first, and why records wait', async () => {
    const words = await wordsOf('/sources/trouble')
    expect(words.indexOf('1 June 2026 at 6:05am: No page was read')).toBeGreaterThan(0)
    expect(words.indexOf('23 May 2026 at 6:05am')).toBeGreaterThan(words.indexOf('1 June 2026 at 6:05am'))
    expect(words).toContain('no&lt;/b&gt; title (2 records, last tried today)')
    expect(words).toContain('npm run job -- replay-quarantine')
    expect(words).toContain('npm run job -- check-source trouble')
  })

  test('of a source that was never read says so', async () => {
    expect(await wordsOf('/sources/off')).toContain('It has not been read yet.')
  })

  test('that is not in the registry is not there', async () => {
    expect((await open('/sources/none')).status).toBe(404)
  })
})

describe('a source that is paused', () => {
  const post = async (service: Awaited<typeof app>, path: string, origin = 'http://localhost') =>
    service.request(`http://localhost${path}`, { method: 'POST', headers: { Origin: origin } })

  test('says so with its five errors and who was told', async () => {
    const words = await wordsOf('/sources/paused')
    expect(words).toContain('It failed 5 times in a row')
    expect(words.match(/answered 500/g)).toHaveLength(5)
    expect(words).toContain('Nobody has been told of it by mail')
    expect(words).toContain('Next run None while it is paused')
  })

  test('gives the command of the job that reads it', async () => {
    expect(await wordsOf('/sources/paused')).toContain('npm run job -- collect-opportunities paused')
    const awards = aSource({ id: 'paused', connector: '360giving-file' })
    const service = await aSeededApp({ registry: { sample: false, sources: [awards] } })
    const page = await textOf(service.request('http://localhost/sources/paused'))
    expect(page).toContain('npm run job -- collect-awards paused')
    expect(page).not.toContain('collect-opportunities')
  })

  test('is started again by a press, which no other site can send', async () => {
    const service = await aSeededApp()
    const elsewhere = await post(service, '/sources/paused/start-again', 'https://evil.example')
    expect(elsewhere.status).toBe(403)
    expect(await textOf(service.request('http://localhost/sources/paused'))).toContain('Start again')
    const answer = await post(service, '/sources/paused/start-again')
    expect(answer.status).toBe(303)
    const page = await textOf(service.request(`http://localhost${answer.headers.get('location')}`))
    expect(page).toContain('It will be read at the next run.')
    expect(page).not.toContain('Start again')
  })

  test('that does not exist cannot be started', async () => {
    expect((await post(await aSeededApp(), '/sources/none/start-again')).status).toBe(404)
  })
})

test('the API tells the same of every source', async () => {
  expect(await (await open('/api/v1/sources')).json()).toMatchObject({
    total: 4,
    items: [
      { id: 'example-fund', state: 'on', open: 6, nextAt: '2026-06-02T05:05:00.000Z' },
      {
        id: 'trouble',
        state: 'on',
        verified: false,
        inQuarantine: 2,
        lastRun: { finished: false, error: expect.stringContaining('answered 500') },
        drift: { fell: { what: 'items', from: 120, to: 48 } },
      },
      { id: 'paused', state: 'paused', nextAt: null, pause: { toldAt: null, failures: { length: 5 } } },
      { id: 'off', state: 'off', nextAt: null, lastRun: null },
    ],
  })
  expect((await open('/api/v1/sources?x=1')).status).toBe(400)
})
