import type { Opportunity } from '../../domain/opportunity.ts'
import { findHistory, type PastAward } from '../funders/funder-history.ts'
import { topicsOf } from '../funders/funder-topics.ts'
import type { Learnt } from '../learnt.ts'
import type { Applicant } from '../profile/applicant.ts'
import { sharedKeys, unitsOfKind } from './shared-keys.ts'

/** Older ones say less of what a funder pays for now. */
const MOST_COMPARED = 20

/** The funder's award that is most like the organisation's work; null when none is known. */
export function sayFunder(learnt: Learnt, applicant: Applicant, { funder }: Opportunity): string | null {
  const awards = findHistory(learnt.histories, funder)?.awards.slice(0, MOST_COMPARED) ?? []
  let nearest: { award: PastAward; units: number } | undefined
  for (const award of awards) {
    const topics = topicsOf(learnt.dictionary, learnt.topics, [award])
    const units = unitsOfKind(sharedKeys(applicant, topics), 'funder')
    if (units > (nearest?.units ?? 0)) nearest = { award, units }
  }
  if (!nearest) return null
  const { title, recipientName, awardedOn } = nearest.award
  return `This funder has paid for work like yours: ${title} by ${recipientName}, in ${awardedOn.slice(0, 4)}.`
}
