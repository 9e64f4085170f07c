import { type ApplicantType, applicantTypesNamed, VCSE } from '../domain/applicant-type.ts'
import { type AreaCode, areaOfCode } from '../domain/area.ts'
import { type Fact, inferred, stated, statedOrUnknown, UNKNOWN } from '../domain/fact.ts'
import { NO_RULES, type Rules } from '../domain/rules.ts'
import { type CommonGrant, CostSharing, UkAreas } from './common-grants-schema.ts'

/** The values of the standard; those that stand for no kind of ours are left out. */
const APPLICANT_TYPES: Readonly<Record<string, readonly ApplicantType[]>> = {
  individual: ['individual'],
  government_municipal: ['local_authority'],
  government_county: ['local_authority'],
  school_district_independent: ['school'],
  higher_education_public: ['university'],
  higher_education_private: ['university'],
  non_profit_with_501c3: VCSE,
  nonprofit_without_501c3: VCSE,
  for_profit_small_business: ['company'],
  for_profit_not_small_business: ['company'],
}

/** Names that services of the UK give to kinds of applicant, after `uk_`, and ours. */
const UK_TYPES: Readonly<Record<string, string>> = {
  cic_limited_by_guarantee: 'cic_guarantee',
  cic_limited_by_shares: 'cic_shares',
  company_limited_by_guarantee: 'company_guarantee',
  unincorporated_group: 'unincorporated',
}

/** The rules of a listed call that stand in fields of their own. */
export const readCommonRules = (grant: CommonGrant): Rules => ({
  ...NO_RULES,
  applicantTypes: readApplicantTypes(grant),
  areas: readAreas(grant),
  matchPercent: readMatch(grant),
})

/** Where one of the values is not known, those that are say who may apply, and nothing of who may not. */
function readApplicantTypes({ acceptedApplicantTypes }: CommonGrant): Fact<readonly ApplicantType[]> {
  if (acceptedApplicantTypes.some(({ value }) => value === 'unrestricted')) return UNKNOWN
  const words = acceptedApplicantTypes.map(({ value, customValue }) => customValue ?? value ?? '')
  const kinds = words.map((word) => APPLICANT_TYPES[word] ?? ukTypes(word))
  const types = [...new Set(kinds.flat())]
  if (types.length === 0) return UNKNOWN
  return kinds.every((kind) => kind.length > 0) ? stated(types) : inferred(types, words.join(', '))
}

function ukTypes(word: string): readonly ApplicantType[] {
  const name = word.replace(/^uk_/, '')
  return applicantTypesNamed(UK_TYPES[name] ?? name)
}

/** A code that is not known may be anywhere, so then the others say nothing. */
function readAreas({ customFields }: CommonGrant): Fact<readonly AreaCode[]> {
  const areas = UkAreas.parse(customFields.ukAreas.value).map(({ code }) => areaOfCode(code ?? '')?.code)
  const known = areas.filter((code) => code !== undefined)
  return known.length > 0 && known.length === areas.length ? stated(known) : UNKNOWN
}

function readMatch({ customFields }: CommonGrant): Fact<number> {
  const { isRequired, percentage } = CostSharing.parse(customFields.costSharing.value)
  return isRequired === false ? UNKNOWN : statedOrUnknown(percentage)
}
