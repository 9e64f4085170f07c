import * as z from 'zod'
import type { AreaCode } from '../../domain/area.ts'
import { placesNamed, withoutInner } from '../../domain/areas/places.ts'
import { stated } from '../../domain/fact.ts'
import { Funder } from '../../domain/funder.ts'
import { allowsCopies } from '../../domain/licence.ts'
import { type OpportunityContent, OpportunityKind } from '../../domain/opportunity.ts'
import { NO_RULES } from '../../domain/rules.ts'
import { Theme } from '../../domain/theme.ts'
import { BLANK, readTexts } from '../blank-content.ts'

/** Areas by what funders call them, or by a GSS code, as their codes. */
export const NamedAreas = z.string().transform((name, context): readonly AreaCode[] => {
  const codes = placesNamed(name)
  if (codes.length > 0) return codes
  context.addIssue(`${name} is not an area we know`)
  return z.NEVER
})

/** What an entry says of all that its source publishes, where the source itself does not say it. */
export const PUBLISHER = {
  /** Who gives. */
  funder: Funder.extend({ orgId: Funder.shape.orgId.default(null) }),
  kind: OpportunityKind.default('grant'),
  /** Where the work must be, if that is the same for all of them; empty when it is not. */
  areas: z
    .array(NamedAreas)
    .default([])
    .transform((each) => withoutInner(each.flat())),
  themes: z.array(Theme).readonly().default([]),
}
const Publisher = z.object(PUBLISHER)
export type Publisher = Readonly<z.infer<typeof Publisher>>

/**
 * What an opportunity is, of which this alone is known.
 *
 * @param text - what it says of itself, kept where the licence allows it
 * @returns null without a title
 */
export function publishedContent(
  { funder, kind, areas, themes }: Publisher,
  title: string | null,
  text: string | null,
  url: string,
  licence: string,
): OpportunityContent | null {
  const texts = readTexts(title, text, licence)
  const rules = areas.length === 0 ? NO_RULES : { ...NO_RULES, areas: stated(areas) }
  return texts && { ...BLANK, ...texts, kind, funder, themes, url, rules }
}

/** What of a text may be read for facts though nobody may copy it; nothing where it is kept anyway, or empty. */
export const unkeptWords = (text: string, licence: string): { readonly words?: string } =>
  allowsCopies(licence) || text.trim() === '' ? {} : { words: text }
