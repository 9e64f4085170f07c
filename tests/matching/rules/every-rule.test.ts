import { describe, expect, test } from 'vitest'
import { isoDate } from '../../../src/base/date.ts'
import { inferred, preferred, stated } from '../../../src/domain/fact.ts'
import type { RuleName, RuleOutcome } from '../../../src/domain/match.ts'
import type { Organisation } from '../../../src/domain/organisation.ts'
import type { RuleKey, Rules } from '../../../src/domain/rules.ts'
import { NOTHING_TOLD, type PastBid } from '../../../src/domain/standing.ts'
import { BRISTOL, SOUTH_GLOUCESTERSHIRE } from '../../support/builders.ts'
import { judge, judgeRules, outcome } from '../judged.ts'

interface Case {
  readonly rule: RuleName
  readonly key: RuleKey
  readonly value: unknown
  readonly meets: Partial<Organisation>
  /** Null when nothing is a no. */
  readonly fails: Partial<Organisation> | null
  /** What would have to change for that no. */
  readonly opens?: string | null
  readonly notTold?: Partial<Organisation>
  /** What a pass becomes when it was read from words; a pass, unless said. */
  readonly inferred?: RuleOutcome['outcome']
}

const bid = (over: Partial<PastBid>): PastBid => ({
  funder: 'The Example Fund',
  funderId: null,
  appliedOn: isoDate('2026-03-01'),
  outcome: 'awarded',
  endsOn: isoDate('2027-03-31'),
  ...over,
})

const CASES: readonly Case[] = [
  {
    rule: 'registration',
    key: 'registers',
    value: ['charity', 'company'],
    meets: { orgIds: ['GB-COH-01234567'] },
    fails: null,
    notTold: { orgIds: [] },
  },
  {
    rule: 'beneficiary_area',
    inferred: 'unclear',
    key: 'beneficiaryAreas',
    value: [BRISTOL],
    meets: { beneficiaryAreas: [BRISTOL] },
    fails: { beneficiaryAreas: [SOUTH_GLOUCESTERSHIRE] },
    opens: 'Opens if you helped people who live in Bristol.',
  },
  {
    rule: 'beneficiaries',
    key: 'beneficiaries',
    value: ['carers', 'veterans'],
    meets: { beneficiaries: ['carers'] },
    fails: { beneficiaries: ['women'] },
    opens: 'Opens with work for carers or veterans and their families.',
    notTold: { beneficiaries: [] },
  },
  {
    rule: 'running',
    key: 'monthsRunning',
    value: 24,
    meets: { foundedOn: isoDate('2020-01-01') },
    fails: { foundedOn: isoDate('2025-09-15') },
    opens: 'Opens once you have been running for 2 years, on 15 September 2027, if it runs again.',
    notTold: { foundedOn: null },
  },
  {
    rule: 'accounts',
    key: 'monthsOfAccounts',
    value: 12,
    meets: { accountsFrom: isoDate('2020-04-01') },
    fails: { accountsFrom: isoDate('2026-06-03') },
    opens: 'Opens once you have accounts of 1 year, on 3 June 2027, if it runs again.',
  },
  {
    rule: 'share_of_income',
    key: 'percentOfIncome',
    value: 25,
    meets: { income: 4_000_000, needMin: 1_000_000 },
    fails: { income: 4_000_000, needMin: 1_000_001 },
    opens: 'Opens if you looked for £10,000 or less.',
    notTold: { income: null },
  },
  {
    rule: 'costs',
    key: 'costs',
    value: ['project', 'salaries'],
    meets: { costs: ['salaries', 'capital'] },
    fails: { costs: ['core'] },
    opens: 'Opens if you needed money for project costs or salaries.',
  },
  {
    rule: 'costs',
    key: 'costsNotPaid',
    value: ['capital'],
    meets: { costs: ['capital', 'core'] },
    fails: { costs: ['capital'] },
    opens: 'Opens if you needed money for something else.',
  },
  {
    rule: 'duration',
    key: 'durationMin',
    value: 12,
    meets: { durationMax: 12 },
    fails: { durationMax: 11 },
    opens: 'Opens with a plan for 1 year or more.',
  },
  {
    rule: 'duration',
    key: 'durationMax',
    value: 24,
    meets: { durationMin: 24 },
    fails: { durationMin: 25 },
    opens: 'Opens with a plan for 2 years or less.',
  },
  {
    rule: 'match_funding',
    key: 'matchPercent',
    value: 20,
    meets: { matchPercent: 20 },
    fails: { matchPercent: 19 },
    opens: 'Opens if you could find 20% of the cost elsewhere.',
  },
  {
    rule: 'partners',
    key: 'partners',
    value: 2,
    meets: { partners: 2 },
    fails: { partners: 1 },
    opens: 'Opens with 1 more partner.',
  },
  {
    rule: 'trustees',
    key: 'unrelatedTrustees',
    value: 3,
    meets: { unrelatedTrustees: 3 },
    fails: { unrelatedTrustees: 2 },
    opens: 'Opens with 1 more who is not related.',
  },
  {
    rule: 'signatories',
    key: 'unrelatedSignatories',
    value: 2,
    meets: { unrelatedSignatories: 2 },
    fails: { unrelatedSignatories: 0 },
    opens: 'Opens with 2 more to sign for the account.',
  },
  {
    rule: 'bank_account',
    key: 'bankAccount',
    value: true,
    meets: { hasBankAccount: true },
    fails: { hasBankAccount: false },
    opens: 'Opens with a bank account in your own name, or a partner that holds the money for you.',
  },
  {
    rule: 'governing_document',
    key: 'dissolutionClause',
    value: true,
    meets: { hasDissolutionClause: true },
    fails: { hasDissolutionClause: false },
    opens: 'Opens once your governing document says so.',
    notTold: { legalForm: 'registered_charity' },
  },
  {
    rule: 'policies',
    key: 'policies',
    value: ['safeguarding', 'equality'],
    meets: { policies: ['equality', 'safeguarding'] },
    fails: { policies: ['equality'] },
    opens: 'Opens with a policy on safeguarding.',
  },
  {
    rule: 'reserves',
    key: 'reservesMax',
    value: 12,
    meets: { reservesMonths: 12 },
    fails: { reservesMonths: 13 },
    opens: 'Opens if your free reserves were 1 year or less.',
  },
  {
    rule: 'reapply',
    key: 'reapplyGap',
    value: { months: 12, after: 'application' },
    meets: { history: [bid({ appliedOn: isoDate('2025-06-01') })] },
    fails: { history: [bid({ appliedOn: isoDate('2026-03-01') })] },
    opens: 'Opens on 1 March 2027, if it runs again.',
  },
  {
    rule: 'live_award',
    key: 'oneLiveAward',
    value: true,
    meets: { history: [bid({ endsOn: isoDate('2026-05-31') })] },
    fails: { history: [bid({ endsOn: isoDate('2027-03-31') })] },
    opens: 'Opens when your award has ended, on 1 April 2027, if it runs again.',
  },
  {
    rule: 'councils',
    key: 'councils',
    value: 'must_lead',
    meets: { legalForm: 'local_authority' },
    fails: { legalForm: 'registered_charity' },
    opens: 'Opens with a council in the lead.',
    notTold: { legalForm: null },
  },
  {
    rule: 'exclusions',
    key: 'notFor',
    value: ['religious_activity', 'party_politics'],
    meets: { uses: ['onward_grants'] },
    fails: { uses: ['religious_activity'] },
    opens: 'Opens if none of the money went to religious activity.',
  },
  {
    rule: 'subsidy',
    key: 'minimalFinancialAssistance',
    value: true,
    meets: { subsidyReceived: 31_400_000 },
    fails: { subsidyReceived: 31_400_001 },
    opens: 'Opens once that is £314,000 or less; the oldest year drops out on 1 April 2027.',
  },
]

