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
    return declaredDecoder(declared).decode(bytes)
  }
}

/** UTF-8 is not asked for: it has been tried. */
function declaredDecoder(declared: string | null) {
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

/**
 * The same for a file that is too large to hold, read once: it counts as UTF-8 until a byte comes that
 * UTF-8 cannot have there, and as Windows-1252 from that piece on.
 */
export async function* decodeChunks(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decode: Decode | null = null
  let held: Uint8Array = new Uint8Array()
  for await (const chunk of chunks) {
    held = joinBytes([held, chunk])
    // The mark of an encoding has up to three bytes.
    if (decode === null && held.length < 3) continue
    decode ??= decoderFor(held)
    const { text, rest } = decode(held, false)
    held = rest
    yield text
  }
  yield (decode ?? decoderFor(held))(held, true).text
}

/** One piece as text, and the bytes at its end that need the next piece. */
type Decode = (bytes: Uint8Array, isLast: boolean) => { readonly text: string; readonly rest: Uint8Array }

const NOTHING = new Uint8Array()

function decoderFor(first: Uint8Array): Decode {
  const marked = markedEncoding(first)
  if (marked === null) return utf8OrOlder()
  const decoder = new TextDecoder(marked)
  return (bytes, isLast) => ({ text: decoder.decode(bytes, { stream: !isLast }), rest: NOTHING })
}

function utf8OrOlder(): Decode {
  const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  const older = new TextDecoder('windows-1252')
  let isOlder = false
  let isFirst = true
  return (bytes, isLast) => {
    const whole = isLast || isOlder ? bytes.length : wholeUntil(bytes)
    const part = bytes.subarray(0, whole)
    let text = ''
    try {
      text = isOlder ? older.decode(part) : utf8.decode(part)
    } catch {
      isOlder = true
      text = older.decode(part)
    }
    if (isFirst) text = text.replace(/^\ufeff/, '')
    isFirst = false
    return { text, rest: bytes.slice(whole) }
  }
}

/** Where a sign of several bytes begins that the end of the piece cuts; its length when none is cut. */
function wholeUntil(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) break
    if (byte >= 0xc0) return signLength(byte) > back ? bytes.length - back : bytes.length
  }
  return bytes.length
}

const signLength = (first: number): number => (first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2)

/** The parts one after the other; the part itself when only one has anything. */
export function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  const filled = parts.filter(({ length }) => length > 0)
  const [first = NOTHING] = filled
  if (filled.length < 2) return first
  const bytes = new Uint8Array(filled.reduce((size, { length }) => size + length, 0))
  let at = 0
  for (const part of filled) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

function markedEncoding(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}
