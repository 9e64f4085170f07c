import { expect, test } from 'vitest'
import { decodeChunks } from '../../src/base/decode.ts'

async function decoded(bytes: Uint8Array, piece: number): Promise<string> {
  const pieces = async function* () {
    for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece)
  }
  let text = ''
  for await (const part of decodeChunks(pieces())) text += part
  return text
}

const TEXT = 'Caffè “Ünïon”, £5 and 🍲; plain again'
const utf8 = new TextEncoder().encode(TEXT)
const PIECES = [1, 2, 3, 5, 1_000]

test.for(PIECES)('UTF-8 cut into pieces of %i is read whole', async (piece) => {
  expect(await decoded(utf8, piece)).toBe(TEXT)
  expect(await decoded(Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8]), piece)).toBe(TEXT)
})

test.for(PIECES)('UTF-16 with its mark is read in pieces of %i', async (piece) => {
  const units = [...TEXT].flatMap((sign) => sign.split('').map((unit) => unit.charCodeAt(0)))
  const bytes = [0xff, 0xfe, ...units.flatMap((unit) => [unit & 0xff, unit >> 8])]
  expect(await decoded(Uint8Array.from(bytes), piece)).toBe(TEXT)
})

test.for(PIECES)(
  'Windows-1252 is read in pieces of %i, also when its first sign comes late',
  async (piece) => {
    const bytes = [...'x'.repeat(50), ...'Caf\u00e9 \u00a35'].map((sign) => sign.charCodeAt(0))
    expect(await decoded(Uint8Array.from(bytes), piece)).toBe(`${'x'.repeat(50)}Café £5`)
  },
)

test('a sign that the end of the file cuts does not stop the reading', async () => {
  expect(await decoded(utf8.slice(0, 5), 2)).toBe('CaffÃ')
})

test('an empty file is an empty text', async () => {
  expect(await decoded(new Uint8Array(), 1)).toBe('')
})
