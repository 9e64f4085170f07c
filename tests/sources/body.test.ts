import { expect, test } from 'vitest'
import { readBeginning } from '../../src/sources/body.ts'
import { bodyPieces } from '../../src/sources/body-pieces.ts'
import { ReadingStopped } from '../../src/sources/reading-stopped.ts'

const piece = (length: number) => new Uint8Array(length)

/** A body that sends these pieces, and then ends, breaks, or says nothing more. */
function aBody(pieces: readonly Uint8Array<ArrayBuffer>[], then: 'ends' | 'breaks' | 'hangs') {
  const waiting = [...pieces]
  let isCancelled = false
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      const next = waiting.shift()
      if (next !== undefined) controller.enqueue(next)
      else if (then === 'ends') controller.close()
      else if (then === 'breaks') controller.error(new Error('connection reset'))
      else return new Promise(() => {})
      return Promise.resolve()
    },
    cancel() {
      isCancelled = true
    },
  })
  return { response: new Response(stream), wasLetGo: () => isCancelled }
}

const FAST = { pauseMs: 1_000, totalMs: 60_000, leastRate: 100, graceMs: 10_000 }

/** Its pieces, each of which took `msEach` to come. */
async function sizesOf(
  response: Response,
  { most = 1_000, patience = FAST, msEach = 0, stop = null as AbortSignal | null } = {},
) {
  const sizes: number[] = []
  let asked = 0
  // It is asked before and after each piece.
  const now = () => new Date(Math.ceil(asked++ / 2) * msEach)
  for await (const { length } of bodyPieces({ response, url: '' }, most, { now, stop }, patience)) {
    sizes.push(length)
  }
  return sizes
}

test('a body comes in its pieces', async () => {
  expect(await sizesOf(aBody([piece(3), piece(5)], 'ends').response)).toEqual([3, 5])
  expect(await sizesOf(new Response(null))).toEqual([])
})

test('one that is too large is cut off, and the connection let go', async () => {
  const { response, wasLetGo } = aBody([piece(600), piece(600)], 'hangs')
  await expect(sizesOf(response)).rejects.toThrow('sent a page of more than 1000 bytes')
  expect(wasLetGo()).toBe(true)
})

test('one that breaks or falls silent says so', async () => {
  await expect(sizesOf(aBody([piece(3)], 'breaks').response)).rejects.toThrow(
    /broke off \(connection reset\)/,
  )
  await expect(
    sizesOf(aBody([piece(3)], 'hangs').response, { patience: { ...FAST, pauseMs: 30 } }),
  ).rejects.toThrow(/broke off \(nothing came for 0.03 seconds\)/)
})

test('who reads no further lets the connection go', async () => {
  const { response, wasLetGo } = aBody([piece(3), piece(3)], 'hangs')
  const watch = { now: () => new Date(0), stop: null }
  for await (const _ of bodyPieces({ response, url: '' }, 1_000, watch)) break
  expect(wasLetGo()).toBe(true)
})

test('one that drips is let go, and one that is slow but large enough is not', async () => {
  const drips = aBody(Array(90).fill(piece(1)), 'ends')
  await expect(sizesOf(drips.response, { msEach: 1_000 })).rejects.toThrow(
    'broke off (it sent less than 100 bytes a second)',
  )
  expect(drips.wasLetGo()).toBe(true)
  const slow = aBody(Array(40).fill(piece(101)), 'ends')
  expect(await sizesOf(slow.response, { msEach: 1_000, most: 5_000 })).toHaveLength(40)
})

test('one that takes too long in all is let go', async () => {
  const long = aBody(Array(90).fill(piece(200)), 'ends')
  await expect(sizesOf(long.response, { msEach: 1_000, most: 50_000 })).rejects.toThrow(
    'broke off (it took longer than 1 minutes)',
  )
})

test('one that is to stop ends at once, though nothing comes', async () => {
  const stop = new AbortController()
  const { response, wasLetGo } = aBody([piece(3)], 'hangs')
  const reading = sizesOf(response, { stop: stop.signal })
  setTimeout(() => stop.abort(), 20)
  await expect(reading).rejects.toThrow(ReadingStopped)
  expect(wasLetGo()).toBe(true)
})

test('of a long body the beginning can be read, and the rest is not sent', async () => {
  const words = new TextEncoder().encode('Zu spät. '.repeat(10))
  const { response, wasLetGo } = aBody([words.slice(0, 6), words.slice(6)], 'hangs')
  expect(await readBeginning({ response, url: '' }, 12)).toBe('Zu spät. Zu ')
  expect(wasLetGo()).toBe(true)
  expect(await readBeginning({ response: new Response('short'), url: '' }, 12)).toBe('short')
})
