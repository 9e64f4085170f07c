import { factValue } from '../../domain/fact.ts'
import type { Opportunity } from '../../domain/opportunity.ts'
import type { Part } from './part.ts'

type Offer = Pick<Opportunity, 'title' | 'summary' | 'description' | 'rules' | 'vcseSignals' | 'kind'>

/** Ways to say that single people are paid, not organisations. */
const FOR_PEOPLE =
  /\b(?:alms ?houses?|grants? (?:\w+ ){0,3}to (?:\w+ ){0,2}(?:individuals?|persons?|people|students?)|individuals? (?:who|in need|living|resident)|(?:persons?|people|those|individuals?) (?:who are )?(?:in need|resident)|in need,? hardship|hardship (?:or|and) distress|relief (?:in|of) (?:need|sickness|persons)|poor (?:persons?|people|inhabitants|of|and)|bursar(?:y|ies)|scholarships?|students?|pupils?|pensions? (?:to|for)|(?:does|do) not (?:accept|consider|respond)|unsolicited|prizes?|inhabitants|apprentic\w*|widow\w*|sick (?:and )?poor|beneficiar(?:y|ies)|exhibitions?|maintenance allowances?|further education)\b/gi

/** Ways to say that organisations are paid. */
const FOR_ORGANISATIONS =
  /\b(?:organi[sz]ations?|charit(?:y|ies)|charitable (?:organi[sz]ations|institutions|bodies|causes)|groups?|clubs|projects?|schools|churches|voluntary|community|salar(?:y|ies)|core costs)\b/gi

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
  const organisations = countSigns([offer.title, offer.summary].join('\n'), FOR_ORGANISATIONS)
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
