import * as z from 'zod'
import { slug } from '../base/text.ts'

/** Who gives. */
export const Funder = z.object({
  name: z.string().min(1),
  /** As org-id.guide writes it, or a publisher's own id, `360G-…`; null when not known. */
  orgId: z.string().nullable(),
})
export type Funder = Readonly<z.infer<typeof Funder>>

/** A funder of opportunities that we have. */
export interface KnownFunder extends Funder {
  /** Our own: its `orgId`, or one made of its name. */
  readonly id: string
}

/**
 * Its id in a register that others know too; null for none. A publisher's own id (`360G-…`) says
 * nothing to anybody else, so it is none.
 */
export function registerId({ orgId }: Pick<Funder, 'orgId'>): string | null {
  const id = orgId?.trim().toUpperCase() ?? ''
  return id === '' || id.startsWith('360G-') ? null : id
}

/**
 * The name as it is compared: small letters and digits, without a leading "The".
 *
 * @example foldedFunderName('The Smith & Sons’ Trust') // 'smith-and-sons-trust'
 */
export const foldedFunderName = (name: string): string =>
  slug(name).replace(/^the-(?=.)/, '') || name.trim().toLowerCase()

/** As what we know a funder of opportunities: its id, or one made of its name. */
export const funderIdOf = ({ name, orgId }: Funder): string => orgId ?? `name-${slug(name)}`
