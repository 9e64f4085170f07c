import { expect, test } from 'vitest'
import { ifChanged } from '../../src/sources/if-changed.ts'
import { startReplayServer } from '../support/replay-server.ts'
import { quickGet } from '../support/sources.ts'

const MANNERS = { paceMs: 0, throttle: [] }

test('a page is asked for with what came with it, and is not sent again while it is the same', async () => {
  await using server = await startReplayServer([
    {
      times: 1,
      headers: { ETag: 'W/"one"', 'Last-Modified': 'Mon, 01 Jun 2026 10:00:00 GMT' },
      body: 'first',
    },
    { times: 1, status: 304 },
    { body: 'second' },
  ])
  const ask = (known: Parameters<typeof ifChanged>[3]) => ifChanged(quickGet(), server.origin, MANNERS, known)
  const first = await ask(null)
  expect(first).toEqual({
    text: 'first',
    validators: { etag: 'W/"one"', lastModified: 'Mon, 01 Jun 2026 10:00:00 GMT' },
  })
  expect(await ask(first?.validators ?? null)).toBe(null)
  expect(await ask(first?.validators ?? null)).toEqual({ text: 'second', validators: null })
  expect(
    server.requests.map(({ headers }) => [headers['if-none-match'], headers['if-modified-since']]),
  ).toEqual([
    [undefined, undefined],
    ['W/"one"', 'Mon, 01 Jun 2026 10:00:00 GMT'],
    ['W/"one"', 'Mon, 01 Jun 2026 10:00:00 GMT'],
  ])
})

test('a server that says "not changed" of what it was never asked is at fault', async () => {
  await using server = await startReplayServer([{ status: 304 }])
  await expect(ifChanged(quickGet(), server.origin, MANNERS, null)).rejects.toThrow('answered 304')
})

test('the forms that are wanted are asked for', async () => {
  await using server = await startReplayServer([{ body: 'ok' }])
  await ifChanged(quickGet(), server.origin, { ...MANNERS, accept: 'text/html' }, null)
  expect(server.requests[0]?.headers['accept']).toBe('text/html')
})
