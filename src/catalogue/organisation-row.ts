import { type Cell, readDay, readList, readMoney, readWhole, readYesNo } from '../base/cells.ts'
import { paragraphs } from '../base/text.ts'
import { type ApplicantType, applicantTypesNamed } from '../domain/applicant-type.ts'
import { LONGEST_NAME, Organisation, USUAL_PREPARATION_DAYS } from '../domain/organisation.ts'
import { readPostcode } from '../domain/postcode.ts'
import { beneficiaryNamed, themeNamed } from '../domain/theme.ts'
import type { Ward } from '../domain/ward.ts'
import { parseOrgIds } from './org-ids-row.ts'
import { rowReader } from './row-reader.ts'
import { parseStanding, STANDING_COLUMNS } from './standing-row.ts'

/** Columns of a list of organisations, in the order in which they are documented. */
export const ORGANISATION_COLUMNS = [
  'reference',
  'name',
  'charity_number',
  'company_number',
  'mutual_number',
  'legal_form',
  'email',
  'areas',
  'postcode',
  'income',
  'founded_on',
  'what_we_do',
  'who_we_help',
  'themes',
  'beneficiaries',
  'need_min',
  'need_max',
  'wants_contracts',
  'preparation_days',
  ...STANDING_COLUMNS,
] as const
export type OrganisationColumn = (typeof ORGANISATION_COLUMNS)[number]

export type OrganisationRow = Readonly<Partial<Record<OrganisationColumn, string>>>

export type RowResult =
  | { readonly ok: true; readonly organisation: Omit<Organisation, 'id'> }
  | { readonly ok: false; readonly faults: readonly string[] }

/**
 * Turns one row of a list into an organisation, or says everything that is wrong with it.
 *
 * @param wardsOf - the wards that a name of an area may mean; without it none is known
 */
export function parseOrganisationRow(
  row: OrganisationRow,
  wardsOf: (name: string) => readonly Ward[] = () => [],
): RowResult {
  const reader = rowReader<OrganisationColumn>(row, wardsOf)
  const { text, cell, coded, areas, fault } = reader
  const orgIds = parseOrgIds(reader)
  const organisation = {
    reference: text('reference') || (orgIds[0] ?? ''),
    name: text('name'),
    email: text('email') || null,
    orgIds,
    legalForm: legalForm(text('legal_form'), fault),
    areas: areas('areas'),
    postcode: cell('postcode', readPostcodeCell),
    // Where that is, only those know who have the files.
    basedIn: null,
    income: cell('income', readMoney),
    foundedOn: cell('founded_on', readDay),
    whatWeDo: paragraphs(row.what_we_do ?? ''),
    whoWeHelp: paragraphs(row.who_we_help ?? ''),
    themes: coded('themes', themeNamed, 'a theme we know'),
    beneficiaries: coded('beneficiaries', beneficiaryNamed, 'a group we know'),
    needMin: cell('need_min', readMoney),
    needMax: cell('need_max', readMoney),
    wantsContracts: cell('wants_contracts', readYesNo) ?? false,
    preparationDays: cell('preparation_days', (words) => readWhole(words, 1, 365)) ?? USUAL_PREPARATION_DAYS,
    ...parseStanding(reader),
  }
  const faults = [...reader.faults, ...faultsOf(organisation)]
  if (faults.length > 0) return { ok: false, faults }
  // What the columns let through, the schema may still refuse.
  const { success, data, error } = Row.safeParse(organisation)
  if (success) return { ok: true, organisation: data }
  return { ok: false, faults: error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) }
}

const Row = Organisation.omit({ id: true })

function faultsOf(organisation: {
  reference: string
  name: string
  email: string | null
  needMin: number | null
  needMax: number | null
  durationMin: number | null
  durationMax: number | null
}): string[] {
  const { reference, name, email, needMin, needMax, durationMin, durationMax } = organisation
  return [
    reference === ''
      ? 'reference: give a reference, or a number of a public register, so that a later import finds this row again'
      : '',
    name === '' ? 'name: is missing' : '',
    name.length > LONGEST_NAME ? `name: is longer than ${LONGEST_NAME} characters` : '',
    email !== null && !Organisation.shape.email.safeParse(email).success
      ? `email: "${email}" is not an e-mail address`
      : '',
    needMin !== null && needMax !== null && needMin > needMax ? 'need_min: is more than need_max' : '',
    durationMin !== null && durationMax !== null && durationMin > durationMax
      ? 'duration_min: is more than duration_max'
      : '',
  ].filter((fault) => fault !== '')
}

function legalForm(word: string, fault: (words: string) => void): ApplicantType | null {
  if (word === '') return null
  const [first, second] = applicantTypesNamed(word)
  if (first !== undefined && second === undefined) return first
  fault(`legal_form: "${word}" is not a legal form we know`)
  return null
}

function readPostcodeCell(words: string): Cell<string> {
  const postcode = readPostcode(words)
  return words.trim() === '' || postcode !== null
    ? { ok: true, value: postcode }
    : { ok: false, wants: 'a whole UK postcode like BS34 8AB' }
}

/** The names of areas in a row: of those that are wards, somebody must look up where they are. */
export const areaNamesIn = ({
  areas = '',
  beneficiary_areas: people = '',
}: OrganisationRow): readonly string[] => [areas, people].flatMap(readList)
