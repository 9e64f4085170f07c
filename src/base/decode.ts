/**
 * Bytes as text, however the file was saved: UTF-16 with its mark, UTF-8, the encoding that is declared,
 * or Windows-1252 as older spreadsheets and servers write it. What can be read as UTF-8 is, whatever is
 * declared: letters of another encoding do not form it by chance, and many servers declare the wrong one.
 *
 * @param declared - an encoding by any of its names; null, or a name that is not known, when none is
 */
export function decodeText(bytes: Uint8Array, declared: string | null = null): string {
  const marked = markedEncoding(bytes) ?? (declared?.startsWith('utf-16') ? declared : null)
  if (marked !== null) return new TextDecoder(marked).decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return decoderFor(declared).decode(bytes)
  }
}

/** UTF-8 is not asked for: it has been tried. */
function decoderFor(declared: string | null) {
  try {
    const decoder = new TextDecoder(declared ?? 'windows-1252')
    return decoder.encoding === 'utf-8' ? new TextDecoder('windows-1252') : decoder
  } catch {
    return new TextDecoder('windows-1252')
  }
}

/** Where a page must say it, if it does (HTML Standard, 13.2.3.2). */
const HEAD_BYTES = 1024
const CHARSET = /charset\s*=\s*["']?\s*([\w-]+)/i
const XML_ENCODING = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w-]+)["']/i

/**
 * The encoding that an answer says it has, in small letters: in its header, else in its first bytes as
 * HTML or XML; null when it does not say.
 *
 * @param contentType - the header, empty without one
 */
export function declaredEncoding(contentType: string, bytes: Uint8Array): string | null {
  const named = CHARSET.exec(contentType)
  if (named) return named[1]?.toLowerCase() ?? null
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, HEAD_BYTES))
  const said = XML_ENCODING.exec(head) ?? CHARSET.exec(/<meta\b[^>]*charset[^>]*>/i.exec(head)?.[0] ?? '')
  const name = said?.[1]?.toLowerCase() ?? null
  // A page that could be read so far is not UTF-16, whatever it says.
  return name?.startsWith('utf-16') ? null : name
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
