import { globSync, readFileSync } from 'node:fs'
import type { Hono } from 'hono'
import { HtmlValidate } from 'html-validate'
import { beforeAll, expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { aRuntime } from '../support/runtime.ts'
import { fieldsOf, filled, NEWSLETTER, post } from './by-hand/forms.ts'
import { aSeededApp, PATHS } from './pages.ts'

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  // Pieces that are left out leave their line behind, which no reader sees.
  rules: {
    'doctype-style': 'off',
    'no-trailing-whitespace': 'off',
    // Several values of one field are sent under one name.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'reset', 'submit'] }],
  },
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

test.for(['/opportunities', '/organisations', '/sources', '/rechecks', '/duplicates', '/duplicates/decided'])(
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

test('the forms that add an opportunity by hand are valid, accessible HTML at every step', async () => {
  const send = async (fields: [string, string][], step: string) => {
    const markup = await (await post(seeded, '/opportunities/new', [...fields, ['step', step]])).text()
    expect(await faultsOf(markup)).toEqual([])
    return fieldsOf(markup)
  }
  await send([['link', 'nothing']], 'read')
  const form = await send([['text', `${NEWSLETTER}\nGrants are usually up to £3,000.`]], 'read')
  await send(form, 'check')
  const there = { link: 'https://fund.example/grants/1', summary: 'Pays for ovens.' }
  const again = await send(filled(form, there), 'check')
  const check = await send(again, 'check')
  await send(check, 'change')
  const added = await post(seeded, '/opportunities/new', [...check, ['step', 'save']])
  const address = added.headers.get('location') ?? ''
  for (const path of [address, address.replace('?', '/change?'), address.replace('?', '/withdraw?')]) {
    expect(await faultsOf(await (await seeded.request(`http://localhost${path}`)).text())).toEqual([])
  }
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

test('a report that comes back with faults is valid, accessible HTML', async () => {
  const response = await seeded.request('http://localhost/opportunities/hostile/report-a-mistake', {
    method: 'POST',
    body: new URLSearchParams({ words: 'x'.repeat(1_001) }),
    headers: { Origin: 'http://localhost' },
  })
  expect(response.status).toBe(400)
  expect(await faultsOf(await response.text())).toEqual([])
})
