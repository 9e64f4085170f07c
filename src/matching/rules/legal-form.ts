import { listWords } from '../../base/text.ts'
import { type ApplicantType, sayApplicantType, sayApplicantTypes, VCSE } from '../../domain/applicant-type.ts'
import type { RuleOutcome } from '../../domain/match.ts'
import type { Opportunity, Rules } from '../../domain/opportunity.ts'
import { isOnCharityRegister, type Organisation } from '../../domain/organisation.ts'
import { outcomesOf } from './outcome.ts'

type Applicant = Pick<Organisation, 'legalForm' | 'orgIds'>

interface Offered extends Pick<Opportunity, 'vcseSignals'> {
  readonly rules: Pick<Rules, 'applicantTypes'>
}

const { pass, fail, unclear, notStated } = outcomesOf('legal_form')

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

/**
 * Whether the funder takes this kind of organisation. No register number is never a no by itself.
 * A list that was read from words can be incomplete, so a form that it lacks is `unclear`.
 */
export function judgeLegalForm(
  applicant: Applicant,
  { rules: { applicantTypes: fact }, vcseSignals }: Offered,
): RuleOutcome {
  if (fact.basis === 'unknown' || fact.value.length === 0) return judgeUnlisted(applicant, vcseSignals)
  const verdict = judgeListed(applicant, fact.value)
  if (fact.basis === 'stated') return verdict
  if (verdict.outcome !== 'fail') return { ...verdict, quote: fact.quote }
  return unclear(verdict.sentence, 'Does the funder’s wording leave you out?', fact.quote)
}

/** A notice that says whom it suits has said who may apply, as far as they are concerned. */
const judgeUnlisted = ({ legalForm }: Applicant, signals: Offered['vcseSignals']): RuleOutcome =>
  signals.includes('suitable') && legalForm !== null && VCSE.includes(legalForm)
    ? pass('The notice says that it suits voluntary, community and social enterprises.')
    : notStated('We do not know who may apply.', 'Check on the funder’s page who may apply.')

function judgeListed(applicant: Applicant, accepted: readonly ApplicantType[]): RuleOutcome {
  const only = sayAccepted(accepted)
  if (accepted.every((type) => type === 'individual') && applicant.legalForm !== 'individual') {
    return fail('This is only for individuals, and you are an organisation.')
  }
  if (accepted.includes('registered_charity') && isOnCharityRegister(applicant)) {
    return pass('You are on a charity register, and registered charities may apply.')
  }
  if (applicant.legalForm === null) {
    return unclear(
      `This is for ${only}, and we do not know your legal form.`,
      'What is your legal form, and do you have a charity number?',
    )
  }
  return judgeForm(applicant.legalForm, accepted, isOnCharityRegister(applicant))
}

function judgeForm(
  form: ApplicantType,
  accepted: readonly ApplicantType[],
  registered: boolean,
): RuleOutcome {
  const yours = withArticle(sayApplicantType(form))
  if (accepted.includes(form)) return pass(`You are ${yours}, and may apply.`)
  const charities = accepted.includes('registered_charity')
  if (charities && form === 'cio')
    return pass(`You are ${yours}, which is a registered charity, and may apply.`)
  const only = sayAccepted(accepted)
  if (charities && MAY_BE_CHARITY.includes(form)) {
    return unclear(
      `This is for ${only}, and we do not know whether you are a charity.`,
      'Are you an excepted, exempt or small unregistered charity, or do you have a charity number?',
    )
  }
  if (accepted.includes('cio') && registered) {
    return unclear(`This is for ${only}.`, 'Are you a charitable incorporated organisation?')
  }
  const also = (ALSO[form] ?? []).find((type) => accepted.includes(type))
  if (also) {
    return unclear(
      `This is for ${only}, and you are ${yours}.`,
      `Does the funder count you among ${sayApplicantTypes([also])}?`,
    )
  }
  return fail(`This is only for ${only}, and you are ${yours}.`)
}

/** The list in words; a long one by its first kinds. */
function sayAccepted(accepted: readonly ApplicantType[]): string {
  const whole = sayApplicantTypes(accepted)
  if (accepted.length <= 5 || whole.length < 120) return whole
  return listWords([...accepted.slice(0, 4).map((type) => sayApplicantTypes([type])), 'some others'])
}

const withArticle = (noun: string): string => `${/^([aeio]|NHS|uni(?!v))/i.test(noun) ? 'an' : 'a'} ${noun}`
