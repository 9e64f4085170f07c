import * as z from 'zod'
import type { Brand } from '../base/brand.ts'
import { Day } from './deadline.ts'
import { Funder } from './funder.ts'
import { Area, Pence } from './values.ts'

export type AwardId = Brand<'AwardId'>

/** Of one funder, matching reads at most so many, the newest. */
export const MOST_AWARDS = 200

/** Money that a funder gave to one organisation. Awards to individuals are never kept. */
export const Award = z.object({
  id: z.custom<AwardId>((value) => typeof value === 'string' && value.length > 0),
  /** Its 360Giving id, or another that stays the same; a repeated import finds it again by this. */
  key: z.string().min(1).max(300),
  funder: Funder,
  recipient: z.object({
    name: z.string().min(1).max(300),
    /** As org-id.guide writes them, and publishers' own; empty when none is known. */
    orgIds: z.array(z.string()).readonly(),
  }),
  title: z.string().min(1).max(500),
  /** What it is for, in the funder's words; empty when not said. */
  purpose: z.string(),
  /** In minor units of the currency. */
  amount: Pence,
  /** ISO 4217. */
  currency: z.string().regex(/^[A-Z]{3}$/),
  awardedOn: Day,
  /** Where the work is; empty when not known. */
  areas: z.array(Area).readonly(),
  /** Where the recipient is; empty when not known. */
  recipientAreas: z.array(Area).readonly(),
  /** Whether anybody could apply; null when the funder does not say. */
  openCall: z.boolean().nullable(),
  programme: z.string().nullable(),
  /** What readers see as the source. */
  sourceName: z.string().min(1),
  /** SPDX id or short name; null when nobody has said. */
  licence: z.string().nullable(),
})
export type Award = Readonly<z.infer<typeof Award>>

/** Where an award counts: where the work is, or where the recipient is when that is not said. */
export const placesOf = ({ areas, recipientAreas }: Pick<Award, 'areas' | 'recipientAreas'>) =>
  areas.length > 0 ? areas : recipientAreas
