import * as z from 'zod'
import { Selector } from '../web/document.ts'

/** What can be read from a page. */
export const FieldName = z.enum([
  'title',
  'summary',
  'description',
  /** Who may apply, in words. */
  'eligibility',
  'funder',
  'programme',
  'area',
  /** What one award can be. */
  'award',
  'awardMin',
  'awardMax',
  'fundTotal',
  'opens',
  'closes',
  'status',
  'applyUrl',
  'email',
])
export type FieldName = z.infer<typeof FieldName>

/** Where something stands in a page. */
const Place = z
  .strictObject({
    /** Inside what the label names, if there is one. */
    selector: Selector.optional(),
    /** The text of a `dt`, of a heading in a table, or before a colon in running text. */
    label: z.string().min(1).optional(),
    /** Instead of the text of the element. */
    attribute: z.string().min(1).optional(),
    /** A path in the page's JSON-LD, `funder.name`. */
    jsonLd: z.string().min(1).optional(),
  })
  .refine(({ selector, label, jsonLd }) => (selector ?? label) !== undefined || jsonLd !== undefined, {
    error: 'must have a selector, a label or jsonLd',
  })
export type Place = Readonly<z.infer<typeof Place>>

/** A selector alone is a place too. */
const Written = z.union([Selector.transform((selector): Place => ({ selector })), Place])

/** For some fields where to look for each, one place or several in order. */
export const CardRules = z.partialRecord(
  FieldName,
  z.union([Written.transform((place) => [place]), z.array(Written).min(1)]),
)

/** The same for a page, which must have a title. */
export const FieldRules = CardRules.refine(({ title }) => title !== undefined, {
  path: ['title'],
  error: 'is missing',
})
export type FieldRules = Readonly<z.infer<typeof FieldRules>>
