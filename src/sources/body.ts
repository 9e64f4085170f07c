import { declaredEncoding, decodeText } from '../base/decode.ts'
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
  { response, url }: Followed,
  types: readonly string[] | null,
  maxBytes: number,
): Promise<string> {
  const contentType = response.headers.get('Content-Type') ?? ''
  const [type = ''] = contentType.toLowerCase().split(/[;,]/)
  if (response.ok && types !== null && type !== '' && !types.includes(type.trim())) {
    await response.body?.cancel()
    throw new AppError('source_unavailable', `${hostOf(url)} sent ${sayType(type.trim())}`)
  }
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = response.body?.getReader()
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    size += part.value.byteLength
    if (size > maxBytes) {
      await reader?.cancel()
      throw new AppError(
        'source_unavailable',
        `${hostOf(url)} sent a page of more than ${sayBytes(maxBytes)}`,
      )
    }
    chunks.push(part.value)
  }
  const bytes = joined(chunks, size)
  return decodeText(bytes, declaredEncoding(contentType, bytes))
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

const hostOf = (url: string): string => (URL.canParse(url) && new URL(url).host) || 'The source'

const sayType = (type: string): string =>
  type === 'application/pdf' ? 'a PDF, which we cannot read' : `a file that is no page of words (${type})`

const sayBytes = (bytes: number): string =>
  bytes >= 1024 * 1024 ? `${Math.floor(bytes / 1024 / 1024)} MB` : `${bytes} bytes`
