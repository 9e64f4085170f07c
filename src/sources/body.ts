import { decodeText, joinBytes } from '../base/decode.ts'
import { AppError, messageOf } from '../base/errors.ts'

/** A body that sends nothing for so long has broken off. */
const LONGEST_PAUSE_MS = 30_000

/**
 * The body of an answer as text: UTF-8, or Windows-1252 when it is not valid UTF-8.
 *
 * @param maxBytes - counted as they arrive, so that a body without end is cut off
 * @throws AppError `source_unavailable` for a larger one
 */
export async function readBody(response: Response, maxBytes: number): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of limited(response, maxBytes, (reader) => reader.read())) chunks.push(chunk)
  return decodeText(joinBytes(chunks))
}

/**
 * The body of an answer, piece by piece as it is wanted.
 *
 * @throws AppError `source_unavailable` when it is larger, or breaks off
 */
export async function* bodyPieces(
  response: Response,
  maxBytes: number,
  pauseMs: number = LONGEST_PAUSE_MS,
): AsyncGenerator<Uint8Array> {
  try {
    yield* limited(response, maxBytes, (reader) => within(reader.read(), pauseMs))
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError('source_unavailable', `${hostOf(response)} broke off (${messageOf(error)})`, {
      cause: error,
    })
  }
}

type Reader = ReadableStreamDefaultReader<Uint8Array>

async function* limited(
  response: Response,
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
        throw new AppError('source_unavailable', `${hostOf(response)} sent a page of more than ${much}`)
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

const hostOf = ({ url }: Response): string => (URL.canParse(url) && new URL(url).host) || 'The source'

const sayBytes = (bytes: number): string =>
  bytes >= 1024 * 1024 ? `${Math.floor(bytes / 1024 / 1024)} MB` : `${bytes} bytes`
