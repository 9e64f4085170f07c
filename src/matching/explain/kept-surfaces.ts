import type { Opportunity } from '../../domain/opportunity.ts'
import type { Learnt } from '../learnt.ts'
import type { Applicant } from '../profile/applicant.ts'
import { readOpportunity, readOrganisation } from '../profile/read-profiles.ts'
import { type Surfaces, surfacesOf } from './surfaces.ts'

/** Opportunities whose words are kept: the same few are on many lists, and to read one is slow. */
const MOST_KEPT = 2_000

const OWN = new WeakMap<Applicant, Surfaces>()
const THEIRS = new WeakMap<Learnt, Map<Opportunity, Surfaces>>()

/** The words of an organisation, read once for its whole list. */
export function ownSurfaces(learnt: Learnt, applicant: Applicant): Surfaces {
  const surfaces = OWN.get(applicant) ?? surfacesOf(readOrganisation(learnt, applicant.organisation))
  OWN.set(applicant, surfaces)
  return surfaces
}

/** The words of an opportunity; the last used are kept. */
export function theirSurfaces(learnt: Learnt, opportunity: Opportunity): Surfaces {
  const kept = THEIRS.get(learnt) ?? new Map<Opportunity, Surfaces>()
  THEIRS.set(learnt, kept)
  const surfaces = kept.get(opportunity) ?? surfacesOf(readOpportunity(learnt, opportunity))
  kept.delete(opportunity)
  kept.set(opportunity, surfaces)
  const oldest = kept.size > MOST_KEPT ? kept.keys().next().value : undefined
  if (oldest) kept.delete(oldest)
  return surfaces
}
