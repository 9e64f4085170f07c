import type { ApplicantType } from '../../src/domain/applicant-type.ts'
import { stated } from '../../src/domain/fact.ts'
import type { RuleName, RuleOutcome } from '../../src/domain/match.ts'
import type { Opportunity } from '../../src/domain/opportunity.ts'
import type { Organisation } from '../../src/domain/organisation.ts'
import type { Rules } from '../../src/domain/rules.ts'
import { judgeEligibility } from '../../src/matching/eligibility.ts'
import { anOpportunity, anOrganisation, rules, SOUTH_GLOUCESTERSHIRE } from '../support/builders.ts'

export const NOW = new Date('2026-06-01T12:00:00Z')
export const charitiesOnly = stated<readonly ApplicantType[]>(['registered_charity', 'cio'])

/** The rules of the usual opportunity: charities, in South Gloucestershire. */
export const open = { applicantTypes: charitiesOnly, areas: stated([SOUTH_GLOUCESTERSHIRE]) }

/** Judges the usual organisation and opportunity, changed as given. */
export const judge = (organisation: Partial<Organisation>, opportunity: Partial<Opportunity> = {}) =>
  judgeEligibility(NOW, anOrganisation(organisation), anOpportunity(opportunity))

/** The same, with only rules changed. */
export const judgeRules = (organisation: Partial<Organisation>, over: Partial<Rules>) =>
  judge(organisation, { rules: rules({ ...open, ...over }) })

/** What one rule said; undefined when it had nothing to say. */
export const outcome = (name: RuleName, { rules: all }: { readonly rules: readonly RuleOutcome[] }) =>
  all.find(({ rule }) => rule === name)
