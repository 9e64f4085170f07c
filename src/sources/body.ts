import { declaredEncoding, decodeChunks, decodeText, joinBytes } from '../base/decode.ts'
import { AppError } from '../base/errors.ts'
import type { Followed } from './follow.ts'

/**
 * The body of an answer as text, in the encoding that it has, or says that it has.
 *
 * @param types - media types that are wanted of an answer that is no refusal; null for any
 * @param maxBytes - counted as they arrive and are unpacked, so that a body without end is cut off
 * @throws AppError `source_unavailable` for a larger one, or one of another type
 */
export async function readBody(
  followed: Followed,
  types: readonly string[] | null,
  maxBytes: number,
): Promise<string> {
  const contentType = await checkedType(followed, types)
  const chunks: Uint8Array[] = []
  for await (const chunk of limited(followed, maxBytes, (reader) => reader.read())) chunks.push(chunk)
  const bytes = joinBytes(chunks)
  return decodeText(bytes, declaredEncoding(contentType, bytes))
}

/** What the answer says it is. @throws AppError `source_unavailable` when that is not among those wanted */
async function checkedType({ response, url }: Followed, types: readonly string[] | null): Promise<string> {
  const contentType = response.headers.get('Content-Type') ?? ''
  const [type = ''] = contentType.toLowerCase().split(/[;,]/)
  if (response.ok && types !== null && type !== '' && !types.includes(type.trim())) {
    await response.body?.cancel()
    throw new AppError('source_unavailable', `${hostOf(url)} sent ${sayType(type.trim())}`)
  }
  return contentType
}

/**
 * How the body of an answer begins, as text; the rest is not sent any more.
 *
 * @param most - signs that are wanted
 */
export async function readBeginning(followed: Followed, most: number): Promise<string> {
  let text = ''
  const pieces = limited(followed, Number.POSITIVE_INFINITY, (reader) => reader.read())
  for await (const part of decodeChunks(pieces)) {
    text += part
    if (text.length >= most) break
  }
  return text.slice(0, most)
}

export type Reader = ReadableStreamDefaultReader<Uint8Array>

/**
 * The body of an answer in its pieces, read by `read`.
 *
 * @throws AppError `source_unavailable` when it has more than so many bytes
 */
export async function* limited(
  { response, url }: Followed,
  maxBytes: number,
  read: (reader: Reader) => ReturnType<Reader['read']>,
): AsyncGenerator<Uint8Array> {
  const reader = response.body?.getReader()
  if (reader === undefined) return
  let size = 0
  try {
    for (let part = await read(reader); part.value; part = await read(reader)) {
      size += part.value.byteLength
      if (size > maxBytes) {
        const much = sayBytes(maxBytes)
        throw new AppError('source_unavailable', `${hostOf(url)} sent a page of more than ${much}`)
      }
      yield part.value
    }
  } finally {
    // Whoever reads no further lets go of the connection; one that is over cannot be cancelled.
    await reader.cancel().catch(() => {})
  }
}

export const hostOf = (url: string): string => (URL.canParse(url) && new URL(url).host) || 'The source'

const sayType = (type: string): string =>
  type === 'application/pdf' ? 'a PDF, which we cannot read' : `a file that is no page of words (${type})`

const sayBytes = (bytes: number): string =>
  bytes >= 1024 * 1024 ? `${Math.floor(bytes / 1024 / 1024)} MB` : `${bytes} bytes`
