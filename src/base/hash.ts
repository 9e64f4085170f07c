/*
 * The 64 bits are kept in four limbs of 16, the lowest first: whole numbers in JavaScript hold 53 bits, and its
 * big ones take five times as long. The prime is 2^40 + 0x1b3, so only two products and one shift are needed:
 *
 *   h * prime = h * 0x1b3 + h << 40
 */
const LOW = 0x1b3

/**
 * A short fingerprint of a text, the same on every machine and for ever: 64-bit FNV-1a over its
 * UTF-8 bytes, 16 hexadecimal digits. It tells changes apart; it keeps no secrets.
 */
export function hashOf(text: string): string {
  let [h0, h1, h2, h3] = [0x2325, 0x8422, 0x9ce4, 0xcbf2]
  for (const byte of new TextEncoder().encode(text)) {
    h0 ^= byte
    const p0 = h0 * LOW
    const p1 = h1 * LOW + (p0 >>> 16)
    const p2 = h2 * LOW + ((h0 << 8) & 0xffff) + (p1 >>> 16)
    const p3 = h3 * LOW + (h0 >>> 8) + ((h1 << 8) & 0xffff) + (p2 >>> 16)
    h0 = p0 & 0xffff
    h1 = p1 & 0xffff
    h2 = p2 & 0xffff
    h3 = p3 & 0xffff
  }
  return [h3, h2, h1, h0].map((limb) => limb.toString(16).padStart(4, '0')).join('')
}
