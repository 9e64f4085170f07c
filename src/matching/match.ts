import type { Match } from '../domain/match.ts'
import type { Opportunity } from '../domain/opportunity.ts'
import type { Organisation } from '../domain/organisation.ts'
import { type Catalogue, prepareCatalogue } from './catalogue/catalogue.ts'
import { offerOf } from './catalogue/offer.ts'
import { offersTo } from './catalogue/offer-at.ts'
import { judgeMatch } from './explain/judge-match.ts'
import type { Learnt } from './learnt.ts'
import { type Applicant, applicantOf, type Taste } from './profile/applicant.ts'
import { rankingFor } from './rank/ranking-for.ts'

export { type Catalogue, prepareCatalogue }

/**
 * The best opportunities for an organisation: best first, ties by opportunity id. Those that it may not
 * apply for are left out, and so are contracts with no sign that they are meant for the sector, unless
 * it wants contracts. Reasons are put into words when they are read.
 */
export function matchOrganisation(
  now: Date,
  catalogue: Catalogue,
  organisation: Organisation,
  most: number,
): Match[] {
  const applicant = applicantOf(catalogue.learnt, organisation)
  const offerAt = offersTo(catalogue, applicant)
  return rankingFor(now, catalogue)(applicant, most).flatMap(({ slot }) => {
    const offer = offerAt(slot)
    return offer ? [judgeMatch(now, catalogue.learnt, applicant, offer)] : []
  })
}

/** One opportunity judged for one organisation, whether or not it may apply. */
export const judgePair = (now: Date, learnt: Learnt, applicant: Applicant, opportunity: Opportunity): Match =>
  judgeMatch(now, learnt, applicant, offerOf(learnt, opportunity))

/** As `judgePair`, from the organisation itself. */
export const judgeFor = (
  now: Date,
  learnt: Learnt,
  organisation: Organisation,
  opportunity: Opportunity,
  taste?: Taste,
): Match => judgePair(now, learnt, applicantOf(learnt, organisation, taste), opportunity)
