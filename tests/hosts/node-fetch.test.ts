import type { LookupAddress } from 'node:dns'
import { expect, test } from 'vitest'
import { silentLog } from '../../src/base/log.ts'
import { type FindAddresses, nodeFetch, publicLookup } from '../../src/hosts/node-fetch.ts'
import { politeGet } from '../../src/sources/polite-get.ts'
import { startReplayServer } from '../support/replay-server.ts'

const QUICK = { paceMs: 0, throttle: [] }

/** A resolver for which every name has those addresses, one set for each time that it is asked. */
function resolving(...answers: readonly (readonly string[])[]) {
  const asked: string[] = []
  const find: FindAddresses = (hostname, _, found) => {
    const addresses = answers[Math.min(asked.push(hostname), answers.length) - 1] ?? []
    const all: LookupAddress[] = addresses.map((address) => ({
      address,
      family: address.includes(':') ? 6 : 4,
    }))
    found(null, all)
  }
  return { asked, find }
}

const getWith = (find: FindAddresses, own: readonly string[] = []) =>
  politeGet(
    { fetch: nodeFetch(find), now: () => new Date(0), sleep: async () => {}, log: silentLog },
    { userAgent: 'fundlocal (test)', own, tries: 1, timeoutMs: 2_000 },
  )

test.for([
  ['127.0.0.1.nip.example', ['127.0.0.1']],
  ['metadata.fund.example', ['169.254.169.254']],
  ['inside.fund.example', ['10.0.0.7']],
  ['six.fund.example', ['::1']],
  ['mapped.fund.example', ['::ffff:127.0.0.1']],
  ['both.fund.example', ['93.184.216.34', '127.0.0.1']],
  ['nothing.fund.example', []],
] as const)('the name %s that leads to %s is not connected to', async ([host, addresses]) => {
  const { find, asked } = resolving(addresses)
  const port80 = getWith(find)(`http://${host}/grants`, QUICK)
  await expect(port80).rejects.toMatchObject({
    code: 'source_unavailable',
    message: `${host} is not on the public internet`,
  })
  expect(asked).toEqual([host])
})

test('a name that is looked up again for a new connection is checked again', async () => {
  const lookup = publicLookup(resolving(['93.184.216.34'], ['127.0.0.1']).find)
  const look = () =>
    new Promise((done) =>
      lookup('fund.example', { all: true }, (error, found) => done(error?.message ?? found)),
    )
  expect(await look()).toEqual([{ address: '93.184.216.34', family: 4 }])
  expect(await look()).toBe('fund.example is not on the public internet')
})

test('who wants one address gets the first', async () => {
  const lookup = publicLookup(resolving(['93.184.216.34', '2606:4700::1']).find)
  const found = await new Promise((done) => lookup('fund.example', {}, (...answer) => done(answer)))
  expect(found).toEqual([null, '93.184.216.34', 4])
})

test('a name that is not there says so', async () => {
  const gone: FindAddresses = (_, __, found) => found(new Error('getaddrinfo ENOTFOUND fund.example'), [])
  await expect(getWith(gone)('https://fund.example/', QUICK)).rejects.toThrow('could not be reached')
})

test('a source of the operator may be on this machine, and may not send us elsewhere on it', async () => {
  await using inside = await startReplayServer([{ body: 'secret' }])
  await using own = await startReplayServer([
    { match: '/near', status: 302, headers: { Location: '/here' } },
    { match: '/far', status: 302, headers: { Location: `${inside.origin}/secret` } },
    { match: '/named', status: 302, headers: { Location: 'http://inside.example/' } },
    { match: '/file', status: 302, headers: { Location: 'file:///etc/hostname' } },
    { match: '/here', body: 'here' },
  ])
  const get = getWith(resolving(['127.0.0.1']).find, [own.origin])
  expect(await get(`${own.origin}/near`, QUICK)).toBe('here')
  await expect(get(`${own.origin}/far`, QUICK)).rejects.toThrow(
    `sends us on to another address: ${inside.origin}/secret names the port`,
  )
  await expect(get(`${own.origin}/named`, QUICK)).rejects.toThrow(
    'inside.example is not on the public internet',
  )
  await expect(get(`${own.origin}/file`, QUICK)).rejects.toThrow('does not begin with https:// or http://')
  expect(inside.requests).toEqual([])
})

test('a page that nobody put into the registry is not asked for on this machine', async () => {
  await using server = await startReplayServer([{ body: 'secret' }])
  await expect(getWith(resolving(['127.0.0.1']).find)(`${server.origin}/`, QUICK)).rejects.toThrow(
    'names the port',
  )
  expect(server.requests).toEqual([])
})
