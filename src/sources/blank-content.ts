import { withoutPersons } from '../base/personal-data.ts'
import { oneLine, paragraphs, summarise } from '../base/text.ts'
import { NO_DEADLINE_KNOWN } from '../domain/deadline.ts'
import { allowsCopies } from '../domain/licence.ts'
import type { OpportunityContent } from '../domain/opportunity.ts'
import { NO_RULES } from '../domain/rules.ts'

const MOST_TITLE = 500

/** A grant of which nothing is known yet but what must be. */
export const BLANK: Omit<OpportunityContent, 'title' | 'summary' | 'description' | 'funder' | 'url'> = {
  kind: 'grant',
  programme: null,
  applyUrl: null,
  contactEmail: null,
  awardMin: null,
  awardMax: null,
  fundTotal: null,
  currency: 'GBP',
  deadline: NO_DEADLINE_KNOWN,
  forecast: false,
  ended: null,
  themes: [],
  beneficiaries: [],
  cpv: [],
  vcseSignals: [],
  lots: [],
  rules: NO_RULES,
}

/**
 * Title and texts of a call, without the persons in them. Where the licence allows no copy, the title
 * stands for the texts.
 *
 * @returns null without a title
 */
export function readTexts(
  title: string | null,
  text: string | null,
  licence: string,
): Pick<OpportunityContent, 'title' | 'summary' | 'description'> | null {
  const name = withoutPersons(oneLine(title ?? '')).slice(0, MOST_TITLE)
  if (name === '') return null
  const copied = allowsCopies(licence) ? withoutPersons(paragraphs(text ?? '')) : ''
  const description = copied === '' ? name : copied
  return { title: name, summary: summarise(description), description }
}
