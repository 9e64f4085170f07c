import { expect, test } from 'vitest'
import { silentLog } from '../../src/base/log.ts'
import type { Lent, Limits } from '../../src/sources/polite-get.ts'
import type { Manners } from '../../src/sources/source.ts'
import { SourceBusy } from '../../src/sources/source-busy.ts'
import { SourceRefused } from '../../src/sources/source-refused.ts'
import { startReplayServer } from '../support/replay-server.ts'
import { getOwn } from '../support/sources.ts'

const QUICK: Manners = { paceMs: 0, throttle: [] }
const NOON = new Date('2026-06-01T12:00:00Z')

/** A clock that only sleeping moves on, and the naps that were taken. */
function aWorld(over: Partial<Lent> = {}) {
  const naps: number[] = []
  let ms = NOON.getTime()
  const lent: Lent = {
    fetch,
    now: () => new Date(ms),
    sleep: async (nap) => {
      naps.push(nap)
      ms += nap
    },
    log: silentLog,
    ...over,
  }
  const get = (limits: Partial<Limits> = {}) => getOwn(lent, limits)
  return { naps, get }
}

const fails = (promise: Promise<unknown>): Promise<Error> =>
  promise.then(
    (value) => Promise.reject(new Error(`It did not fail but gave ${value}`)),
    (error: Error) => error,
  )

test('a page is fetched under the name of the app', async () => {
  await using server = await startReplayServer([{ body: '{"café": 1}' }])
  expect(await aWorld().get()(`${server.origin}/list`, QUICK)).toBe('{"café": 1}')
  expect(server.requests[0]?.headers['user-agent']).toBe('fundlocal (test)')
})

test('what is to be sent goes out with POST, again after a fault, and nothing else does', async () => {
  await using server = await startReplayServer([{ status: 503, times: 1 }, { body: 'found' }])
  const { get } = aWorld()
  const ask = get()
  const post = { contentType: 'application/json', body: '{"rows": 2, "keyword": "café"}' }
  expect(await ask(server.origin, QUICK, post)).toBe('found')
  await ask(server.origin, QUICK)
  const sent = server.requests.map(({ method, body, headers }) => [method, body, headers['content-type']])
  expect(sent).toEqual([
    ['POST', post.body, 'application/json'],
    ['POST', post.body, 'application/json'],
    ['GET', '', undefined],
  ])
})

test('a host gets one request at a time, with the pause it wants after each answer', async () => {
  await using server = await startReplayServer([{ body: 'ok', delayMs: 30 }])
  const { get, naps } = aWorld()
  const ask = get()
  await Promise.all(['/a', '/b', '/c'].map((path) => ask(server.origin + path, { ...QUICK, paceMs: 2_000 })))
  expect(server.requests.map(({ url }) => url)).toEqual(['/a', '/b', '/c'])
  expect(server.requests.map(({ open }) => open)).toEqual([1, 1, 1])
  expect(naps).toEqual([2_000, 2_000])
})

test('two hosts do not wait for one another', async () => {
  await using slow = await startReplayServer([{ hang: 'before' }])
  await using quick = await startReplayServer([{ body: 'here' }])
  const get = aWorld().get({ timeoutMs: 300, tries: 1 })
  const hanging = fails(get(slow.origin, QUICK))
  expect(await get(quick.origin, QUICK)).toBe('here')
  await hanging
})

test('a request that failed does not block the next one to the same host', async () => {
  await using server = await startReplayServer([{ match: '/bad', status: 404 }, { body: 'ok' }])
  const get = aWorld().get()
  const bad = fails(get(`${server.origin}/bad`, QUICK))
  expect(await get(`${server.origin}/good`, QUICK)).toBe('ok')
  await bad
})

test.for([500, 502, 503, 504, 429])('%i is asked again, each time after twice as long', async (status) => {
  await using server = await startReplayServer([{ status, times: 3 }, { body: 'at last' }])
  const { get, naps } = aWorld()
  expect(await get()(server.origin, QUICK)).toBe('at last')
  expect(naps).toEqual([1_000, 2_000, 4_000])
})

test('the fourth failure is the last', async () => {
  await using server = await startReplayServer([{ status: 503 }])
  const error = await fails(aWorld().get()(server.origin, QUICK))
  expect(error).toMatchObject({
    code: 'source_unavailable',
    message: expect.stringMatching(/answered 503, 4 times$/),
  })
  expect(server.requests).toHaveLength(4)
})

test.for([
  ['11', 11_000],
  ['Mon, 01 Jun 2026 12:00:20 GMT', 20_000],
  ['soon', 1_000],
] as const)('Retry-After %s is honoured', async ([value, wait]) => {
  await using server = await startReplayServer([
    { status: 429, headers: { 'Retry-After': value }, times: 1 },
    { body: 'ok' },
  ])
  const { get, naps } = aWorld()
  await get()(server.origin, QUICK)
  expect(naps).toEqual([wait])
})

