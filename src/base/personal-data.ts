import { withoutNames } from './person-names.ts'

/** Not begun in the middle of a word, so that a long word is looked at once. */
const EMAIL = /(?<![\p{L}\p{N}_.+'’-])[\p{L}\p{N}_.+'’-]{1,100}@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu

/** Words of an address that only a shared mailbox has. */
const ROLE = new Set(
  (
    'admin administration applications apply bids bid buying commissioning commercial contact contracts contracting ' +
    'ctt customerservices corporateprocurement enquiries enquiry estates etendering fund funding funds grants hello ' +
    'help helpdesk info information mail mailbox office partnerships procurement procure programmes purchasing ' +
    'quotations quotes reception secretariat servicedesk sourcing spu suppliers supplier support team tender tenders ' +
    'tendering trading vcse'
  ).split(' '),
)

/** Parts that mark a shared mailbox even when they are run together with others, `stepprocurement`. */
const ROLE_STEM = /procure|commissioning|tender|enquir|grants|funding|contracts|purchasing|sourcing|helpdesk/

/** What the address of a shared mailbox may say beside its role. */
const NEUTRAL = new Set(
  (
    'the of and for uk gb nhs ccg icb ics adult adults social care health public children childrens families family ' +
    'community communities corporate city council county borough district strategic central regional local housing ' +
    'education schools school works highways it ict digital north south east west service services department dept'
  ).split(' '),
)

/** A UK number, which must then have 10 or 11 digits after the code of the country is made a 0. */
const PHONE =
  /(?<![\p{L}\p{N}£.,/=%_-])(?:(?:\+44|0044)[ \u00a0]?(?:\(0\))?[ \u00a0]?\d|\(?0\d{2,4}\)?)(?:[ \u00a0.-]?\d){5,10}(?![\p{L}\p{N}])(?:[ \u00a0]*(?:ext|extension|x)\.?[ \u00a0]*\d{1,6})?/giu

const MOST_DEPTH = 100

/**
 * The address in lower case when it is a mailbox of a team or an office, `grants@…`; null when it may be
 * a person's, or is no address.
 */
export function roleMailbox(email: string): string | null {
  const address = email.trim().toLowerCase()
  if (address.replace(EMAIL, '') !== '') return null
  const words = (address.split('@')[0] ?? '').split(/[^\p{L}]+/u).filter((word) => word !== '')
  const isRole = (word: string) => ROLE.has(word) || ROLE_STEM.test(word)
  const strangers = words.filter((word) => !isRole(word) && !NEUTRAL.has(word))
  return (words.some(isRole) && strangers.length < 2) || address.startsWith('grant@') ? address : null
}

/**
 * The text without the addresses, telephone numbers and names of persons; a note in brackets stands for
 * each. Role mailboxes stay. Names are found by the words before them ("please contact …") and by their
 * own e-mail address, so a name that stands alone is not found.
 */
export function withoutPersons(text: string): string {
  const personal = (text.match(EMAIL) ?? []).filter((email) => roleMailbox(email) === null)
  return withoutNames(
    text
      .replace(EMAIL, (email) => (roleMailbox(email) === null ? '[e-mail removed]' : email))
      .replace(PHONE, (number) => (isPhone(number) ? '[telephone removed]' : number)),
    personal,
  )
}

function isPhone(text: string): boolean {
  const digits = text
    .replace(/\D*(?:ext|x).*$/i, '')
    .replace(/\D/g, '')
    .replace(/^(?:0044|44)0?/, '0')
  return digits.length === 10 || digits.length === 11
}

/**
 * A record as JSON without the persons in it: of a `contactPoint` only a role mailbox stays, and every
 * text is cleaned. What lies more than 100 levels deep is left out.
 */
export const withoutContacts = (json: unknown): unknown => cleaned(json, 0)

function cleaned(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return withoutPersons(value)
  if (typeof value !== 'object' || value === null) return value
  if (depth === MOST_DEPTH) return '[left out: nested too deeply]'
  if (Array.isArray(value)) return value.map((item) => cleaned(item, depth + 1))
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      IS_PERSON.test(key) ? contactOf(item) : cleaned(item, depth + 1),
    ]),
  )
}

/** Keys under which records name a person: `contactPoint`, `additionalContactPoints`, `contactPerson`, `author`. */
const IS_PERSON = /contact(?!_email$)|^author$/i

function contactOf(contact: unknown): unknown {
  if (Array.isArray(contact)) return contact.map(contactOf)
  const email = typeof contact === 'object' && contact !== null && 'email' in contact ? contact.email : null
  const mailbox = typeof email === 'string' ? roleMailbox(email) : null
  return mailbox === null ? {} : { email: mailbox }
}
