import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestHarness } from 'wrangler'
import { readInvented } from './fixtures/sources-worker/read-invented.ts'

const server = createTestHarness()

beforeAll(async () => {
  await server.update({ workers: [{ configPath: 'tests/fixtures/sources-worker/wrangler.toml' }] })
  await server.listen()
})

afterAll(() => server.close())

test('a Worker reads pages and feeds, and keeps to robots.txt, just as Node does', async () => {
  const here = await readInvented()
  expect(here.map(({ outcome }) => outcome)).toEqual([
    'opportunity',
    'opportunity',
    'skipped',
    'bad',
    'opportunity',
    'bad',
    ...Array(3).fill('opportunity'),
  ])
  const answer = await server.fetch('/')
  expect(await answer.json()).toEqual(here)
})
