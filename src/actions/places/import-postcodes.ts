import { instantOf } from '../../base/date.ts'
import { sameFields } from '../../base/same.ts'
import { parsePostcodeRow } from '../../catalogue/places/postcode-row.ts'
import { type PlaceFile, putPlaceFile } from '../../db/place-files.ts'
import { listPostcodes, putPostcodes } from '../../db/postcodes.ts'
import { type AreaCode, contains } from '../../domain/area.ts'
import type { Postcode } from '../../domain/postcode.ts'
import type { Runtime } from '../../runtime.ts'
import { type PlaceReport, PlaceTally } from './place-import.ts'
import { placeOpportunities } from './place-opportunities.ts'
import { placeOrganisations } from './place-organisations.ts'
import { type PlaceRow, type PlaceTable, readPlaceTable } from './read-table.ts'

const TABLE: PlaceTable = {
  what: 'the ONS Postcode Directory, or its National Statistics Postcode Lookup, as CSV',
  fields: ['postcode', 'authority', 'ward', 'neighbourhood', 'ended'],
  needs: [['postcode', 'authority']],
}

/** Rows that go to the database in one commit. */
const BATCH = 2_000

/**
 * Takes in the postcodes of chosen areas from the directory of the ONS, of any length. The same file twice
 * changes nothing, so one that was cut short is simply imported again. A bad row is counted with its
 * reason, and keeps no other from coming in. Organisations and opportunities that are not over are placed at once.
 *
 * @param areas - the postcodes of which councils: those that lie in any of the areas; null for all
 */
export async function importPostcodes(
  { db, now, progress }: Pick<Runtime, 'db' | 'now' | 'progress'>,
  bytes: AsyncIterable<Uint8Array>,
  file: Omit<PlaceFile, 'kind'>,
  areas: readonly AreaCode[] | null,
): Promise<PlaceReport> {
  const tally = new PlaceTally()
  const wants = wanting(areas)
  let batch = new Map<string, Postcode>()
  const store = async () => {
    const known = await listPostcodes(db, [...batch.keys()])
    const changes = tally.changes([...batch.values()], ({ postcode }) => known.get(postcode), sameFields)
    await db.commit(putPostcodes(db, changes))
    batch = new Map()
  }
  const rows = readPlaceTable(bytes, file.name, TABLE, (columns) => {
    tally.columns = columns
  })
  for await (const row of rows) {
    tally.rows++
    const postcode = readRow(row, wants, tally)
    if (postcode) batch.set(postcode.postcode, { ...postcode, edition: file.edition })
    if (batch.size === BATCH) await store()
    if (tally.rows % BATCH === 0) progress('Postcodes', tally.rows, null)
  }
  await store()
  const kept: PlaceFile = { ...file, kind: 'postcodes' }
  await db.commit([putPlaceFile(db, instantOf(now()), kept)])
  await placeOrganisations({ db, now })
  await placeOpportunities({ db, now })
  progress('Postcodes', tally.rows, tally.rows)
  return tally.report(kept)
}

/** Asked for every row of the file, and each council stands in thousands. */
function wanting(areas: readonly AreaCode[] | null): (authority: AreaCode) => boolean {
  const known = new Map<AreaCode, boolean>()
  return (authority) => {
    const answer = known.get(authority) ?? areas?.some((area) => contains(area, authority)) ?? true
    known.set(authority, answer)
    return answer
  }
}

/** Counts what the row is; undefined unless it has a postcode that is wanted. */
function readRow(
  { line, cells, fault }: PlaceRow,
  wants: (authority: AreaCode) => boolean,
  tally: PlaceTally,
): Omit<Postcode, 'edition'> | undefined {
  const reading = fault === null ? parsePostcodeRow(cells, wants) : { outcome: 'bad' as const, fault }
  if (reading.outcome === 'postcode') return reading.postcode
  if (reading.outcome === 'bad') tally.refuse(line, cells.postcode ?? '', reading.fault)
  else tally[reading.outcome]++
  return undefined
}
