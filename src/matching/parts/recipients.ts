import { factValue } from '../../domain/fact.ts'
import type { Opportunity } from '../../domain/opportunity.ts'
import type { Part } from './part.ts'
import { FOR_ORGANISATIONS, FOR_ORGANISATIONS_ANYWHERE, FOR_PEOPLE } from './recipient-signs.ts'

type Offer = Pick<Opportunity, 'title' | 'summary' | 'description' | 'rules' | 'vcseSignals' | 'kind'>

/** So many signs are as sure as it gets. */
const SURE = 3

/**
 * Whether the call pays organisations, as far as its words tell: 1 for all that is known, down to 0 for
 * a text that speaks of single people and never of organisations. A stated list of who may apply
 * settles it: that is a rule, and here always 1.
 */
export function scoreRecipients(offer: Offer): Part {
  if (offer.kind === 'contract' || offer.vcseSignals.length > 0) return paysOrganisations
  if (offer.rules.applicantTypes.basis === 'stated' && factValue(offer.rules.applicantTypes)?.length) {
    return paysOrganisations
  }
  const text = [offer.title, offer.summary, offer.description].join('\n')
  const people = countSigns(text, FOR_PEOPLE)
  if (people === 0) return paysOrganisations
  const organisations =
    countSigns([offer.title, offer.summary].join('\n'), FOR_ORGANISATIONS) +
    countSigns(offer.description, FOR_ORGANISATIONS_ANYWHERE)
  const value = 1 - Math.max(0, people - organisations) / SURE
  return { value, say: () => null }
}

const paysOrganisations: Part = { value: 1, say: () => null }

/** How often signs come, up to the number that is as sure as it gets. */
function countSigns(text: string, signs: RegExp): number {
  let found = 0
  for (const _ of text.matchAll(signs)) {
    found += 1
    if (found === SURE) break
  }
  return found
}

/** The funder's words that sound as if single people are paid; null when there are none. */
export function personalSign({ title, summary, description }: Offer): string | null {
  return [title, summary, description].join('\n').match(FOR_PEOPLE)?.[0] ?? null
}