test('a source that asks for more than a minute is left alone until then', async () => {
  await using server = await startReplayServer([{ status: 503, headers: { 'Retry-After': '3600' } }])
  const { get, naps } = aWorld()
  const error = await fails(get()(server.origin, QUICK))
  expect(error).toBeInstanceOf(SourceBusy)
  expect(error).toMatchObject({ retryAt: '2026-06-01T13:00:00.000Z' })
  expect(error.message).toMatch(/asks for no more requests until 1 June 2026 at 2pm$/)
  expect(naps).toEqual([])
  expect(server.requests).toHaveLength(1)
})

test.for([
  [300_000, '2026-06-01T12:05:00.000Z'],
  [20_000, '2026-06-01T12:00:20.000Z'],
] as const)('a status that means "too fast" here stops the harvest for %i ms', async ([waitMs, retryAt]) => {
  await using server = await startReplayServer([{ status: 403, body: '<html>Request forbidden</html>' }])
  const manners = { paceMs: 0, throttle: [{ status: 403, waitMs }] }
  const error = await fails(aWorld().get()(server.origin, manners))
  expect(error).toMatchObject({ name: 'SourceBusy', retryAt })
  expect(server.requests).toHaveLength(1)
})

test.for([
  [
    '{"status":400,"error":"Bad Request","exception":"Parameter \'q\' is not known"}',
    "answered 400: Parameter 'q' is not known",
  ],
  [
    '<html><head><title>No</title></head><body><p>Not <b>that</b> way</p></body></html>',
    'answered 400: Not that way',
  ],
  ['', 'answered 400'],
  ['x'.repeat(500), `answered 400: ${'x'.repeat(200)}`],
] as const)('a refusal is passed on at once with what it says: %s', async ([body, said]) => {
  await using server = await startReplayServer([{ status: 400, body }])
  const error = await fails(aWorld().get()(server.origin, QUICK))
  expect(error).toBeInstanceOf(SourceRefused)
  expect(error).toMatchObject({ code: 'source_unavailable', status: 400 })
  expect(error.message).toBe(`${new URL(server.origin).host} ${said}`)
  expect(server.requests).toHaveLength(1)
})

test.for(['before', 'within'] as const)('a server that hangs %s its answer is given up on', async (hang) => {
  await using server = await startReplayServer([{ hang, body: 'never whole' }])
  const error = await fails(aWorld().get({ timeoutMs: 80, tries: 2 })(server.origin, QUICK))
  expect(error.message).toMatch(/did not answer in 0.08 seconds, 2 times$/)
  expect(server.requests).toHaveLength(2)
})

test('an answer that breaks off is asked for again', async () => {
  await using server = await startReplayServer([
    { body: '{"releases": []}', truncate: true, times: 1 },
    { body: '{"releases": []}' },
  ])
  expect(await aWorld().get()(server.origin, QUICK)).toBe('{"releases": []}')
})

test('an answer larger than the limit is cut off, and not asked for again', async () => {
  await using server = await startReplayServer([{ body: 'x'.repeat(3_000_000) }])
  const error = await fails(aWorld().get({ maxBytes: 2 * 1024 * 1024 })(server.origin, QUICK))
  expect(error).toMatchObject({ code: 'source_unavailable' })
  expect(error.message).toMatch(/sent a page of more than 2 MB$/)
  expect(server.requests).toHaveLength(1)
})

test('bytes that are not UTF-8 are read as Windows-1252', async () => {
  await using server = await startReplayServer([{ body: Uint8Array.of(0x93, 0x80, 0x31, 0x30, 0x94) }])
  expect(await aWorld().get()(server.origin, QUICK)).toBe('“€10”')
})

test('a host that is not there is named with the reason', async () => {
  const { get } = aWorld({
    fetch: () => Promise.reject(new TypeError('fetch failed', { cause: new Error('no route') })),
  })
  const error = await fails(get({ tries: 1 })('https://nowhere.example/x', QUICK))
  expect(error.message).toBe('nowhere.example could not be reached (no route), once')
})

test('a file address is read through the lent fetch', async () => {
  const asked: unknown[] = []
  const { get } = aWorld({
    fetch: async (address) => {
      asked.push(address)
      return new Response('key,title')
    },
  })
  expect(await get()('file:data/sample/list.csv', QUICK)).toBe('key,title')
  expect(asked).toEqual(['file:data/sample/list.csv'])
})

test('what is no address is refused', async () => {
  await expect(aWorld().get()('not an address', QUICK)).rejects.toThrow('not an address is not an address')
})

test('a refusal without end is read no further than its reason', async () => {
  let sent = 0
  const pull = (controller: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>>) => {
    sent += 1_000
    controller.enqueue(new TextEncoder().encode('No. '.repeat(250)))
  }
  const endless = async () => new Response(new ReadableStream({ pull }), { status: 404 })
  const { get } = aWorld({ fetch: endless })
  expect((await fails(get()('https://fund.example/list', QUICK))).message).toContain('answered 404: No. No.')
  expect(sent).toBeLessThan(20_000)
})
