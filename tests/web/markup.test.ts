import { globSync, readFileSync } from 'node:fs'
import type { Hono } from 'hono'
import { HtmlValidate } from 'html-validate'
import { beforeAll, expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { aRuntime } from '../support/runtime.ts'
import { aSeededApp, PATHS } from './pages.ts'

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  // Pieces that are left out leave their line behind, which no reader sees.
  rules: { 'doctype-style': 'off', 'no-trailing-whitespace': 'off' },
})

async function faultsOf(markup: string): Promise<string[]> {
  const { results } = await validator.validateString(markup)
  return results.flatMap(({ messages }) =>
    messages.map(
      ({ line, ruleId, message }) => `${line} ${ruleId}: ${message} – ${markup.split('\n')[line - 1]}`,
    ),
  )
}

let seeded: Hono
beforeAll(async () => {
  seeded = await aSeededApp()
})
const empty = createApp(aRuntime({ registry: { sample: true, sources: [] } }))
const broken = createApp(
  aRuntime({
    now: () => {
      throw new Error('The clock stopped')
    },
  }),
)

test.for(PATHS)('%s is valid, accessible HTML', async (path) => {
  const response = await seeded.request(`http://localhost${path}`)
  expect(response.headers.get('content-type')).toContain('text/html')
  expect(await faultsOf(await response.text())).toEqual([])
})

test.for(['/opportunities', '/organisations', '/duplicates', '/duplicates/decided'])(
  '%s is valid when there is nothing, with the sample banner',
  async (path) => {
    const response = await empty.request(`http://localhost${path}`)
    const markup = await response.text()
    expect(markup).toContain('Sample data:')
    expect(await faultsOf(markup)).toEqual([])
  },
)

test('a form that comes back with faults is valid, accessible HTML', async () => {
  const fields = { opportunity: 'contract', verdict: 'not_for_us', reason: 'none', note: 'x'.repeat(501) }
  const response = await seeded.request('http://localhost/organisations/riverside/feedback', {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { Origin: 'http://localhost' },
  })
  const markup = await response.text()
  expect(markup).toContain('There is a problem')
  expect(await faultsOf(markup)).toEqual([])
})

test('the pages of a refused name and of a bug are valid too', async () => {
  for (const [app, url] of [
    [seeded, 'http://elsewhere.example/opportunities'],
    [broken, 'http://localhost/opportunities'],
  ] as const) {
    const response = await app.request(url)
    expect(response.status).toBeGreaterThanOrEqual(400)
    expect(await faultsOf(await response.text())).toEqual([])
  }
})

test('a planted fault is found', async () => {
  expect(await faultsOf('<p>one<p onclick="x">two')).not.toEqual([])
})

test.for(globSync('src/web/**/*.ts'))('%s quotes every attribute that it fills in', (file) => {
  expect(readFileSync(file, 'utf8')).not.toMatch(/=\$\{/)
})
