import type { Instant } from '../base/date.ts'
import type { Opportunity } from '../domain/opportunity.ts'
import { nextVersion } from './merge-item.ts'

/** What the history of an opportunity has in the place of a source's name for its release. */
const BY_PERSON = 'checked by a person'

/**
 * The version that says how a call has ended, or that it has not, by the word of a person.
 * Its source was not asked, so it counts as checked when it last was.
 */
export function endByPerson(at: Instant, before: Opportunity, ended: 'closed_early' | null) {
  const next = nextVersion(at, before, { ...before, ended })
  const provenance = { ...next.provenance, lastCheckedAt: before.provenance.lastCheckedAt }
  return { opportunity: { ...next, provenance }, changed: ['ended'], revision: BY_PERSON }
}
