/** What a zip archive says of itself at its end, before anything in it is unpacked. */
export interface ZipSizes {
  readonly entries: number
  /** Bytes of all entries together when unpacked, as declared. */
  readonly unpacked: number
}

const END = 0x06054b50
const ENTRY = 0x02014b50
/** The record at the end, without the comment that may follow. */
const END_LENGTH = 22
const LONGEST_COMMENT = 65_535
const ENTRY_LENGTH = 46

/**
 * Reads the sizes that an archive declares, so that one that would unpack to more than fits can be
 * refused. Who unpacks must not write more than is declared.
 *
 * @returns null when it is no archive, or one of a form that is not read (larger than 4 GB)
 */
export function zipSizes(bytes: Uint8Array): ZipSizes | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  if (end === null) return null
  const entries = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  let unpacked = 0
  for (let entry = 0; entry < entries; entry++) {
    if (at + ENTRY_LENGTH > view.byteLength || view.getUint32(at, true) !== ENTRY) return null
    unpacked += view.getUint32(at + 24, true)
    const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true))
    at += ENTRY_LENGTH + (name ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
  return { entries, unpacked }
}

function endOf(view: DataView): number | null {
  const last = view.byteLength - END_LENGTH
  const first = Math.max(0, last - LONGEST_COMMENT)
  for (let at = last; at >= first; at--) if (view.getUint32(at, true) === END) return at
  return null
}
