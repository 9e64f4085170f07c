import type { Cell } from '../../base/cells.ts'
import type { IsoDate } from '../../base/date.ts'
import { hashOf } from '../../base/hash.ts'
import { mended } from '../../base/mojibake.ts'
import { withoutPersons } from '../../base/personal-data.ts'
import { oneLine, slug, summarise } from '../../base/text.ts'
import { isUnplaced } from '../../domain/area.ts'
import { Award } from '../../domain/award.ts'
import { charityId, companyId } from '../org-ids.ts'
import { codesIn, placesNamed } from './award-areas.ts'
import { readAwardAmount, readAwardDay, readOpenCall } from './award-cells.ts'
import { AWARD_HEADINGS, type AwardCells, type AwardField } from './award-headings.ts'

/** What a whole list says of its awards. */
export interface AwardOrigin {
  readonly sourceName: string
  readonly licence: string | null
}

export type AwardReading =
  | {
      readonly outcome: 'award'
      readonly award: Omit<Award, 'id'>
      /** Whether the list gives it an id; else the key is made of what it says. */
      readonly hasId: boolean
    }
  /** Made to a person: not kept. */
  | { readonly outcome: 'individual' }
  /** The key is that which it has once it is put right, unless what is wrong is a part of it. */
  | { readonly outcome: 'bad'; readonly faults: readonly string[]; readonly key: string }

const Row = Award.omit({ id: true })
const LONGEST_TITLE = 500
const LONGEST_PURPOSE = 4_000

/** Turns the cells of one award into an award, or says everything that is wrong with it. */
export function parseAwardRow(cells: AwardCells, origin: AwardOrigin, today: IsoDate): AwardReading {
  if (isToPerson(cells)) return { outcome: 'individual' }
  const faults: string[] = []
  const text = (field: AwardField) => oneLine(mended(cells[field] ?? ''))
  const needed = <T>(field: AwardField, reader: (words: string) => Cell<T>): T | null => {
    const result = reader(cells[field] ?? '')
    if (result.ok && result.value !== null) return result.value
    const said =
      text(field) === '' ? 'is missing' : `"${text(field)}" is not ${result.ok ? '' : result.wants}`
    faults.push(`${AWARD_HEADINGS[field]}: ${said}`)
    return null
  }
  const words = (field: AwardField) => needed(field, () => ({ ok: true, value: text(field) || null }))

  const purpose = summarise(withoutPersons(text('description')), LONGEST_PURPOSE)
  const award = {
    key: '',
    funder: { name: words('funderName'), orgId: text('funderId') || null },
    recipient: { name: words('recipientName'), orgIds: recipientIds(text) },
    title: summarise(withoutPersons(text('title')) || purpose, LONGEST_TITLE),
    purpose,
    amount: needed('amount', readAwardAmount),
    currency: (text('currency') || 'GBP').toUpperCase(),
    awardedOn: needed('date', readAwardDay),
    areas: areasOf(text),
    recipientAreas: codesIn(text('recipientAreas')),
    openCall: readOpenCall(text('openCall')),
    programme: text('programme') || null,
    ...origin,
  }
  faults.push(...faultsOf(award, today))
  const key = keyOf(text('id'), award)
  if (faults.length > 0) return { outcome: 'bad', faults, key }
  // What the cells let through, the schema may still refuse.
  const { success, data, error } = Row.safeParse({ ...award, key })
  if (success) return { outcome: 'award', award: data, hasId: text('id') !== '' }
  const issues = error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  return { outcome: 'bad', faults: issues, key }
}

/** Lists of individuals have columns of their own; some put a word for one under organisations instead. */
const isToPerson = ({ individual, recipientId, recipientName }: AwardCells): boolean =>
  recipientId === undefined &&
  (individual !== undefined ||
    /^(?:an?\s|private\s|named\s)?individuals?(?:\srecipients?)?$/i.test(recipientName?.trim() ?? ''))

/** Its own ids and those of its numbers; a number that is none is left out. */
const recipientIds = (text: (field: AwardField) => string): string[] => {
  const ids = [text('recipientId'), charityId(text('charityNumber')), companyId(text('companyNumber'))]
  return [...new Set(ids.filter((id) => id !== null).filter((id) => id !== ''))]
}

/** By the codes that we know, or else by names that mean just one area; whether a ward is known only the database tells. */
const areasOf = (text: (field: AwardField) => string) => {
  const codes = codesIn(text('areas'))
  return codes.every(isUnplaced) ? [...codes, ...placesNamed(text('areaNames'))] : codes
}

function faultsOf(
  { title, currency, awardedOn }: { title: string; currency: string; awardedOn: IsoDate | null },
  today: IsoDate,
) {
  return [
    title === '' ? 'Title: is missing' : '',
    /^[A-Z]{3}$/.test(currency) ? '' : `Currency: "${currency}" is not a three-letter code like GBP`,
    awardedOn !== null && awardedOn > today ? `Award Date: ${awardedOn} has not come yet` : '',
  ].filter((fault) => fault !== '')
}

/** A 360Giving id is one everywhere; any other only in its list. Without one, what the award says but for its amount. */
function keyOf(
  id: string,
  {
    funder,
    recipient,
    title,
    awardedOn,
    sourceName,
  }: {
    funder: { name: string | null }
    recipient: { name: string | null }
    title: string
    awardedOn: IsoDate | null
    sourceName: string
  },
): string {
  if (/^360G-/i.test(id)) return id
  const list = slug(sourceName) || 'list'
  return `${list}:${id || hashOf(JSON.stringify([funder.name, recipient.name, title, awardedOn]))}`
}
