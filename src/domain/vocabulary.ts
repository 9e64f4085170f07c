import * as z from 'zod'
import { listWords } from '../base/text.ts'
import { BENEFICIARIES, type Beneficiary } from './theme.ts'

/** What money is spent on. Revenue is everything but capital. */
export const CostType = z.enum(['capital', 'revenue', 'core', 'project', 'salaries'])
export type CostType = z.infer<typeof CostType>

const COSTS: Readonly<Record<CostType, string>> = {
  capital: 'buildings and equipment',
  revenue: 'day-to-day costs',
  core: 'core costs',
  project: 'project costs',
  salaries: 'salaries',
}

/** Papers that funders ask to see. */
export const Policy = z.enum([
  'safeguarding',
  'equality',
  'health_and_safety',
  'data_protection',
  'environment',
  'complaints',
  'finance',
  'volunteering',
  'reserves',
])
export type Policy = z.infer<typeof Policy>

const POLICIES: Readonly<Record<Policy, string>> = {
  safeguarding: 'safeguarding',
  equality: 'equality',
  health_and_safety: 'health and safety',
  data_protection: 'data protection',
  environment: 'environment',
  complaints: 'complaints',
  finance: 'finance',
  volunteering: 'volunteering',
  reserves: 'reserves',
}

/** Uses of money that many funders rule out. */
export const Use = z.enum([
  'religious_activity',
  'party_politics',
  'retrospective_costs',
  'onward_grants',
  'statutory_duty',
])
export type Use = z.infer<typeof Use>

const USES: Readonly<Record<Use, string>> = {
  religious_activity: 'religious activity',
  party_politics: 'party politics',
  retrospective_costs: 'costs from before the award',
  onward_grants: 'grants to others',
  statutory_duty: 'what the law requires a public body to do',
}

/** Public registers that a funder may want an applicant to be on. */
export const Register = z.enum(['charity', 'company', 'mutual'])
export type Register = z.infer<typeof Register>

const REGISTERS: Readonly<Record<Register, string>> = {
  charity: 'a charity register',
  company: 'the register of companies',
  mutual: 'the register of mutual societies',
}

/**
 * The part that a council may take in a bid: any, only the lead, only beside another lead, or none.
 * `must_lead`: a bid is taken from a council only, for all partners.
 */
export const CouncilRole = z.enum(['any', 'lead_only', 'join_only', 'none', 'must_lead'])
export type CouncilRole = z.infer<typeof CouncilRole>

const COUNCIL_ROLES: Readonly<Record<CouncilRole, string>> = {
  any: 'A council may lead a bid or join one',
  lead_only: 'A council may lead a bid, and not join one',
  join_only: 'A council may join a bid, and not lead one',
  none: 'A council may not take part',
  must_lead: 'A council must lead the bid',
}

export const sayCosts = (costs: readonly CostType[], last = 'and'): string =>
  listWords(
    costs.map((cost) => COSTS[cost]),
    last,
  )

/** @example sayPolicies(['equality', 'reserves']) // 'policies on equality and reserves' */
export const sayPolicies = (policies: readonly Policy[]): string =>
  `${policies.length === 1 ? 'a policy' : 'policies'} on ${listWords(policies.map((policy) => POLICIES[policy]))}`

export const sayUses = (uses: readonly Use[], last = 'or'): string =>
  listWords(
    uses.map((use) => USES[use]),
    last,
  )

export const sayRegisters = (registers: readonly Register[]): string =>
  listWords(
    registers.map((register) => REGISTERS[register]),
    'or',
  )

export const sayCouncilRole = (role: CouncilRole): string => COUNCIL_ROLES[role]

/** @example sayBeneficiaries(['carers', 'lgbt_people']) // 'carers or LGBT+ people' */
export const sayBeneficiaries = (groups: readonly Beneficiary[]): string =>
  listWords(
    groups.map((group) => BENEFICIARIES[group].replace(/^(?!LGBT)./, (letter) => letter.toLowerCase())),
    'or',
  )
