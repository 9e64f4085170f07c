import { CSV_MARK, csvRow } from '../../base/csv-row.ts'
import { AWARD_HEADINGS } from '../../catalogue/awards/award-headings.ts'
import type { Award } from '../../domain/award.ts'

const { id, title, description, currency, amount, date, openCall } = AWARD_HEADINGS
const { funderName, funderId, recipientName, recipientId, areas, recipientAreas, programme } = AWARD_HEADINGS

/** The headings of 360Giving, so that other tools read the file too, and whose data it is. */
const HEADINGS = [
  id,
  title,
  description,
  currency,
  amount,
  date,
  recipientName,
  recipientId,
  funderName,
  funderId,
  programme,
  areas,
  recipientAreas,
  openCall,
  'Source',
  'Licence',
]

/** Awards as a CSV file, piece by piece: days as 2026-06-03, amounts in pounds without signs. */
export async function* awardsCsv(pages: AsyncIterable<readonly Award[]>): AsyncGenerator<string> {
  yield CSV_MARK + csvRow(HEADINGS)
  for await (const awards of pages) yield awards.map(awardRow).join('')
}

const awardRow = (award: Award): string =>
  csvRow([
    award.key,
    award.title,
    award.purpose,
    award.currency,
    award.amount / 100,
    award.awardedOn,
    award.recipient.name,
    award.recipient.orgIds[0] ?? '',
    award.funder.name,
    award.funder.orgId ?? '',
    award.programme ?? '',
    award.areas.join(';'),
    award.recipientAreas.join(';'),
    award.openCall === null ? '' : award.openCall ? 'Yes' : 'No',
    award.sourceName,
    award.licence ?? '',
  ])
