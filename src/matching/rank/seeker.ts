import type { Organisation } from '../../domain/organisation.ts'
import type { Applicant } from '../profile/applicant.ts'

/** The facts of an organisation that ranking reads: those that rules ask for. Its texts are not read. */
export type SeekerFacts = Organisation

/** What ranking needs of an organisation. */
export interface Seeker extends Pick<Applicant, 'where' | 'wishes' | 'keys' | 'pulls'> {
  /** Read only where the rest does not settle it: some work them out when they are asked for. */
  readonly organisation: SeekerFacts
}
