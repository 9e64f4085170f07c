import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { createApp } from '../src/app.ts'
import type { Facts } from '../src/base/log.ts'
import { openSqlite } from '../src/db/sqlite.ts'
import { aRuntime } from './support/runtime.ts'

const app = createApp(aRuntime())

describe('the app answers its own machine only', () => {
  test.for(['http://localhost', 'http://localhost:3000', 'http://127.0.0.1:8787', 'http://[::1]:3000'])(
    '%s is answered',
    async (origin) => {
      expect((await app.request(`${origin}/opportunities`)).status).toBe(200)
    },
  )

  test.for([
    'http://fundlocal.example',
    'http://localhost.evil.example',
    'http://127.0.0.1.evil.example',
    'http://192.168.1.5:3000',
    'http://0.0.0.0:3000',
  ])('%s is refused in plain words', async (origin) => {
    const page = await app.request(`${origin}/organisations`)
    expect(page.status).toBe(403)
    expect(await page.text()).toContain('only on the machine on which it runs')
    const answer = await app.request(`${origin}/api/v1/opportunities`)
    expect(answer.status).toBe(403)
    expect(await answer.json()).toMatchObject({ code: 'forbidden', title: 'Forbidden' })
  })
})

describe('headers', () => {
  test.for(['/opportunities', '/api/v1/opportunities', '/nowhere', '/healthz'])(
    '%s lets nothing run, frame or load but what is ours',
    async (path) => {
      const { headers } = await app.request(`http://localhost${path}`)
      const policy = headers.get('content-security-policy')?.split('; ').sort()
      expect(policy).toEqual([
        "base-uri 'none'",
        "default-src 'none'",
        "font-src 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "img-src 'self' data:",
        "script-src 'self'",
        "style-src 'self'",
      ])
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('x-frame-options')).toBe('DENY')
      expect(headers.get('referrer-policy')).toBe('same-origin')
    },
  )
})

describe('health', () => {
  test('a running process is healthy even without a database', async () => {
    const bare = createApp(aRuntime({ db: openSqlite(':memory:') }))
    expect((await bare.request('http://localhost/healthz')).status).toBe(200)
  })

  test('a migrated database is ready', async () => {
    expect((await app.request('http://localhost/readyz')).status).toBe(200)
  })

  test('a database without its tables is not, and the answer says why', async () => {
    const bare = createApp(aRuntime({ db: openSqlite(':memory:') }))
    const response = await bare.request('http://localhost/readyz')
    expect(response.status).toBe(503)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(await response.json()).toMatchObject({
      code: 'unavailable',
      detail: expect.stringContaining('no such table'),
    })
  })

  test.for(['opportunities', 'organisations', 'matches', 'feedback', 'harvest_runs'])(
    'a database that lacks only %s is not ready',
    async (table) => {
      const runtime = aRuntime()
      await sql.raw('PRAGMA foreign_keys = OFF').execute(runtime.db.query)
      await sql.raw(`DROP TABLE ${table}`).execute(runtime.db.query)
      expect((await createApp(runtime).request('http://localhost/readyz')).status).toBe(503)
    },
  )
})

test('each request is one line of the log', async () => {
  const lines: (readonly [string, Facts | undefined])[] = []
  let ticks = 0
  const watched = createApp(
    aRuntime({
      log: { info: (event, facts) => lines.push([event, facts]), error: () => {} },
      now: () => new Date(Date.UTC(2026, 5, 1) + 5 * ticks++),
    }),
  )
  await watched.request('http://localhost/healthz')
  await watched.request('http://elsewhere.example/nowhere?a=1')
  expect(lines).toEqual([
    ['request.answered', { method: 'GET', path: '/healthz', status: 200, ms: 5 }],
    ['request.answered', { method: 'GET', path: '/nowhere', status: 403, ms: 5 }],
  ])
})
