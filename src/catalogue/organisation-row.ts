import { type Cell, readDay, readList, readMoney, readWhole, readYesNo } from '../base/cells.ts'
import { oneLine, paragraphs } from '../base/text.ts'
import { type ApplicantType, applicantTypesNamed } from '../domain/applicant-type.ts'
import { type AreaCode, findAreaNamed } from '../domain/area.ts'
import { LONGEST_NAME, Organisation, USUAL_PREPARATION_DAYS } from '../domain/organisation.ts'
import { beneficiaryNamed, themeNamed } from '../domain/theme.ts'

/** Columns of a list of organisations, in the order in which they are documented. */
export const ORGANISATION_COLUMNS = [
  'reference',
  'name',
  'charity_number',
  'company_number',
  'legal_form',
  'email',
  'areas',
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
] as const
export type OrganisationColumn = (typeof ORGANISATION_COLUMNS)[number]

export type OrganisationRow = Readonly<Partial<Record<OrganisationColumn, string>>>

export type RowResult =
  | { readonly ok: true; readonly organisation: Omit<Organisation, 'id'> }
  | { readonly ok: false; readonly faults: readonly string[] }

/** Turns one row of a list into an organisation, or says everything that is wrong with it. */
export function parseOrganisationRow(row: OrganisationRow): RowResult {
  const faults: string[] = []
  const text = (column: OrganisationColumn) => oneLine(row[column] ?? '')
  const cell = <T>(column: OrganisationColumn, reader: (words: string) => Cell<T>): T | null => {
    const result = reader(row[column] ?? '')
    if (result.ok) return result.value
    faults.push(`${column}: "${text(column)}" is not ${result.wants}`)
    return null
  }
  const coded = <T>(column: OrganisationColumn, find: (word: string) => T | undefined, wants: string): T[] =>
    readList(row[column] ?? '').flatMap((word) => {
      const found = find(word)
      if (found === undefined) faults.push(`${column}: "${word}" is not ${wants}`)
      return found === undefined ? [] : [found]
    })

  const orgIds = orgIdsOf(text('charity_number'), text('company_number'), faults)
  const organisation = {
    reference: text('reference') || (orgIds[0] ?? ''),
    name: text('name'),
    email: text('email') || null,
    orgIds,
    legalForm: legalForm(text('legal_form'), faults),
    areas: coded('areas', (word) => findAreaNamed(word)?.code, 'an area we know, by GSS code or name'),
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
  }
  faults.push(...faultsOf(organisation))
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
  areas: readonly AreaCode[]
  needMin: number | null
  needMax: number | null
}): string[] {
  const { reference, name, email, needMin, needMax } = organisation
  return [
    reference === ''
      ? 'reference: give a reference, a charity number or a company number, so that a later import finds this row again'
      : '',
    name === '' ? 'name: is missing' : '',
    name.length > LONGEST_NAME ? `name: is longer than ${LONGEST_NAME} characters` : '',
    email !== null && !Organisation.shape.email.safeParse(email).success
      ? `email: "${email}" is not an e-mail address`
      : '',
    needMin !== null && needMax !== null && needMin > needMax ? 'need_min: is more than need_max' : '',
  ].filter((fault) => fault !== '')
}

function legalForm(word: string, faults: string[]): ApplicantType | null {
  if (word === '') return null
  const [first, second] = applicantTypesNamed(word)
  if (first !== undefined && second === undefined) return first
  faults.push(`legal_form: "${word}" is not a legal form we know`)
  return null
}

const CHARITY = /^(?:(SC\d{6})|(NIC\d{6})|(\d{6,7}))$/i
const COMPANY = /^(?:[A-Z]{2}\d{6}|\d{6,8})$/i

/** Charity and company numbers as org-id.guide writes them. */
function orgIdsOf(charity: string, company: string, faults: string[]): string[] {
  const ids: string[] = []
  const number = charity.replace(/\s/g, '').toUpperCase()
  const match = CHARITY.exec(number)
  if (match)
    ids.push(match[1] ? `GB-SC-${number}` : match[2] ? `GB-NIC-${number.slice(3)}` : `GB-CHC-${number}`)
  else if (number !== '') faults.push(`charity_number: "${charity}" is not a UK charity number`)
  const registered = company.replace(/\s/g, '').toUpperCase()
  if (COMPANY.test(registered)) ids.push(`GB-COH-${registered.padStart(8, '0')}`)
  else if (registered !== '') faults.push(`company_number: "${company}" is not a UK company number`)
  return ids
}
