import { hashOf } from '../../base/hash.ts'
import type { Database } from '../../db/database.ts'
import { editionOfPlaces } from '../../db/place-files.ts'
import { listByPrint } from '../../db/records.ts'
import type { OpportunityId } from '../../domain/opportunity.ts'
import type { SourceEntry } from '../../domain/source.ts'
import { READER } from '../../reading/fill-content.ts'
import { READERS } from '../../sources/index.ts'
import type { Page, RawRecord, SourceReader } from '../../sources/source.ts'
import type { ReadRecord } from './store-page.ts'

export interface ReadPage {
  readonly records: readonly ReadRecord[]
  /** One for each record that is as it was when it was last read, and was not read again. */
  readonly standing: readonly OpportunityId[]
}

/** Reads what is new or has changed on a page: what is known as it is costs a fingerprint. */
export async function readPage(
  db: Database,
  source: SourceEntry,
  reader: SourceReader,
  { records }: Pick<Page, 'records'>,
): Promise<ReadPage> {
  const places = await editionOfPlaces(db)
  const printed = records.map((record) => ({ record, print: printOf(source, places, reader, record) }))
  const known = await listByPrint(
    db,
    source.id,
    printed.flatMap(({ print }) => print ?? []),
  )
  const standing: OpportunityId[] = []
  const read: ReadRecord[] = []
  for (const { record, print } of printed) {
    const id = known.get(print ?? '')
    if (id === undefined) read.push(readRecord(reader, record, print))
    else standing.push(id)
  }
  return { records: read, standing }
}

/** Null for a record that must be read each time. */
function printOf(
  { settings }: SourceEntry,
  places: string,
  reader: SourceReader,
  { value }: RawRecord,
): string | null {
  const basis = reader.basis?.(value) ?? null
  return basis && hashOf(`${JSON.stringify([READERS, READER, settings, places])} ${basis}`)
}

function readRecord(reader: SourceReader, record: RawRecord, print: string | null): ReadRecord {
  const reading = reader.read(record.value)
  const isKept = reading.outcome === 'opportunity' || reading.outcome === 'ending'
  return {
    reading: isKept && print !== null ? { ...reading, print } : reading,
    // Made only when it is asked for: few go to quarantine.
    get text() {
      return record.text
    },
  }
}
