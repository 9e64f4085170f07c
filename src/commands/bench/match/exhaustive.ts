import { type Offer, sharedUnits } from '../../../matching/catalogue/offer.ts'
import { judgeEligibility } from '../../../matching/eligibility.ts'
import { sharedKeys } from '../../../matching/explain/shared-keys.ts'
import { scoreAmount } from '../../../matching/parts/amount.ts'
import { scorePlace } from '../../../matching/parts/place.ts'
import { scoreTime, timeLeft } from '../../../matching/parts/time.ts'
import type { Applicant } from '../../../matching/profile/applicant.ts'
import { unitsOf } from '../../../matching/profile/units.ts'
import { isForSector } from '../../../matching/rules/kind.ts'

/** One place of a list, however it was found. */
export interface Listed {
  readonly id: string
  readonly units: number
  readonly verdict: string
}

/** The list that judging every pair by itself gives: by the functions that explain a match, and a sort. */
export function listExhaustively(
  now: Date,
  applicant: Applicant,
  offers: readonly Offer[],
  most: number,
): Listed[] {
  const { organisation } = applicant
  return offers
    .filter(({ opportunity }) => organisation.wantsContracts || isForSector(opportunity))
    .map((offer) => ({
      id: offer.opportunity.id as string,
      units: unitsFor(now, applicant, offer),
      verdict: judgeEligibility(now, organisation, offer.opportunity).verdict as string,
    }))
    .filter(({ verdict }) => verdict !== 'ineligible')
    .sort((a, b) => b.units - a.units || (a.id < b.id ? -1 : 1))
    .slice(0, most)
}

function unitsFor(now: Date, applicant: Applicant, offer: Offer): number {
  const { organisation, where } = applicant
  const { opportunity } = offer
  return (
    sharedUnits(offer) +
    sharedKeys(applicant, offer.profile).reduce((sum, { units }) => sum + units, 0) +
    unitsOf('place', scorePlace(where, offer.where).value) +
    unitsOf('time', scoreTime(timeLeft(now, opportunity), organisation.preparationDays).value) +
    unitsOf('amount', scoreAmount(organisation, opportunity).value)
  )
}
