import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestHarness } from 'wrangler'
import { inventedSnapshot, rankInvented } from './fixtures/rank-worker/rank-invented.ts'

const server = createTestHarness()

beforeAll(async () => {
  await server.update({ workers: [{ configPath: 'tests/fixtures/rank-worker/wrangler.toml' }] })
  await server.listen()
})

afterAll(() => server.close())

test('a Worker makes the same of a snapshot as Node, and the same snapshot, to the bit', async () => {
  const snapshot = inventedSnapshot()
  const answer = await server.fetch('/', { method: 'POST', body: snapshot })
  expect(await answer.json()).toEqual(rankInvented(snapshot))
})