const rulesWith = (key: RuleKey, fact: unknown): Partial<Rules> => ({ [key]: fact })
const APPLICANT = { applicantTypes: preferred(stated(['registered_charity'] as const)) }

const judgeCase = (
  { rule, key, value }: Case,
  organisation: Partial<Organisation>,
  fact: unknown = stated(value),
) => {
  const judged = judgeRules(organisation, { ...APPLICANT, ...rulesWith(key, fact) })
  return { ...outcome(rule, judged), verdict: judged.verdict }
}

test.for(CASES.filter(({ fails }) => fails !== null))(
  '$rule, for $key, fails beside the limit, and says what would have to change',
  (one) => {
    expect(judgeCase(one, one.fails ?? {})).toMatchObject({
      outcome: 'fail',
      verdict: 'ineligible',
      opens: one.opens,
    })
  },
)

describe.for(CASES)('$rule, for $key', (one) => {
  const { rule, key, value, meets, fails, notTold } = one
  const about = (organisation: Partial<Organisation>, fact?: unknown) => judgeCase(one, organisation, fact)

  test('passes at the limit', () => {
    expect(about(meets)).toMatchObject({ outcome: 'pass', verdict: 'eligible', question: null, opens: null })
  })

  test('asks, when the organisation has not told', () => {
    expect(about({ ...NOTHING_TOLD, ...notTold })).toMatchObject({
      outcome: 'unclear',
      verdict: 'unclear',
      question: expect.stringMatching(/^\p{Lu}[^?]*\?$/u),
      profileFields: expect.arrayContaining([Object.keys(fails ?? meets).at(-1)]),
      funderFields: expect.arrayContaining([`rules.${key}`]),
    })
  })

  test('says nothing, when the funder does not', () => {
    expect(outcome(rule, judge(fails ?? {}))).toBeUndefined()
  })

  test('quotes the words that it was read from', () => {
    expect(about(meets, inferred(value, 'their own words'))).toMatchObject({
      outcome: one.inferred ?? 'pass',
      quote: 'their own words',
    })
  })

  test('as a wish shuts nobody out', () => {
    const wish = about(fails ?? { orgIds: [] }, preferred(stated(value)))
    expect(wish).toMatchObject({
      strength: 'preferred',
      verdict: 'eligible',
      sentence: expect.stringMatching(/^They would rather .*does not shut you out\.$/),
    })
    expect(about(meets, preferred(stated(value))).sentence).toMatch(
      /^They would rather .*That is so for you\.$/,
    )
  })
})
