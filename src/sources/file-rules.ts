import { type Fact, preferred, stated, statedOrUnknown, UNKNOWN } from '../domain/fact.ts'
import type { ReapplyGap, RuleKey, Rules } from '../domain/rules.ts'
import { CostType, CouncilRole, Policy, Register, Use } from '../domain/vocabulary.ts'
import { BadCell, listCell, moneyCell, spanOf, textCell, wholeCell, yesNoCell } from './file-cells.ts'
import type { Column, Row } from './file-columns.ts'
import { applicantTypesCell, areasCell, beneficiariesCell, wordCell, wordsCell } from './file-words.ts'

/** What the row says of who may apply and for what. @throws BadCell for the first cell that cannot be read */
export const readRules = (row: Row): Rules => withWishes(row, { ...readApplicant(row), ...readBid(row) })

const readApplicant = (row: Row) => ({
  applicantTypes: statedList(applicantTypesCell(row)),
  areas: areasCell(row, 'areas'),
  ...spanOf(moneyCell, row, ['income_min', 'income_max'], (incomeMin, incomeMax) => ({
    incomeMin: statedOrUnknown(incomeMin),
    incomeMax: statedOrUnknown(incomeMax),
  })),
  supplierList: UNKNOWN,
  registers: statedList(wordsCell(row, 'registers', Register)),
  monthsRunning: number(row, 'months_running', MOST_MONTHS),
  monthsOfAccounts: number(row, 'months_of_accounts', MOST_MONTHS),
  unrelatedTrustees: number(row, 'trustees', MOST_PEOPLE),
  unrelatedSignatories: number(row, 'signatories', MOST_PEOPLE),
  bankAccount: statedOrUnknown(yesNoCell(row, 'bank_account')),
  dissolutionClause: statedOrUnknown(yesNoCell(row, 'dissolution_clause')),
  policies: statedList(wordsCell(row, 'policies', Policy)),
  reservesMax: number(row, 'reserves_max', MOST_MONTHS),
  reapplyGap: statedOrUnknown(gapCell(row)),
  oneLiveAward: statedOrUnknown(yesNoCell(row, 'one_live_award')),
  councils: statedOrUnknown(wordCell(row, 'councils', CouncilRole)),
})

const readBid = (row: Row) => ({
  beneficiaryAreas: areasCell(row, 'beneficiary_areas'),
  beneficiaries: statedList(beneficiariesCell(row, 'beneficiaries_required')),
  percentOfIncome: number(row, 'percent_of_income', 1000),
  costs: statedList(wordsCell(row, 'cost_types', CostType)),
  costsNotPaid: statedList(wordsCell(row, 'cost_types_not_paid', CostType)),
  ...spanOf(monthsCell, row, ['duration_min', 'duration_max'], (durationMin, durationMax) => ({
    durationMin: statedOrUnknown(durationMin),
    durationMax: statedOrUnknown(durationMax),
  })),
  matchPercent: number(row, 'match_percent', 1000),
  partners: number(row, 'partners_needed', MOST_PEOPLE),
  notFor: statedList(wordsCell(row, 'not_for', Use)),
  minimalFinancialAssistance: statedOrUnknown(yesNoCell(row, 'subsidy')),
  closesAfter: number(row, 'closes_after', 1_000_000),
})

const MOST_MONTHS = 600
const MOST_PEOPLE = 100

/** An empty list says nothing: it does not mean nobody, or nowhere. */
const statedList = <T>(items: readonly T[]): Fact<readonly T[]> =>
  items.length === 0 ? UNKNOWN : stated(items)

const number = (row: Row, column: Column, most: number): Fact<number> =>
  statedOrUnknown(wholeCell(row, column, 0, most))

const monthsCell = (row: Row, column: Column): number | null => wholeCell(row, column, 0, MOST_MONTHS)

/** `12`, `12 after application` or `24 after award`. */
function gapCell(row: Row): ReapplyGap | null {
  const text = textCell(row, 'reapply')
  if (text === null) return null
  const [, months = '', after = 'application'] =
    /^(\d{1,3})(?:\s+months?)?(?:\s+after\s+(?:an\s+)?(application|award))?$/i.exec(text) ?? []
  if (months === '' || Number(months) > MOST_MONTHS) {
    throw new BadCell('reapply', `is not like “12 after application” or “24 after award”: ${text}`)
  }
  return { months: Number(months), after: after.toLowerCase() === 'award' ? 'award' : 'application' }
}

/** The rule of each column that can be a wish. */
const WISHES: Readonly<Partial<Record<Column, RuleKey>>> = {
  applicant_types: 'applicantTypes',
  areas: 'areas',
  income_min: 'incomeMin',
  income_max: 'incomeMax',
  registers: 'registers',
  councils: 'councils',
  beneficiary_areas: 'beneficiaryAreas',
  beneficiaries_required: 'beneficiaries',
  months_running: 'monthsRunning',
  months_of_accounts: 'monthsOfAccounts',
  percent_of_income: 'percentOfIncome',
  cost_types: 'costs',
  cost_types_not_paid: 'costsNotPaid',
  duration_min: 'durationMin',
  duration_max: 'durationMax',
  match_percent: 'matchPercent',
  partners_needed: 'partners',
  trustees: 'unrelatedTrustees',
  signatories: 'unrelatedSignatories',
  bank_account: 'bankAccount',
  dissolution_clause: 'dissolutionClause',
  policies: 'policies',
  reserves_max: 'reservesMax',
  reapply: 'reapplyGap',
  one_live_award: 'oneLiveAward',
  not_for: 'notFor',
}

/** Makes wishes of the rules whose columns the cell `preferred` names. */
function withWishes(row: Row, rules: Rules): Rules {
  const wishes = listCell(row, 'preferred').map((name) => {
    const key = new Map<string, RuleKey>(Object.entries(WISHES)).get(
      name.toLowerCase().replace(/[\s-]+/g, '_'),
    )
    if (key === undefined) throw new BadCell('preferred', `must name columns of rules: ${name}`)
    return [key, preferred<unknown>(rules[key])] as const
  })
  return { ...rules, ...Object.fromEntries(wishes) }
}
