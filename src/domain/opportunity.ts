import * as z from 'zod'
import type { Brand } from '../base/brand.ts'
import type { Instant } from '../base/date.ts'
import { Deadline, phaseOf } from './deadline.ts'
import { FromWords } from './from-words.ts'
import { Rules } from './rules.ts'
import { Beneficiary, Theme } from './theme.ts'
import { Pence } from './values.ts'

export type OpportunityId = Brand<'OpportunityId'>

/** Any text may be asked for as an id; only the database knows whether there is such an opportunity. */
export const opportunityId = (text: string): OpportunityId => text as OpportunityId

export const OpportunityKind = z.enum(['grant', 'contract', 'loan', 'in_kind', 'support'])
export type OpportunityKind = z.infer<typeof OpportunityKind>

export const KINDS: Readonly<Record<OpportunityKind, string>> = {
  grant: 'Grant',
  contract: 'Contract',
  loan: 'Loan',
  in_kind: 'In kind',
  support: 'Support',
}

/** Signs that a contract is meant for, or open to, the voluntary sector. */
export const VcseSignal = z.enum(['suitable', 'reserved', 'light_touch'])
export type VcseSignal = z.infer<typeof VcseSignal>

const Lot = z.object({
  id: z.string(),
  title: z.string().nullable(),
  /** Total of the lot in minor units; null when not stated. */
  value: Pence.nullable(),
})

/** Everything that a funder says about a call. A change to any of it makes a new version. */
export const OpportunityContent = z.object({
  title: z.string().min(1).max(500),
  /** One or two sentences for a list. */
  summary: z.string(),
  /** Plain text, paragraphs separated by blank lines. */
  description: z.string(),
  kind: OpportunityKind,
  funder: z.object({
    name: z.string().min(1),
    /** As org-id.guide writes it, `GB-CHC-1234567`; null when not known. */
    orgId: z.string().nullable(),
  }),
  programme: z.string().nullable(),
  url: z.httpUrl(),
  /** Where a bid is made, when that is another page. */
  applyUrl: z.httpUrl().nullable(),
  /** Role mailboxes only, never a person's. */
  contactEmail: z.email().nullable(),
  /** Per award, inclusive; minor units. */
  awardMin: Pence.nullable(),
  awardMax: Pence.nullable(),
  /** The whole pot of a fund, or the total value of a contract. */
  fundTotal: Pence.nullable(),
  currency: z.string().length(3),
  deadline: Deadline,
  /** Announced, not yet taking bids. */
  forecast: z.boolean(),
  /** How it ended before its deadline; null while it has not. */
  ended: z.enum(['awarded', 'withdrawn', 'closed_early']).nullable(),
  /** Why it ended, in the words of the person who said so; null or absent when nobody did. */
  endedWhy: z.string().min(1).nullable().exactOptional(),
  themes: z.array(Theme).readonly(),
  beneficiaries: z.array(Beneficiary).readonly(),
  /** CPV codes, eight digits, without the check digit. */
  cpv: z.array(z.string()).readonly(),
  vcseSignals: z.array(VcseSignal).readonly(),
  lots: z.array(Lot).readonly(),
  rules: Rules,
  /** What of all this no field says, and was read from the description. Absent until that has been read. */
  fromWords: FromWords.exactOptional(),
})
export type OpportunityContent = Readonly<z.infer<typeof OpportunityContent>>

/** Where an opportunity was read, and how fresh that is. */
export interface Provenance {
  readonly sourceId: string
  readonly sourceName: string
  /** SPDX id or short name. */
  readonly licence: string
  /** The source's own key of the record. */
  readonly key: string
  readonly firstSeenAt: Instant
  readonly lastCheckedAt: Instant
  readonly lastChangedAt: Instant
}

/** A published call that can be bid for. */
export interface Opportunity extends OpportunityContent {
  readonly id: OpportunityId
  /** 1 when first seen; one more for every change. */
  readonly version: number
  /** The version of the last change that is worth an alert. */
  readonly materialVersion: number
  readonly provenance: Provenance
}

export type OpportunityStatus = 'forecast' | 'open' | 'closed' | 'withdrawn'

/** Where a call stands at that moment. Asked for, never stored, so that it cannot go stale. */
export function statusAt(
  now: Date,
  { ended, forecast, deadline }: Pick<OpportunityContent, 'ended' | 'forecast' | 'deadline'>,
): OpportunityStatus {
  if (ended === 'withdrawn') return 'withdrawn'
  if (ended !== null) return 'closed'
  const phase = phaseOf(now, deadline)
  if (phase === 'over') return 'closed'
  return forecast || phase === 'before' ? 'forecast' : 'open'
}

const STATUSES: Readonly<Record<OpportunityStatus, string>> = {
  forecast: 'Not open yet',
  open: 'Open',
  closed: 'Closed',
  withdrawn: 'Withdrawn',
}

export const sayStatus = (status: OpportunityStatus): string => STATUSES[status]
