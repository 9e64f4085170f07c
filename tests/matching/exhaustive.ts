import { dayOf } from '../../src/base/date.ts'
import type { Opportunity } from '../../src/domain/opportunity.ts'
import { type Offer, offerOf, sharedUnits } from '../../src/matching/catalogue/offer.ts'
import { mayApply } from '../../src/matching/eligibility.ts'
import { sharedKeys } from '../../src/matching/explain/shared-keys.ts'
import type { Learnt } from '../../src/matching/learnt.ts'
import { scoreAmount } from '../../src/matching/parts/amount.ts'
import { scorePlace } from '../../src/matching/parts/place.ts'
import { scoreTime } from '../../src/matching/parts/time.ts'
import type { Applicant } from '../../src/matching/profile/applicant.ts'
import { unitsOf } from '../../src/matching/profile/units.ts'
import { type Timing, timingAt } from '../../src/matching/rank/timing.ts'
import { isForSector } from '../../src/matching/rules/kind.ts'
import { type OpportunityRules, rulesOf } from '../../src/matching/rules/rules-of.ts'

/** An offer with what the clock says of it. */
export interface Timed {
  readonly offer: Offer
  readonly timing: Timing
  readonly rules: OpportunityRules
}

/** Every opportunity read by itself. */
export function offersOf(now: Date, learnt: Learnt, opportunities: readonly Opportunity[]): Timed[] {
  return opportunities.map((opportunity) => ({
    offer: offerOf(learnt, opportunity),
    timing: timingAt(now, opportunity),
    rules: rulesOf(opportunity),
  }))
}

/** The score of one pair, in units, by the plainest sum. */
export function unitsOfPair(applicant: Applicant, { offer, timing }: Timed): number {
  const { organisation, where } = applicant
  return (
    sharedKeys(applicant, offer.profile).reduce((sum, { units }) => sum + units, 0) +
    sharedUnits(offer) +
    unitsOf('place', scorePlace(where, offer.where).value) +
    unitsOf('time', scoreTime(timing.left, organisation.preparationDays).value) +
    unitsOf('amount', scoreAmount(organisation, offer.opportunity).value)
  )
}

/** What ranking must give, by scoring every opportunity: best first, ties by id. */
export function rankAll(now: Date, applicant: Applicant, offers: readonly Timed[]) {
  const { organisation } = applicant
  const today = dayOf(now)
  return offers
    .filter(({ offer: { opportunity } }) => organisation.wantsContracts || isForSector(opportunity))
    .map((timed) => ({
      id: timed.offer.opportunity.id,
      units: unitsOfPair(applicant, timed),
      verdict: mayApply(today, { rules: timed.rules, deadline: timed.timing }, organisation),
    }))
    .filter(({ verdict }) => verdict !== 'ineligible')
    .sort((a, b) => b.units - a.units || (a.id < b.id ? -1 : 1))
}
