import type { D1Database } from '@cloudflare/workers-types'
import PostalMime from 'postal-mime'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestHarness } from 'wrangler'
import { instantOf } from '../src/base/date.ts'
import { openD1 } from '../src/db/d1.ts'
import { putOrganisations } from '../src/db/organisations.ts'
import { aPackage, aRelease } from './fixtures/ocds/releases.ts'
import { anOrganisation, SOUTH_WEST } from './support/builders.ts'
import { type ReplayServer, startReplayServer } from './support/replay-server.ts'
import { startSmtp, type TestSmtp } from './support/smtp.ts'
import { fieldsOf, filled, NEWSLETTER } from './web/by-hand/forms.ts'

/** The Worker as it would be deployed, in the local runtime: its own bundle, D1, crons and assets. */
const server = createTestHarness()
const worker = () => server.getWorker<{ DB: D1Database }>()
let notices: ReplayServer
let smtp: TestSmtp

const DAY_MS = 86_400_000
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString()

beforeAll(async () => {
  const release = aRelease({ date: inDays(-0.1) }, { tenderPeriod: { endDate: inDays(30) } })
  notices = await startReplayServer([
    { match: 'cursor=two', body: aPackage([]) },
    { body: aPackage([release], '{origin}/api?cursor=two') },
  ])
  smtp = await startSmtp()
  const source = {
    id: 'notices',
    name: 'Notices',
    connector: 'ocds',
    url: `${notices.origin}/api`,
    licence: 'OGL-UK-3.0',
    settings: { windowHours: 48, lookbackDays: 1, paceMs: 0 },
  }
  const vars = {
    FUNDLOCAL_SOURCES: JSON.stringify({ sources: [source] }),
    FUNDLOCAL_SMTP_URL: smtp.url,
  }
  await server.update({ workers: [{ configPath: 'wrangler.toml', vars }] })
  await server.listen()
  await worker().applyD1Migrations('DB')
})

afterAll(async () => {
  await server.close()
  await notices[Symbol.asyncDispose]()
  await smtp.close()
})

const fire = (cron: string, at: string) => worker().scheduled({ cron, scheduledTime: new Date(at) })
const get = async (path: string) => {
  const response = await server.fetch(path)
  return { status: response.status, headers: response.headers, text: await response.text() }
}

test('it is up and ready', async () => {
  expect((await get('/healthz')).status).toBe(200)
  expect((await get('/readyz')).status).toBe(200)
})

test('the cron harvests, matches and sends, and the same tick again does nothing', async () => {
  expect(await fire('5 * * * *', '2026-06-01T05:05:00Z')).toMatchObject({ outcome: 'ok' })
  expect(notices.requests.length).toBe(2)
  const { items } = JSON.parse((await get('/api/v1/opportunities')).text)
  expect(items).toMatchObject([{ title: 'Falls prevention at home', status: 'open' }])

  const { DB } = await worker().getEnv()
  const db = openD1(DB)
  const organisation = anOrganisation({
    areas: [SOUTH_WEST],
    whatWeDo: 'Falls prevention for older people at home',
    themes: ['social_care'],
  })
  await db.commit(putOrganisations(db, instantOf(new Date()), [organisation]))
  await fire('25 * * * *', '2026-06-01T05:25:00Z')
  const matches = JSON.parse((await get(`/api/v1/organisations/${organisation.id}/matches`)).text)
  expect(matches.items).toHaveLength(1)

  await fire('*/10 6,7 * * *', '2026-06-01T06:10:00Z')
  await fire('*/10 6,7 * * *', '2026-06-01T06:10:00Z')
  await fire('*/10 6,7 * * *', '2026-06-01T07:10:00Z')
  expect(smtp.accepted).toHaveLength(1)
  const mail = await PostalMime.parse(smtp.accepted[0] ?? '')
  expect(mail.text).toContain('Falls prevention at home')
})

test('pages and their style sheet are served', async () => {
  const page = await get('/opportunities')
  expect(page.status).toBe(200)
  expect(page.text).toContain('Falls prevention at home')
  const sheet = /href="(\/assets\/[^"]+\.css)"/.exec(page.text)?.[1] ?? ''
  const css = await get(sheet)
  expect(css.status).toBe(200)
  expect(css.headers.get('cache-control')).toContain('max-age')
})

test('areas and funders are found by what somebody types', async () => {
  const [area] = JSON.parse((await get('/api/v1/areas?q=Glostershire')).text).items
  expect(area).toMatchObject({ code: 'E10000013', exact: false })
  const [{ funder }] = JSON.parse((await get('/api/v1/opportunities')).text).items
  const page = await get(`/opportunities?${new URLSearchParams({ funder: funder.name.slice(0, -1) })}`)
  expect(page.text).toContain(`Showing funders like “${funder.name.slice(0, -1)}”: ${funder.name}.`)
  expect(page.text).toContain('Falls prevention at home')
})

test('what is not open, and what pays for acting early, is worked out here too', async () => {
  const page = await get(`/organisations/${anOrganisation().id}/not-open`)
  expect(page.status).toBe(200)
  expect(page.text).toContain('Not open to Riverside Kitchen yet')
  expect((await get('/opportunities')).text).toContain('(“Falls prevention”)')
  const { items } = JSON.parse((await get('/api/v1/opportunities')).text)
  expect(items[0].earlyHelp[0]).toMatchObject({ quote: 'Falls prevention', field: 'title' })
})

test('an opportunity is added by hand, and an address of this machine is not asked for', async () => {
  const post = async (fields: readonly (readonly [string, string])[]) => {
    const body = new URLSearchParams(fields.map(([name, value]): [string, string] => [name, value]))
    const headers = { Origin: 'http://localhost', 'Content-Type': 'application/x-www-form-urlencoded' }
    const init = { method: 'POST', body: body.toString(), headers, redirect: 'manual' } as const
    const response = await server.fetch('http://localhost/opportunities/new', init)
    return { status: response.status, headers: response.headers, text: await response.text() }
  }
  const asked = notices.requests.length
  const refused = await post([
    ['step', 'read'],
    ['link', `${notices.origin}/secret`],
  ])
  expect(refused.status).toBe(400)
  expect(notices.requests.length).toBe(asked)

  const form = await post([
    ['step', 'read'],
    ['text', NEWSLETTER],
  ])
  const over = {
    funder: 'The Example Fund',
    link: 'https://kitchens.example/',
    summary: 'Pays for kitchens.',
  }
  const check = await post([...filled(fieldsOf(form.text), over), ['step', 'check']])
  const added = await post([...fieldsOf(check.text), ['step', 'save']])
  expect(added.status).toBe(303)
  const page = await get(added.headers.get('location') ?? '')
  expect(page.text).toContain('Added by hand, from kitchens.example')
})

test('another host name is refused, since there are no accounts yet', async () => {
  expect((await get('http://fundlocal.example/api/v1/opportunities')).status).toBe(403)
})
