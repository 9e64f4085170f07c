/** What the first bytes of signs in UTF-8 look like in Windows-1252. */
const SIGNS = /[ÂÃâ]/

/** The byte of each sign of Windows-1252 that is not its own number. */
const BYTES: ReadonlyMap<string, number> = new Map(
  [...new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 32 }, (_, i) => 0x80 + i))].map(
    (sign, i) => [sign, 0x80 + i],
  ),
)

/**
 * Puts right a text that was saved as UTF-8 and read as Windows-1252; any other comes back as it is.
 *
 * @example mended('Â£5,000 for a cafÃ©') // '£5,000 for a café'
 */
export function mended(text: string): string {
  if (!SIGNS.test(text)) return text
  const bytes = [...text].map((sign) => BYTES.get(sign) ?? sign.codePointAt(0) ?? 0)
  if (bytes.some((byte) => byte > 0xff)) return pieceByPiece(text)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes))
  } catch {
    return pieceByPiece(text)
  }
}

/** A text that is wrong in parts, or has signs that Windows-1252 lacks: the pound sign alone is sure. */
const pieceByPiece = (text: string): string => text.replaceAll('Â£', '£')
