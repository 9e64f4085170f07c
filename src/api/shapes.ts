import { closesAt, currentRound, daysLeft } from '../domain/deadline.ts'
import type { Match } from '../domain/match.ts'
import { type Opportunity, statusAt } from '../domain/opportunity.ts'

/** An opportunity as the API gives it: what is stored, and what follows from it at this moment. */
export function opportunityShape(opportunity: Opportunity, now: Date) {
  const { id, version, materialVersion: _, provenance, deadline, ...content } = opportunity
  const round = currentRound(now, deadline)
  return {
    id,
    /** `forecast`, `open`, `closed` or `withdrawn`, now. */
    status: statusAt(now, opportunity),
    /** Amounts are in minor units of `currency`, null when not stated. */
    ...content,
    deadline: {
      ...deadline,
      /** The first moment at which the current round takes no more bids; null when it has no known end. */
      closesAt: round && closesAt(round, deadline.zone),
      /** Days to the last day of the current round; null when it has no known end. */
      daysLeft: daysLeft(now, deadline),
    },
    version,
    provenance,
  }
}

/** A match as the API gives it. The score orders what is not excluded; it predicts nothing. */
export const matchShape = ({ opportunity, eligibility, score, parts, reasons }: Match, now: Date) => ({
  opportunity: opportunityShape(opportunity, now),
  eligibility,
  score,
  parts,
  reasons,
})
