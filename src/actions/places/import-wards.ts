import { instantOf } from '../../base/date.ts'
import { sameFields } from '../../base/same.ts'
import { parseWardRow } from '../../catalogue/places/ward-row.ts'
import { type PlaceFile, putPlaceFile } from '../../db/place-files.ts'
import {
  listNeighbourhoods,
  listWards,
  putNeighbourhoods,
  putWards,
  type StoredWard,
} from '../../db/wards.ts'
import type { Runtime } from '../../runtime.ts'
import { type PlaceReport, PlaceTally } from './place-import.ts'
import { placeOpportunities } from './place-opportunities.ts'
import { placeOrganisations } from './place-organisations.ts'
import { type PlaceTable, readPlaceTable } from './read-table.ts'

const TABLE: PlaceTable = {
  what: 'a list of the ONS of wards, or of neighbourhoods, with their names and councils',
  fields: ['ward', 'wardName', 'neighbourhood', 'neighbourhoodName', 'authority'],
  needs: [
    ['ward', 'wardName', 'authority'],
    ['neighbourhood', 'neighbourhoodName', 'authority'],
  ],
}

const BATCH = 2_000

/**
 * Takes in wards, and neighbourhoods where the file has them, with names and councils. All of the UK are
 * some 9,000 and 43,000, so none is left out. The same file twice changes nothing; a bad row is counted
 * with its reason, and keeps no other from coming in. Of organisations that work in wards, and opportunities
 * that are for wards and not over, it is known at once where these are.
 */
export async function importWards(
  { db, now, progress }: Pick<Runtime, 'db' | 'now' | 'progress'>,
  bytes: AsyncIterable<Uint8Array>,
  file: Omit<PlaceFile, 'kind'>,
): Promise<PlaceReport> {
  const tally = new PlaceTally()
  const wards = new Map<string, StoredWard>()
  const neighbourhoods = new Map<string, StoredWard>()
  const rows = readPlaceTable(bytes, file.name, TABLE, (columns) => {
    tally.columns = columns
  })
  for await (const { line, cells, fault } of rows) {
    tally.rows++
    const reading = fault === null ? parseWardRow(cells) : { outcome: 'bad' as const, fault }
    if (reading.outcome === 'bad') {
      tally.refuse(line, cells.wardName ?? cells.neighbourhoodName ?? '', reading.fault)
      continue
    }
    const { ward, neighbourhood } = reading
    if (ward) wards.set(ward.code, { ...ward, edition: file.edition })
    if (neighbourhood) neighbourhoods.set(neighbourhood.code, { ...neighbourhood, edition: file.edition })
  }
  const store = async (
    all: readonly StoredWard[],
    list: typeof listWards | typeof listNeighbourhoods,
    put: typeof putWards | typeof putNeighbourhoods,
  ) => {
    for (let start = 0; start < all.length; start += BATCH) {
      const batch = all.slice(start, start + BATCH)
      const codes = batch.map(({ code }) => code)
      const known = await list(db, codes)
      await db.commit(
        put(
          db,
          tally.changes(batch, ({ code }) => known.get(code), sameFields),
        ),
      )
      progress('Wards', start + batch.length, all.length)
    }
  }
  await store([...wards.values()], listWards, putWards)
  await store([...neighbourhoods.values()], listNeighbourhoods, putNeighbourhoods)
  const kept: PlaceFile = { ...file, kind: 'wards' }
  await db.commit([putPlaceFile(db, instantOf(now()), kept)])
  await placeOrganisations({ db, now })
  await placeOpportunities({ db, now })
  return tally.report(kept)
}
