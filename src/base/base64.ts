/** Bytes that become one text at a time: a call takes only so many arguments. */
const STEP = 0x8000

/** Bytes as text of the alphabet that every runtime reads. */
export function toBase64(bytes: Uint8Array): string {
  let binary = ''
  for (let from = 0; from < bytes.length; from += STEP) {
    binary += String.fromCharCode(...bytes.subarray(from, from + STEP))
  }
  return btoa(binary)
}

/** Writes the bytes of a base64 text into an array from there on. @returns where they end; null for another text */
export function fromBase64(text: string, into: Uint8Array, from: number): number | null {
  const binary = decoded(text)
  if (binary === null) return null
  for (let at = 0; at < binary.length; at += 1) into[from + at] = binary.charCodeAt(at)
  return from + binary.length
}

function decoded(text: string): string | null {
  try {
    return atob(text)
  } catch {
    // A DOMException, which is all that it can throw.
    return null
  }
}
