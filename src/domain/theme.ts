import * as z from 'zod'
import { slug } from '../base/text.ts'

/** What an opportunity pays for, or an organisation works on. */
export const THEMES = {
  advice: 'Advice and money',
  arts: 'Arts, culture and heritage',
  children: 'Children and families',
  community: 'Community life and places',
  crime: 'Crime and community safety',
  disability: 'Disability',
  domestic_abuse: 'Domestic abuse and violence',
  education: 'Education and training',
  employment: 'Work and skills',
  environment: 'Environment and climate',
  equality: 'Equality and rights',
  food: 'Food',
  health: 'Health',
  homelessness: 'Housing and homelessness',
  mental_health: 'Mental health and wellbeing',
  older_people: 'Older people',
  refugees: 'Refugees and migrants',
  social_care: 'Care and independent living',
  sport: 'Sport and physical activity',
  transport: 'Transport',
  volunteering: 'Volunteering and the sector itself',
  young_people: 'Young people',
} as const

export const Theme = z.enum(Object.keys(THEMES) as [keyof typeof THEMES, ...(keyof typeof THEMES)[]])
export type Theme = z.infer<typeof Theme>

/** The people that a service is for. It describes the service, never a person. */
export const BENEFICIARIES = {
  anyone: 'Anyone',
  carers: 'Carers',
  children: 'Children',
  disabled_people: 'Disabled people',
  ethnic_minorities: 'People from ethnic minorities',
  families: 'Families',
  homeless_people: 'People who are or may become homeless',
  lgbt_people: 'LGBT+ people',
  low_incomes: 'People on low incomes',
  offenders: 'People who have offended',
  older_people: 'Older people',
  refugees: 'Refugees and people seeking asylum',
  rural: 'People in rural places',
  substance_users: 'People who use drugs or alcohol',
  unemployed: 'People out of work',
  veterans: 'Veterans and their families',
  victims: 'Victims of crime or abuse',
  women: 'Women and girls',
  mental_illness: 'People with mental ill health',
  young_people: 'Young people',
} as const

export const Beneficiary = z.enum(
  Object.keys(BENEFICIARIES) as [keyof typeof BENEFICIARIES, ...(keyof typeof BENEFICIARIES)[]],
)
export type Beneficiary = z.infer<typeof Beneficiary>

const THEMES_BY_NAME = byName(THEMES)
const BENEFICIARIES_BY_NAME = byName(BENEFICIARIES)

/** The theme with that code or label; undefined when it is none of ours. */
export const themeNamed = (word: string): Theme | undefined => THEMES_BY_NAME.get(slug(word))

/** The group with that code or label; undefined when it is none of ours. */
export const beneficiaryNamed = (word: string): Beneficiary | undefined =>
  BENEFICIARIES_BY_NAME.get(slug(word))

function byName<Code extends string>(labels: Readonly<Record<Code, string>>): ReadonlyMap<string, Code> {
  const codes = Object.keys(labels) as Code[]
  return new Map(codes.flatMap((code) => [[slug(code), code] as const, [slug(labels[code]), code] as const]))
}
