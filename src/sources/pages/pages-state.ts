import * as z from 'zod'
import type { Instant } from '../../base/date.ts'
import { hashOf } from '../../base/hash.ts'
import type { SourceEntry } from '../../domain/source.ts'
import { Validators } from '../web/validators.ts'
import { Fields } from './page-fields.ts'
import type { PagesSettings } from './pages-settings.ts'

const Moment = z.custom<Instant>((value) => typeof value === 'string')

/** What is remembered of one page. */
const Known = z.object({
  /** What the listing said when the page was last read; null when it does not say when pages change. */
  lastmod: z.string().nullable(),
  /** When it was last fetched; null when it is to be fetched as soon as it is listed, whatever the listing says. */
  readAt: Moment.nullable(),
  /** The start of the last round that listed it. */
  listedAt: Moment,
  /** Whether it was listed and not there. */
  isGone: z.boolean(),
  /** What its card said when the page was last read; null where nothing is read of cards. */
  card: Fields.nullable().default(null),
})
export type Known = Readonly<z.infer<typeof Known>>

/** Of a page that is listed for the first time. */
export const neverRead = (listedAt: Instant): Known => ({
  lastmod: null,
  readAt: null,
  listedAt,
  isGone: false,
  card: null,
})

/** A page that is to be fetched, and what the listing says of its last change and on its card. */
const Due = z.object({
  url: z.string(),
  lastmod: z.string().nullable(),
  card: Fields.nullable().default(null),
})
export type Due = Readonly<z.infer<typeof Due>>

/** What a source of pages remembers between two pages of a harvest, and between two harvests. */
const PagesState = z.object({
  /** Of what the entry said when its pages were read: by another entry they are read anew. */
  print: z.string(),
  /** The start of the last round that was read to its end; null before the first. */
  listedAt: Moment.nullable(),
  /** Of the listing in that round. */
  validators: Validators.nullable(),
  /** By address. */
  known: z.record(z.string(), Known),
  /** What is left of the round under way; null between two rounds. */
  round: z
    .object({ startedAt: Moment, validators: Validators.nullable(), due: z.array(Due).readonly() })
    .nullable(),
})
export type PagesState = Readonly<z.infer<typeof PagesState>>

/** Raised when this code reads more out of the same page. */
const READER = 2

/**
 * What is remembered, whatever was stored. When the entry says something else of what is in a page, or
 * of what may be kept of it, all pages are due again.
 */
export function stateFrom(stored: unknown, { licence }: SourceEntry, settings: PagesSettings): PagesState {
  const { fields, words, funder, kind, areas, themes, cardsOnly, listing } = settings
  const said = [fields, words, funder, kind, areas, themes, cardsOnly, listing?.fields ?? null]
  const print = hashOf(JSON.stringify([READER, licence, ...said]))
  const state = PagesState.safeParse(stored).data
  if (!state) return { print, listedAt: null, validators: null, known: {}, round: null }
  if (state.print === print) return state
  const known = Object.entries(state.known).map(([url, page]) => [url, { ...page, readAt: null }] as const)
  return { ...state, print, validators: null, known: Object.fromEntries(known), round: null }
}
