import * as z from 'zod'
import { slug } from '../../base/text.ts'
import type { SourceEntry } from '../../domain/source.ts'
import { checkedSettings } from '../settings.ts'
import { Selector } from '../web/document.ts'
import { MANNERS } from '../web/manners.ts'
import { NamedAreas, PUBLISHER } from '../web/publisher.ts'
import { CardRules, FieldRules } from './field-rules.ts'

/** A regular expression that an address must have somewhere in it. */
const Pattern = z
  .string()
  .refine(isPattern, { error: 'is not a regular expression' })
  .nullable()
  .default(null)

function isPattern(text: string): boolean {
  try {
    return new RegExp(text) instanceof RegExp
  } catch {
    return false
  }
}

/** Words for a state, compared without regard to capitals and signs. */
const words = (...usual: readonly string[]) =>
  z
    .array(z.string())
    .default([])
    .transform((more): readonly string[] => [...usual, ...more].map(slug))

const Words = z.strictObject({
  open: words('open', 'open for applications', 'open to applications', 'now open'),
  forecast: words('upcoming', 'opening soon', 'coming soon', 'not yet open'),
  closed: words('closed', 'closed to applications', 'closed for applications', 'closed to new applications'),
  /** What the site calls areas, beside the names that everybody uses. */
  areas: z.record(z.string(), NamedAreas).default({}),
})

const ListingRules = z
  .strictObject({
    /** The links to the pages; inside each card, where there are cards. */
    links: Selector,
    /** What of the listing belongs to one page. */
    card: Selector.nullable().default(null),
    /** Where facts stand in a card, beside those of its page: what both say, the page says. */
    fields: CardRules.nullable().default(null),
    /** The link to the next page of the listing. */
    next: Selector.nullable().default(null),
    /** Or its address after the first: `page/{n}/`. */
    nextPath: z.string().includes('{n}', { error: 'must have {n} in it' }).nullable().default(null),
    /** A listing with more pages than this counts as a fault of the site. */
    maxPages: z.int().min(1).default(50),
  })
  .refine(({ next, nextPath }) => next === null || nextPath === null, { error: 'has both next and nextPath' })
export type ListingRules = Readonly<z.infer<typeof ListingRules>>

const Settings = z
  .strictObject({
    ...PUBLISHER,
    ...MANNERS,
    /** What the address of the source is. */
    discovery: z.enum(['sitemap', 'feed', 'listing']),
    /** Which addresses count; null for all. */
    include: Pattern,
    exclude: Pattern,
    /** Which sitemaps of an index count; null for all. */
    sitemaps: Pattern,
    /** How a listing is read. */
    listing: ListingRules.nullable().default(null),
    /** Whether everything is read from the cards of the listing, so that no other page is fetched. */
    cardsOnly: z.boolean().default(false),
    /** Whether what is gone from the listing before its closing date is withdrawn. */
    listsEverything: z.boolean().default(false),
    /** The least share of the last listing that the next must have, or it counts as broken. */
    leastShare: z.number().min(0).max(1).default(0.4),
    /** When a page is fetched again whose listing does not say when it changed. */
    recheckHours: z.number().positive().default(168),
    /** How long a page that is no longer listed is remembered, and fetched again if not everything is listed. */
    keepDays: z.number().positive().default(120),
    /** A source that lists more pages than this is read wrongly. */
    maxPages: z.int().min(1).max(2000).default(1000),
    /** Whether pages may end without `</html>`. */
    mayLackEnd: z.boolean().default(false),
    fields: FieldRules,
    words: Words.prefault({}),
  })
  .superRefine(({ discovery, listing, cardsOnly, listsEverything }, context) => {
    const wrong = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message })
    if ((discovery === 'listing') !== (listing !== null)) {
      wrong('listing', discovery === 'listing' ? 'is missing' : 'goes with discovery “listing” only')
    }
    if (cardsOnly && !listing?.card) wrong('cardsOnly', 'needs listing.card')
    if (listing?.fields && (cardsOnly || listing.card === null)) {
      wrong('listing', 'has fields, which go with card, and not with cardsOnly')
    }
    if (listsEverything && discovery === 'feed')
      wrong('listsEverything', 'cannot be true of a feed, which has its newest items only')
  })
export type PagesSettings = Readonly<z.infer<typeof Settings>>

/** @throws AppError `invalid` naming each setting that is wrong, and what it may be */
export const pagesSettings = (entry: SourceEntry): PagesSettings => checkedSettings(Settings, entry)
