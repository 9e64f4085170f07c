import { type Cell, readDay, readMoney, readWhole, readYesNo } from '../base/cells.ts'
import type { PastBid, Standing } from '../domain/standing.ts'
import { CostType, Policy, Use } from '../domain/vocabulary.ts'
import type { RowReader } from './row-reader.ts'

/** Columns of what funders ask about an organisation, in the order in which they are documented. */
export const STANDING_COLUMNS = [
  'beneficiary_areas',
  'accounts_from',
  'cost_types',
  'duration_min',
  'duration_max',
  'match_percent',
  'partners',
  'trustees',
  'signatories',
  'bank_account',
  'dissolution_clause',
  'policies',
  'reserves_months',
  'history',
  'uses',
  'subsidy_received',
] as const
type StandingColumn = (typeof STANDING_COLUMNS)[number]

/** What the row tells of it; what is wrong goes to the reader's faults. */
export function parseStanding<Column extends string>(reader: RowReader<Column | StandingColumn>): Standing {
  const { cell, coded, areas } = reader
  return {
    beneficiaryAreas: areas('beneficiary_areas'),
    accountsFrom: cell('accounts_from', readDay),
    costs: coded('cost_types', wordOf(CostType), `one of ${CostType.options.join(', ')}`),
    durationMin: cell('duration_min', months),
    durationMax: cell('duration_max', months),
    matchPercent: cell('match_percent', (words) => readWhole(words.replace(/\s*%$/, ''), 0, 100)),
    partners: cell('partners', people),
    unrelatedTrustees: cell('trustees', people),
    unrelatedSignatories: cell('signatories', people),
    hasBankAccount: cell('bank_account', readYesNo),
    hasDissolutionClause: cell('dissolution_clause', readYesNo),
    policies: orNone(reader, 'policies', () =>
      coded('policies', wordOf(Policy), `one of ${Policy.options.join(', ')}`),
    ),
    reservesMonths: cell('reserves_months', months),
    history: orNone(reader, 'history', () =>
      coded('history', pastBid, 'like "The Example Fund | 2025-03-01 | awarded | 2026-03-31"'),
    ),
    uses: orNone(reader, 'uses', () => coded('uses', wordOf(Use), `one of ${Use.options.join(', ')}`)),
    subsidyReceived: cell('subsidy_received', readMoney),
  }
}

const months = (words: string) => readWhole(words, 0, 600)
const people = (words: string) => readWhole(words, 0, 100)

/** Nothing told is null; to have told that there is none is an empty list. */
function orNone<Column extends string, T>(
  { text }: RowReader<Column>,
  column: Column,
  read: () => readonly T[],
): readonly T[] | null {
  if (text(column) === '') return null
  return text(column).toLowerCase() === 'none' ? [] : read()
}

const wordOf =
  <T extends string>({ options }: { readonly options: readonly T[] }) =>
  (word: string): T | undefined =>
    options.find((option) => option === word.toLowerCase().replace(/[\s-]+/g, '_'))

/** `funder | day of the bid | outcome | last day of the award | id of the funder`; all but the first may be empty. */
function pastBid(text: string): PastBid | undefined {
  const [funder = '', applied = '', came = '', ends = '', id = '', ...rest] = text
    .split('|')
    .map((part) => part.trim())
  const [appliedOn, endsOn] = [readDay(applied), readDay(ends)]
  const outcome = OUTCOMES[came.toLowerCase().replace(/[\s-]+/g, '_')]
  if (funder === '' || rest.length > 0 || outcome === undefined || !isRead(appliedOn) || !isRead(endsOn)) {
    return undefined
  }
  return { funder, funderId: id || null, appliedOn: appliedOn.value, outcome, endsOn: endsOn.value }
}

const OUTCOMES: Readonly<Record<string, PastBid['outcome']>> = {
  '': null,
  awarded: 'awarded',
  not_awarded: 'not_awarded',
  waiting: 'waiting',
}

const isRead = <T>(cell: Cell<T>): cell is Extract<Cell<T>, { ok: true }> => cell.ok
