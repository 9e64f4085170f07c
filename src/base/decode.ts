/**
 * Bytes as text, however the file was saved: UTF-16 with its mark, UTF-8, or Windows-1252 as older
 * spreadsheets and servers write it.
 */
export function decodeText(bytes: Uint8Array): string {
  const marked = markedEncoding(bytes)
  if (marked !== null) return new TextDecoder(marked).decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** A file that can be read from its start as often as needed, in pieces. */
export type OpenBytes = () => AsyncIterable<Uint8Array>

/** The same for a file that is too large to hold: it is read once to see how it was saved, and once for its text. */
export async function* decodeChunks(open: OpenBytes): AsyncGenerator<string> {
  const decoder = new TextDecoder(await encodingOf(open))
  for await (const bytes of open()) yield decoder.decode(bytes, { stream: true })
  yield decoder.decode()
}

async function encodingOf(open: OpenBytes): Promise<string> {
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  let isFirst = true
  try {
    for await (const bytes of open()) {
      const marked = isFirst ? markedEncoding(bytes) : null
      if (marked !== null) return marked
      isFirst = false
      utf8.decode(bytes, { stream: true })
    }
    utf8.decode()
    return 'utf-8'
  } catch (error) {
    // Only what the decoder throws: a disk that fails is another matter.
    if (error instanceof TypeError) return 'windows-1252'
    throw error
  }
}

function markedEncoding(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}
