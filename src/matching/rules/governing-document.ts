import { type ApplicantType, sayApplicantType } from '../../domain/applicant-type.ts'
import { factValue } from '../../domain/fact.ts'
import { findingsOf, type Rule, toDo } from './rule.ts'

const { pass, fail, notTold } = findingsOf<true>()

/** A CIO's constitution must say it (Charities Act 2011, s206), and a CIC has an asset lock (2004 Act, s30). */
const BY_LAW: readonly ApplicantType[] = ['cio', 'cic_guarantee', 'cic_shares']

const ASKS = 'Your governing document must say who gets what is left if you close'

const unknown = notTold(
  'hasDissolutionClause',
  () => `${ASKS}, and we do not know whether it does.`,
  () => 'Does your governing document say who gets what is left if you close?',
)
const says = pass(() => `${ASKS}, and it does.`)
const byLaw = pass(
  ({ organisation: { legalForm: form } }) =>
    `${ASKS}; that of a ${form === null ? 'charity' : sayApplicantType(form)} always does.`,
)
const lacks = fail(
  () => `${ASKS}, and it does not.`,
  () => 'Opens once your governing document says so.',
  () => [
    toDo('Say in your governing document who gets what is left if you close', {
      hasDissolutionClause: true,
    }),
  ],
)

/** Whether the organisation's governing document has a clause for the day on which it ends. */
export const governingDocument: Rule<true> = {
  name: 'governing_document',
  profile: ['hasDissolutionClause', 'legalForm'],
  facts: ['dissolutionClause'],
  fields: [],
  read: ({ rules }) => factValue(rules.dissolutionClause) || null,
  judge(_, { hasDissolutionClause: own, legalForm }) {
    if (own === null) return legalForm !== null && BY_LAW.includes(legalForm) ? byLaw : unknown
    return own ? says : lacks
  },
  wish: () => 'fund organisations whose governing document says who gets what is left if they close',
}
