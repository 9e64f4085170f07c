import { listWords } from '../../base/text.ts'
import { type ApplicantType, sayApplicantType, sayApplicantTypes, VCSE } from '../../domain/applicant-type.ts'
import { isOnCharityRegister, type Organisation } from '../../domain/organisation.ts'
import { type Asked, type Finding, findingsOf, type Rule, toDo } from './rule.ts'

interface Terms {
  /** Null when the funder does not say. */
  readonly accepted: readonly ApplicantType[] | null
  /** Such a list can be incomplete. */
  readonly isInferred: boolean
  /** A notice that says whom it suits has said who may apply, as far as they are concerned. */
  readonly suitsSector: boolean
}

const { pass, fail, unclear, notTold, notStated } = findingsOf<Terms>()

/** Forms that may be charities without a number: excepted, exempt, or too small to register. */
const MAY_BE_CHARITY: readonly ApplicantType[] = [
  'unincorporated',
  'company_guarantee',
  'community_benefit_society',
  'school',
  'university',
]

/** Forms that are, in law, also another one; whether a funder counts them so is for the funder to say. */
const ALSO: Readonly<Partial<Record<ApplicantType, readonly ApplicantType[]>>> = {
  cic_guarantee: ['company_guarantee', 'company'],
  cic_shares: ['company'],
  company_guarantee: ['company'],
}

const suits = pass(() => 'The notice says that it suits voluntary, community and social enterprises.')
const unlisted = notStated(
  () => 'We do not know who may apply.',
  () => 'Check on the funder’s page who may apply.',
)
const empty = unclear(
  () => 'The funder limits who may apply, and names nobody.',
  () => 'Who may apply?',
)
const individualsOnly = fail(() => 'This is only for individuals, and you are an organisation.', null)
const registered = pass(() => 'You are on a charity register, and registered charities may apply.')
const formNotTold = notTold(
  'legalForm',
  ({ terms }) => `This is for ${sayAccepted(terms)}, and we do not know your legal form.`,
  () => 'What is your legal form, and do you have a charity number?',
)
const listed = pass((asked) => `You are ${sayYours(asked)}, and may apply.`)
const cioIsCharity = pass(
  (asked) => `You are ${sayYours(asked)}, which is a registered charity, and may apply.`,
)
const mayBeCharity = notTold(
  'orgIds',
  ({ terms }) => `This is for ${sayAccepted(terms)}, and we do not know whether you are a charity.`,
  () => 'Are you an excepted, exempt or small unregistered charity, or do you have a charity number?',
)
const mayBeCio = unclear(
  ({ terms }) => `This is for ${sayAccepted(terms)}.`,
  () => 'Are you a charitable incorporated organisation?',
)
const alsoAnother = unclear(
  (asked) => `This is for ${sayAccepted(asked.terms)}, and you are ${sayYours(asked)}.`,
  ({ terms, organisation }) => {
    const also = alsoIn(organisation.legalForm, terms.accepted ?? [])
    return `Does the funder count you among ${sayApplicantTypes(also ? [also] : [])}?`
  },
)
const otherForm = fail(
  (asked) => `This is only for ${sayAccepted(asked.terms)}, and you are ${sayYours(asked)}.`,
  ({ terms }) => `Opens with a lead partner from among ${sayAccepted(terms)}.`,
  ({ terms }) =>
    (terms.accepted ?? [])
      .filter((type) => type !== 'individual')
      .map((type) => toDo(`Bid with ${sayOne(type)} in the lead`, { legalForm: type, orgIds: [] })),
)
const lacking = unclear(otherForm.sentence, () => 'Does the funder’s wording leave you out?')
const lackingIndividuals = unclear(individualsOnly.sentence, () => 'Does the funder’s wording leave you out?')

/** Whether the funder takes this kind of organisation. No register number is never a no by itself. */
export const legalForm: Rule<Terms> = {
  name: 'legal_form',
  profile: ['legalForm', 'orgIds'],
  facts: ['applicantTypes'],
  fields: ['vcseSignals'],
  read: ({ rules: { applicantTypes: fact }, vcseSignals }) => ({
    accepted: fact.basis === 'unknown' ? null : fact.value,
    isInferred: fact.basis === 'inferred',
    suitsSector: vcseSignals.includes('suitable'),
  }),
  judge(terms, organisation) {
    if (terms.accepted === null) return judgeUnlisted(terms, organisation)
    if (terms.accepted.length === 0) return empty
    const finding = judgeListed(organisation, terms.accepted)
    if (!terms.isInferred || finding.outcome !== 'fail') return finding
    return finding === individualsOnly ? lackingIndividuals : lacking
  },
  wish: (terms) => `fund ${sayAccepted(terms)}`,
}

const judgeUnlisted = ({ suitsSector }: Terms, { legalForm: form }: Organisation): Finding<Terms> =>
  suitsSector && form !== null && VCSE.includes(form) ? suits : unlisted

function judgeListed(organisation: Organisation, accepted: readonly ApplicantType[]): Finding<Terms> {
  const form = organisation.legalForm
  // Who has not told a form is an organisation all the same.
  if (form !== 'individual' && accepted.every((type) => type === 'individual')) return individualsOnly
  if (accepted.includes('registered_charity') && isOnCharityRegister(organisation)) return registered
  return form === null ? formNotTold : judgeForm(form, accepted)
}

function judgeForm(form: ApplicantType, accepted: readonly ApplicantType[]): Finding<Terms> {
  if (accepted.includes(form)) return listed
  if (accepted.includes('registered_charity')) {
    if (form === 'cio') return cioIsCharity
    if (MAY_BE_CHARITY.includes(form)) return mayBeCharity
  }
  if (form === 'registered_charity' && accepted.includes('cio')) return mayBeCio
  return alsoIn(form, accepted) ? alsoAnother : otherForm
}

const alsoIn = (form: ApplicantType | null, accepted: readonly ApplicantType[]): ApplicantType | undefined =>
  form === null ? undefined : ALSO[form]?.find((type) => accepted.includes(type))

/** The list in words; a long one by its first kinds. */
function sayAccepted({ accepted }: Terms): string {
  const types = accepted ?? []
  const whole = sayApplicantTypes(types)
  if (types.length <= 5 || whole.length < 120) return whole
  return listWords([...types.slice(0, 4).map((type) => sayApplicantTypes([type])), 'some others'])
}

const sayYours = ({ organisation: { legalForm: form } }: Asked<Terms>): string =>
  form === null ? 'an organisation' : sayOne(form)

/** @example sayOne('nhs_body') // 'an NHS body' */
function sayOne(type: ApplicantType): string {
  const noun = sayApplicantType(type)
  return `${/^([aeio]|NHS|uni(?!v))/i.test(noun) ? 'an' : 'a'} ${noun}`
}
