import { decodeText } from '../base/decode.ts'
import { AppError } from '../base/errors.ts'

/**
 * The body of an answer as text: UTF-8, or Windows-1252 when it is not valid UTF-8.
 *
 * @param maxBytes - counted as they arrive, so that a body without end is cut off
 * @throws AppError `source_unavailable` for a larger one
 */
export async function readBody(response: Response, maxBytes: number): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = response.body?.getReader()
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    size += part.value.byteLength
    if (size > maxBytes) {
      await reader?.cancel()
      throw new AppError(
        'source_unavailable',
        `${hostOf(response)} sent a page of more than ${sayBytes(maxBytes)}`,
      )
    }
    chunks.push(part.value)
  }
  return decodeText(joined(chunks, size))
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const bytes = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.byteLength
  }
  return bytes
}

const hostOf = ({ url }: Response): string => (URL.canParse(url) && new URL(url).host) || 'The source'

const sayBytes = (bytes: number): string =>
  bytes >= 1024 * 1024 ? `${Math.floor(bytes / 1024 / 1024)} MB` : `${bytes} bytes`
