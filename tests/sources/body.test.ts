import { expect, test } from 'vitest'
import { bodyPieces } from '../../src/sources/body.ts'

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

async function sizesOf(response: Response, { most = 1_000, pauseMs = 1_000 } = {}) {
  const sizes: number[] = []
  for await (const { length } of bodyPieces({ response, url: '' }, most, pauseMs)) sizes.push(length)
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
  await expect(sizesOf(aBody([piece(3)], 'hangs').response, { pauseMs: 30 })).rejects.toThrow(
    /broke off \(nothing came for 0.03 seconds\)/,
  )
})

test('who reads no further lets the connection go', async () => {
  const { response, wasLetGo } = aBody([piece(3), piece(3)], 'hangs')
  for await (const _ of bodyPieces({ response, url: '' }, 1_000)) break
  expect(wasLetGo()).toBe(true)
})
