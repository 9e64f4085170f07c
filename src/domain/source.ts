import * as z from 'zod'
import type { Instant } from '../base/date.ts'
import type { OpportunityContent } from './opportunity.ts'

/** One line of the registry `data/sources.json`: a place that publishes opportunities. */
export const SourceEntry = z.strictObject({
  /** Stable for ever: stored opportunities refer to it. */
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, { error: 'must be lower-case letters, digits and hyphens' }),
  name: z.string().min(1, { error: 'is empty' }),
  /** The kind of source, one of the connectors in `src/sources`. */
  connector: z.string().min(1, { error: 'is empty' }),
  url: z.string().min(1, { error: 'is empty' }),
  homepage: z.httpUrl().optional(),
  /** SPDX id or short name of the licence of its data. */
  licence: z.string().min(1, { error: 'is empty' }),
  enabled: z.boolean().default(true),
  /** Whether somebody has read one live page of it and compared it with what its connector expects; null when nobody says. */
  verified: z.boolean().nullable().default(null),
  /** Least hours between two harvests. */
  everyHours: z.number().positive().default(24),
  /** What its connector needs to know; each connector checks its own. */
  settings: z.record(z.string(), z.unknown()).default({}),
})
export type SourceEntry = Readonly<z.infer<typeof SourceEntry>>

/** Of a record that reads as the same whenever it is read. */
interface Printed {
  /** A fingerprint of all that the reading rests on; absent when it rests on more than the record. */
  readonly print?: string
}

/** What a connector made of one record. It never throws on bad data: it says why. */
export type Reading =
  | (Printed & {
      readonly outcome: 'opportunity'
      /** The source's own stable key, the same for every revision. */
      readonly key: string
      /** The source's name for this revision. */
      readonly revision: string
      /** When the source released this revision; the newest wins. */
      readonly releasedAt: Instant
      readonly content: OpportunityContent
      /** The funder's words where their licence lets nobody copy them: facts are read from them, and they are not kept. */
      readonly words?: string
    })
  | (Printed & {
      readonly outcome: 'ending'
      readonly key: string
      readonly revision: string
      readonly releasedAt: Instant
      readonly ended: 'awarded' | 'withdrawn' | 'closed_early'
    })
  /** The source still offers it as it was when it was last read in full. */
  | { readonly outcome: 'unchanged'; readonly key: string }
  /** Not a call that can be bid for. */
  | { readonly outcome: 'skipped'; readonly reason: string }
  /** Goes to quarantine. */
  | {
      readonly outcome: 'bad'
      /** Null when even that could not be read. */
      readonly key: string | null
      /** Null when even that could not be read. */
      readonly releasedAt: Instant | null
      readonly reason: string
    }
