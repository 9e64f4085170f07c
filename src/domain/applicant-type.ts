import * as z from 'zod'
import { listWords } from '../base/text.ts'

/** Who may apply, in the kinds that UK funders tell apart. An organisation's legal form is one of them. */
export const ApplicantType = z.enum([
  'registered_charity',
  'cio',
  'cic_guarantee',
  'cic_shares',
  'community_benefit_society',
  'company_guarantee',
  'unincorporated',
  'parish_council',
  'local_authority',
  'school',
  'university',
  'nhs_body',
  'company',
  'individual',
])
export type ApplicantType = z.infer<typeof ApplicantType>

const SAID: Readonly<Record<ApplicantType, string>> = {
  registered_charity: 'registered charities',
  cio: 'charitable incorporated organisations',
  cic_guarantee: 'community interest companies limited by guarantee',
  cic_shares: 'community interest companies limited by shares',
  community_benefit_society: 'community benefit societies',
  company_guarantee: 'companies limited by guarantee',
  unincorporated: 'unincorporated groups',
  parish_council: 'parish and town councils',
  local_authority: 'local authorities',
  school: 'schools',
  university: 'universities',
  nhs_body: 'NHS bodies',
  company: 'companies',
  individual: 'individuals',
}

const SAID_ONE: Readonly<Record<ApplicantType, string>> = {
  registered_charity: 'registered charity',
  cio: 'charitable incorporated organisation',
  cic_guarantee: 'community interest company limited by guarantee',
  cic_shares: 'community interest company limited by shares',
  community_benefit_society: 'community benefit society',
  company_guarantee: 'company limited by guarantee',
  unincorporated: 'unincorporated group',
  parish_council: 'parish or town council',
  local_authority: 'local authority',
  school: 'school',
  university: 'university',
  nhs_body: 'NHS body',
  company: 'company',
  individual: 'individual',
}

/** Every kind that counts as voluntary, community or social enterprise. */
export const VCSE: readonly ApplicantType[] = [
  'registered_charity',
  'cio',
  'cic_guarantee',
  'cic_shares',
  'community_benefit_society',
  'company_guarantee',
  'unincorporated',
]

/** Words for several kinds at once, as lists of calls use them. */
const GROUPS: Readonly<Record<string, readonly ApplicantType[]>> = {
  vcse: VCSE,
  charity: ['registered_charity', 'cio'],
  cic: ['cic_guarantee', 'cic_shares'],
  not_for_profit: VCSE,
  public_sector: ['local_authority', 'parish_council', 'nhs_body', 'school', 'university'],
}

/** The kinds that a word in a list stands for; empty when it is none of ours. */
export function applicantTypesNamed(word: string): readonly ApplicantType[] {
  const key = word
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_')
  const one = ApplicantType.safeParse(key)
  return one.success ? [one.data] : (GROUPS[key] ?? [])
}

/** @example sayApplicantTypes(['cio', 'school']) // 'charitable incorporated organisations and schools' */
export function sayApplicantTypes(types: readonly ApplicantType[]): string {
  const rest = types.filter((type) => !VCSE.includes(type))
  const all = VCSE.every((type) => types.includes(type))
  return all
    ? listWords([
        'voluntary, community and social enterprises of every legal form',
        ...rest.map((t) => SAID[t]),
      ])
    : listWords(types.map((type) => SAID[type]))
}

/** @example sayApplicantType('cio') // 'charitable incorporated organisation' */
export const sayApplicantType = (type: ApplicantType): string => SAID_ONE[type]
