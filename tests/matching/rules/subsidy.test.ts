import { describe, expect, test } from 'vitest'
import { stated } from '../../../src/domain/fact.ts'
import type { RuleOutcome } from '../../../src/domain/match.ts'
import type { Opportunity } from '../../../src/domain/opportunity.ts'
import { judgeEligibility } from '../../../src/matching/eligibility.ts'
import { MOST_ASSISTANCE } from '../../../src/matching/rules/subsidy.ts'
import { anOpportunity, anOrganisation, rules } from '../../support/builders.ts'
import { judge, open, outcome } from '../judged.ts'

const given = rules({ ...open, minimalFinancialAssistance: stated(true) })

describe('minimal financial assistance', () => {
  const subsidy = (had: number, needMin: number | null, over: Partial<Opportunity>) =>
    outcome('subsidy', judge({ subsidyReceived: had, needMin }, { rules: given, ...over }))

  test.for<[string, number, number | null, Partial<Opportunity>, RuleOutcome['outcome']]>([
    ['with room for the smallest award', MOST_ASSISTANCE - 100_000, null, {}, 'pass'],
    ['a penny short of that', MOST_ASSISTANCE - 99_999, null, {}, 'fail'],
    ['with room for the least that is looked for', MOST_ASSISTANCE - 200_000, 200_000, {}, 'pass'],
    ['a penny short of that too', MOST_ASSISTANCE - 199_999, 200_000, {}, 'fail'],
    ['with a penny left, where nobody says how much', MOST_ASSISTANCE - 1, null, { awardMin: null }, 'pass'],
    ['with nothing left', MOST_ASSISTANCE, null, { awardMin: null }, 'fail'],
    ['where awards are in another currency', MOST_ASSISTANCE - 1, null, { currency: 'EUR' }, 'pass'],
  ])('%s', ([, had, needMin, over, expected]) => {
    expect(subsidy(had, needMin, over)?.outcome).toBe(expected)
  })

  test('is £315,000 in all', () => {
    expect(subsidy(0, null, {})?.sentence).toContain('at most £315,000 over three fiscal years')
  })

  test.for([
    ['2027-03-31T12:00:00Z', '1 April 2027'],
    ['2027-04-01T12:00:00Z', '1 April 2028'],
  ] as const)('names the next fiscal year on %s', ([now, day]) => {
    const opportunity = anOpportunity({ rules: given, deadline: { ...ROLLING } })
    const judged = judgeEligibility(
      new Date(now),
      anOrganisation({ subsidyReceived: MOST_ASSISTANCE }),
      opportunity,
    )
    expect(outcome('subsidy', judged)?.opens).toContain(day)
  })
})

const ROLLING = { kind: 'rolling', zone: 'Europe/London', rounds: [], note: null } as const
