import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { silentLog } from '../../src/base/log.ts'
import type { Limits } from '../../src/sources/polite-get.ts'
import type { Manners, Post } from '../../src/sources/source.ts'
import { startReplayServer } from '../support/replay-server.ts'
import { getOwn } from '../support/sources.ts'

const QUICK: Manners = { paceMs: 0, throttle: [] }
const MB = 1024 * 1024

const getFrom = (limits: Partial<Limits> = {}) =>
  getOwn({ fetch, now: () => new Date(0), sleep: async () => {}, log: silentLog }, { tries: 1, ...limits })

const redirect = (from: string, to: string, status = 302) => ({
  match: new RegExp(`^${from}$`, 'm'),
  status,
  headers: { Location: to },
})

test('five redirects are followed, and the last address is told', async () => {
  await using server = await startReplayServer([
    ...[1, 2, 3, 4, 5].map((n) => redirect(`/${n}`, `/${n + 1}#part`)),
    { body: 'found' },
  ])
  const arrived: string[] = []
  const manners = { ...QUICK, arrived: (url: string) => arrived.push(url) }
  expect(await getFrom()(`${server.origin}/1`, manners)).toBe('found')
  expect(arrived).toEqual([`${server.origin}/6`])
})

test.for([
  ['six redirects', [1, 2, 3, 4, 5, 6].map((n) => redirect(`/${n}`, `/${n + 1}`)), 6],
  ['a redirect to itself', [redirect('/1', '/1')], 1],
  ['a circle', [redirect('/1', '/2'), redirect('/2', '/1')], 2],
] as const)('%s lead nowhere', async ([, script, asked]) => {
  await using server = await startReplayServer([...script, { body: 'found' }])
  await expect(getFrom()(`${server.origin}/1`, QUICK)).rejects.toThrow('sends us on without end')
  expect(server.requests).toHaveLength(asked)
})

test.for([
  [302, 'GET', ''],
  [303, 'GET', ''],
  [307, 'POST', '{"page": 1}'],
  [308, 'POST', '{"page": 1}'],
] as const)('what was sent and answered with %i goes on with %s', async ([status, method, body]) => {
  await using server = await startReplayServer([redirect('/search', '/found', status), { body: 'found' }])
  const post: Post = { contentType: 'application/json', body: '{"page": 1}' }
  // The script matches path and body together, so that the pattern is of one line.
  expect(await getFrom()(`${server.origin}/search`, QUICK, post)).toBe('found')
  const last = server.requests.at(-1)
  expect([last?.url, last?.method, last?.body]).toEqual(['/found', method, body])
  expect(last?.headers['content-type']).toBe(body === '' ? undefined : 'application/json')
})

test('a redirect that names no place is an answer as it is', async () => {
  await using server = await startReplayServer([{ status: 302, body: 'nowhere' }])
  await expect(getFrom()(server.origin, QUICK)).rejects.toThrow('answered 302: nowhere')
})

test.for([
  ['gzip', gzipSync],
  ['br', brotliCompressSync],
] as const)('a bomb packed with %s is cut off by what comes out of it', async ([encoding, pack]) => {
  const body = pack(Buffer.alloc(50 * MB, 'x'))
  expect(body.length).toBeLessThan(MB / 2)
  await using server = await startReplayServer([{ body, headers: { 'Content-Encoding': encoding } }])
  await expect(getFrom({ maxBytes: MB })(server.origin, QUICK)).rejects.toThrow(
    'sent a page of more than 1 MB',
  )
})

test('a page of 10 MB is read, and one of more than the limit is not', async () => {
  await using server = await startReplayServer([{ body: 'x'.repeat(10 * MB) }])
  expect((await getFrom()(server.origin, QUICK)).length).toBe(10 * MB)
  await expect(getFrom({ maxBytes: 5 * MB })(server.origin, QUICK)).rejects.toThrow('of more than 5 MB')
})

test('a server that sends a byte now and then is given up in the same time', async () => {
  const server = createServer((_, response) => {
    const drip = setInterval(() => response.write('x'), 20)
    response.on('close', () => clearInterval(drip))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  await expect(getFrom({ timeoutMs: 300 })(origin, QUICK)).rejects.toThrow('did not answer in 0.3 seconds')
  server.closeAllConnections()
  await new Promise((done) => server.close(done))
})

test.for([
  ['text/html; charset=utf-8', null],
  ['TEXT/HTML', null],
  ['', null],
  ['application/pdf', 'sent a PDF, which we cannot read'],
  ['image/png', 'sent a file that is no page of words (image/png)'],
] as const)('where a page is wanted, %j is %s', async ([type, fault]) => {
  await using server = await startReplayServer([
    { body: 'words', headers: type === '' ? {} : { 'Content-Type': type } },
  ])
  const read = getFrom()(server.origin, { ...QUICK, types: ['text/html'] })
  await (fault === null ? expect(read).resolves.toBe('words') : expect(read).rejects.toThrow(fault))
})

const bytes = (text: string) => Buffer.from(text, 'latin1')

test.for([
  ['UTF-8 that says so', { body: Buffer.from('Caffè £5'), type: 'text/html; charset=utf-8' }, 'Caffè £5'],
  ['UTF-8 that says nothing', { body: Buffer.from('Caffè £5'), type: 'text/html' }, 'Caffè £5'],
  ['UTF-8 with a mark', { body: Buffer.from('\ufeffCaffè'), type: 'text/html; charset=iso-8859-1' }, 'Caffè'],
  [
    'UTF-8 that says Latin 1',
    { body: Buffer.from('Caffè £5'), type: 'text/html; charset=ISO-8859-1' },
    'Caffè £5',
  ],
  [
    'Latin 1 that says UTF-8',
    { body: bytes('Caff\xe8 \xa35'), type: 'text/html; charset=utf-8' },
    'Caffè £5',
  ],
  ['Latin 2 in the header', { body: bytes('\xb1\xe6'), type: 'text/html; charset="iso-8859-2"' }, 'ąć'],
  [
    'Latin 2 in the page',
    { body: bytes('<meta charset=iso-8859-2>\xb1'), type: 'text/html' },
    '<meta charset=iso-8859-2>ą',
  ],
  [
    'Latin 2 the old way',
    { body: bytes('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2">\xb1'), type: '' },
    '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2">ą',
  ],
  [
    'Latin 2 in XML',
    { body: bytes('<?xml version="1.0" encoding="ISO-8859-2"?><a>\xb1</a>'), type: 'text/xml' },
    '<?xml version="1.0" encoding="ISO-8859-2"?><a>ą</a>',
  ],
  ['UTF-16 with a mark', { body: Buffer.from('\ufeffCaffè', 'utf16le'), type: '' }, 'Caffè'],
  [
    'UTF-16 in the header',
    { body: Buffer.from('Caffè', 'utf16le'), type: 'text/html; charset=utf-16le' },
    'Caffè',
  ],
  ['an encoding that nobody knows', { body: bytes('\xa35'), type: 'text/html; charset=klingon' }, '£5'],
] as const)('%s is read', async ([, { body, type }, text]) => {
  await using server = await startReplayServer([{ body, headers: { 'Content-Type': type } }])
  expect(await getFrom()(server.origin, QUICK)).toBe(text)
})
