import { decodeText, joinBytes } from '../../base/decode.ts'

/** The kinds of file that lists of awards come in. */
export type ListKind = 'empty' | 'sheet' | 'old sheet' | 'json' | 'csv'

/** What the file is, by how it begins. */
function kindOf(head: Uint8Array): ListKind {
  if (head[0] === 0x50 && head[1] === 0x4b) return 'sheet'
  if (head[0] === 0xd0 && head[1] === 0xcf) return 'old sheet'
  const first = decodeText(head.subarray(0, head.length - (head.length % 2)))
    .replace(/^\ufeff/, '')
    .trimStart()
    .charAt(0)
  if (first === '') return 'empty'
  return first === '{' || first === '[' ? 'json' : 'csv'
}

const MOST_HEAD = 4_096

/** What a file is, and the whole of it, of which the first bytes were read. */
export async function seeKind(bytes: AsyncIterable<Uint8Array>) {
  const rest = bytes[Symbol.asyncIterator]()
  let head: Uint8Array = new Uint8Array()
  while (head.length < MOST_HEAD) {
    const { value, done } = await rest.next()
    if (done === true) break
    head = joinBytes([head, value])
  }
  return { kind: kindOf(head), all: joined(head, rest) }
}

async function* joined(head: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield head
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value
}
