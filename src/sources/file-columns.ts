import { AppError } from '../base/errors.ts'
import { nearestName } from '../base/nearest-name.ts'
import { listWords } from '../base/text.ts'

export const REQUIRED_COLUMNS = ['key', 'title', 'funder', 'url'] as const

/** Every column that a list may have; `docs/data-formats.md` says what each holds. */
export const COLUMNS = [
  ...REQUIRED_COLUMNS,
  'summary',
  'description',
  'kind',
  'funder_id',
  'programme',
  'apply_url',
  'contact_email',
  'award_min',
  'award_max',
  'fund_total',
  'currency',
  'deadline',
  'opens_on',
  'closes_on',
  'closes_time',
  'rounds',
  'deadline_note',
  'forecast',
  'ended',
  'themes',
  'beneficiaries',
  'areas',
  'applicant_types',
  'income_min',
  'income_max',
  'cpv',
  'vcse',
  'lots',
  'revised_on',
  'registers',
  'councils',
  'beneficiary_areas',
  'beneficiaries_required',
  'months_running',
  'months_of_accounts',
  'percent_of_income',
  'cost_types',
  'cost_types_not_paid',
  'duration_min',
  'duration_max',
  'match_percent',
  'partners_needed',
  'trustees',
  'signatories',
  'bank_account',
  'dissolution_clause',
  'policies',
  'reserves_max',
  'reapply',
  'one_live_award',
  'not_for',
  'subsidy',
  'closes_after',
  'preferred',
] as const
export type Column = (typeof COLUMNS)[number]

/** One entry of a list: each cell as text, or as JSON gave it. */
export type Row = Readonly<Partial<Record<Column, unknown>>>

/**
 * Checks the headings of a list, already made column names.
 *
 * @param from - the list's name
 * @throws AppError `source_unavailable` naming what is unknown, missing or there twice
 */
export function checkColumns(names: readonly string[], from: string): void {
  const known: readonly string[] = COLUMNS
  const unknown = names.filter((name) => !known.includes(name)).map(saidUnknown)
  const missing = REQUIRED_COLUMNS.filter((name) => !names.includes(name))
  const twice = names.filter((name, at) => names.indexOf(name) !== at)
  const faults = [
    ...(unknown.length > 0 ? [`has columns that we do not know: ${unknown.join(', ')}`] : []),
    ...(missing.length > 0 ? [`lacks the columns ${listWords(missing)}`] : []),
    ...(twice.length > 0 ? [`has the columns ${listWords(twice)} more than once`] : []),
  ]
  if (faults.length > 0) throw new AppError('source_unavailable', `${from} ${faults.join(', and ')}`)
}

function saidUnknown(name: string): string {
  const near = nearestName(name, COLUMNS)
  return near === null ? `“${name}”` : `“${name}” (did you mean ${near}?)`
}
