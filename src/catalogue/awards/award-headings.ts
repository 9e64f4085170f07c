/** What is read of an award, under its heading in a 360Giving spreadsheet. */
export const AWARD_HEADINGS = {
  id: 'Identifier',
  title: 'Title',
  description: 'Description',
  currency: 'Currency',
  amount: 'Amount Awarded',
  date: 'Award Date',
  funderId: 'Funding Org:Identifier',
  funderName: 'Funding Org:Name',
  recipientId: 'Recipient Org:Identifier',
  recipientName: 'Recipient Org:Name',
  charityNumber: 'Recipient Org:Charity Number',
  companyNumber: 'Recipient Org:Company Number',
  programme: 'Grant Programme:Title',
  areas: 'Beneficiary Location:Geographic Code',
  areaNames: 'Beneficiary Location:Name',
  recipientAreas: 'Recipient Org:Location:Geographic Code',
  openCall: 'From An Open Call?',
  individual: 'Recipient Ind:Identifier',
} as const
export type AwardField = keyof typeof AWARD_HEADINGS

/** The cells of one award; those of a field that may repeat are joined by semicolons. */
export type AwardCells = Readonly<Partial<Record<AwardField, string>>>

/** Names in the JSON form of the standard, and spellings, for which the headings have another word. */
const ALIASES: Readonly<Record<string, string>> = {
  id: 'identifier',
  geocode: 'geographiccode',
  fundingorganization: 'fundingorg',
  fundingorganisation: 'fundingorg',
  recipientorganization: 'recipientorg',
  recipientorganisation: 'recipientorg',
  recipientindividual: 'recipientind',
  fromopencall: 'fromanopencall',
  opencall: 'fromanopencall',
}

/** Of these each that a grant has counts; of any other the first. */
const REPEATED: readonly AwardField[] = ['areas', 'areaNames', 'recipientAreas']

const FIELDS = new Map(
  Object.entries(AWARD_HEADINGS).map(([field, heading]) => [plain(heading), field as AwardField]),
)

/** Whatever is said of a person tells that the award went to one. */
const OF_A_PERSON = /^(?:recipientind|toindividualsdetails):/

/**
 * The field that a heading of a spreadsheet, or a path in JSON, names; undefined for the many others
 * that the standard has. Capitals, spaces and the numbers of a list do not matter.
 *
 * @example awardField('Recipient Org:0:Name'), awardField('recipientOrganization/0/name') // both 'recipientName'
 */
export function awardField(heading: string): AwardField | undefined {
  const name = plain(heading)
  return OF_A_PERSON.test(name) ? 'individual' : FIELDS.get(name)
}

/** Puts texts under their fields: the first of a list counts, but every area counts. */
export function awardCells(texts: Iterable<readonly [AwardField | undefined, string]>): AwardCells {
  const cells: Partial<Record<AwardField, string>> = {}
  for (const [field, text] of texts) {
    if (field === undefined || text.trim() === '') continue
    const before = cells[field]
    if (before === undefined) cells[field] = text
    else if (REPEATED.includes(field)) cells[field] = `${before};${text}`
  }
  return cells
}

function plain(heading: string): string {
  const parts = heading.split(/[:/]/).map((part) => part.toLowerCase().replace(/[^a-z0-9]/g, ''))
  return parts
    .filter((part) => /\D/.test(part))
    .map((part) => ALIASES[part] ?? part)
    .join(':')
}
