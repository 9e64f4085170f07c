import type { ApplicantType } from '../../domain/applicant-type.ts'
import { factValue } from '../../domain/fact.ts'
import { type CouncilRole, sayCouncilRole } from '../../domain/vocabulary.ts'
import { findingsOf, type Rule } from './rule.ts'

const { pass, fail, unclear } = findingsOf<CouncilRole>()

const COUNCILS: readonly ApplicantType[] = ['local_authority', 'parish_council']

const notTold = unclear(
  ({ terms }) => `${sayCouncilRole(terms)}, and we do not know your legal form.`,
  () => 'Are you a council?',
)
const mayLead = pass(({ terms }) => `${sayCouncilRole(terms)}, and you are one.`)
const notACouncil = pass(({ terms }) => `${sayCouncilRole(terms)}; you are not one.`)
const mayNotLead = fail(
  ({ terms }) => `${sayCouncilRole(terms)}, and you are one.`,
  ({ terms }) => (terms === 'join_only' ? 'Opens with a partner that is not a council, in the lead.' : null),
)
const needsCouncil = fail(
  ({ terms }) => `${sayCouncilRole(terms)}, and you are not one.`,
  () => 'Opens with a council in the lead.',
)

/** Whether a bid may be led by the organisation, as a council or as anybody else. */
export const councils: Rule<CouncilRole> = {
  name: 'councils',
  profile: ['legalForm'],
  facts: ['councils'],
  fields: [],
  read({ rules }) {
    const role = factValue(rules.councils)
    return role === 'any' ? null : role
  },
  judge(role, { legalForm }) {
    if (legalForm === null) return notTold
    const isCouncil = COUNCILS.includes(legalForm)
    if (role === 'must_lead') return isCouncil ? mayLead : needsCouncil
    if (!isCouncil) return notACouncil
    return role === 'lead_only' ? mayLead : mayNotLead
  },
  wish: (role) => WISHES[role],
}

const WISHES: Readonly<Record<CouncilRole, string>> = {
  any: 'see a council lead a bid or join one',
  lead_only: 'see a council lead a bid than join one',
  join_only: 'see a council join a bid than lead one',
  none: 'fund bids without a council',
  must_lead: 'see a council lead the bid',
}
