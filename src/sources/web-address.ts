import * as z from 'zod'

/** The address when it is one of the web; null otherwise. */
export function webAddress(text: string | null): string | null {
  const trimmed = text?.trim() ?? ''
  const address = /^www\./i.test(trimmed) ? `https://${trimmed}` : trimmed
  return z.httpUrl().safeParse(address).success ? address : null
}
