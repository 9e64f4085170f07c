import type { ApplicantType } from '../../domain/applicant-type.ts'
import { factValue } from '../../domain/fact.ts'
import { type CouncilRole, sayCouncilRole } from '../../domain/vocabulary.ts'
import { findingsOf, type Rule, toDo } from './rule.ts'

const { pass, fail, notTold } = findingsOf<CouncilRole>()

const COUNCILS: readonly ApplicantType[] = ['local_authority', 'parish_council']

const unknown = notTold(
  'legalForm',
  ({ terms }) => `${sayCouncilRole(terms)}, and we do not know your legal form.`,
  () => 'Are you a council?',
)
const mayLead = pass(({ terms }) => `${sayCouncilRole(terms)}, and you are one.`)
const notACouncil = pass(({ terms }) => `${sayCouncilRole(terms)}; you are not one.`)
const mayNotTakePart = fail(mayLead.sentence, null)
const mayNotLead = fail(
  mayLead.sentence,
  () => 'Opens with a partner that is not a council, in the lead.',
  () => [toDo('Bid with a partner in the lead that is not a council', { legalForm: 'registered_charity' })],
)
const needsCouncil = fail(
  ({ terms }) => `${sayCouncilRole(terms)}, and you are not one.`,
  () => 'Opens with a council in the lead.',
  () => [toDo('Bid with a council in the lead', { legalForm: 'local_authority' })],
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
    if (legalForm === null) return unknown
    const isCouncil = COUNCILS.includes(legalForm)
    if (role === 'must_lead') return isCouncil ? mayLead : needsCouncil
    if (!isCouncil) return notACouncil
    return AS_COUNCIL[role]
  },
  wish: (role) => WISHES[role],
}

/** What each role is to a council, where it need not lead. */
const AS_COUNCIL = {
  any: mayLead,
  lead_only: mayLead,
  join_only: mayNotLead,
  none: mayNotTakePart,
} as const

const WISHES: Readonly<Record<CouncilRole, string>> = {
  any: 'see a council lead a bid or join one',
  lead_only: 'see a council lead a bid than join one',
  join_only: 'see a council join a bid than lead one',
  none: 'fund bids without a council',
  must_lead: 'see a council lead the bid',
}
