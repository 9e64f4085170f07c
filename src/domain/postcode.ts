import type { AreaCode } from './area.ts'

/** Where one postcode of the UK is, as the file that was imported says. */
export interface Postcode {
  /** In capitals, without a space. */
  readonly postcode: string
  /** The council. */
  readonly authority: AreaCode
  /** GSS code; null where the file does not say. */
  readonly ward: string | null
  /** GSS code of the neighbourhood of the census; null where the file does not say. */
  readonly neighbourhood: string | null
  /** The month, `2015-03`, in which the post gave it up; null while it is in use. */
  readonly endedIn: string | null
  /** Of the file: `May 2026`. */
  readonly edition: string
}

const POSTCODE = /^(?:GIR0AA|[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2})$/
const OUTWARD = /^[A-Z]{1,2}\d[A-Z\d]?$/

/** In capitals, without a space; null for what is no whole postcode. @example readPostcode('bs34 8ab') // 'BS348AB' */
export function readPostcode(text: string): string | null {
  const postcode = text.replace(/\s+/g, '').toUpperCase()
  return POSTCODE.test(postcode) ? postcode : null
}

/** The first half of a postcode by itself, in capitals; null for anything else. @example readOutward('bs34') // 'BS34' */
export function readOutward(text: string): string | null {
  const outward = text.trim().toUpperCase()
  return OUTWARD.test(outward) ? outward : null
}

/** @example sayPostcode('BS348AB') // 'BS34 8AB' */
export const sayPostcode = (postcode: string): string => `${postcode.slice(0, -3)} ${postcode.slice(-3)}`
