import { declaredEncoding, decodeText, joinBytes } from '../base/decode.ts'
import { AppError, messageOf } from '../base/errors.ts'
import type { Followed } from './follow.ts'

/** A body that sends nothing for so long has broken off. */
const LONGEST_PAUSE_MS = 30_000

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
 * The body of an answer, piece by piece as it is wanted.
 *
 * @throws AppError `source_unavailable` when it is larger, or breaks off
 */
export async function* bodyPieces(
  followed: Followed,
  maxBytes: number,
  pauseMs: number = LONGEST_PAUSE_MS,
): AsyncGenerator<Uint8Array> {
  try {
    yield* limited(followed, maxBytes, (reader) => within(reader.read(), pauseMs))
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError('source_unavailable', `${hostOf(followed.url)} broke off (${messageOf(error)})`, {
      cause: error,
    })
  }
}

type Reader = ReadableStreamDefaultReader<Uint8Array>

async function* limited(
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

function within<T>(promise: Promise<T>, ms: number): Promise<T> {
  const late = AbortSignal.timeout(ms)
  return new Promise<T>((resolve, reject) => {
    late.addEventListener('abort', () => reject(new Error(`nothing came for ${ms / 1000} seconds`)))
    promise.then(resolve, reject)
  })
}

const hostOf = (url: string): string => (URL.canParse(url) && new URL(url).host) || 'The source'

const sayType = (type: string): string =>
  type === 'application/pdf' ? 'a PDF, which we cannot read' : `a file that is no page of words (${type})`

const sayBytes = (bytes: number): string =>
  bytes >= 1024 * 1024 ? `${Math.floor(bytes / 1024 / 1024)} MB` : `${bytes} bytes`
