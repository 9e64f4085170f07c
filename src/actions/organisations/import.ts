import { instantOf } from '../../base/date.ts'
import { sameFields } from '../../base/same.ts'
import { areaNamesIn, type OrganisationRow, parseOrganisationRow } from '../../catalogue/organisation-row.ts'
import { listOrganisationsByReference, putOrganisations } from '../../db/organisations.ts'
import type { Organisation, OrganisationId } from '../../domain/organisation.ts'
import type { Runtime } from '../../runtime.ts'
import { findWards, type WardsOf } from '../places/find-wards.ts'
import { organisationPlacer } from '../places/organisation-placer.ts'
import { MOST_AT_ONCE, rematchOrganisations } from './rematch.ts'

/** One row of a list. */
export interface ListRow {
  /** On which it stands, 1 for the headings. */
  readonly line: number
  readonly cells: OrganisationRow
  /** What is wrong with its shape; null when nothing is. */
  readonly fault: string | null
}

export interface Refused {
  readonly line: number
  readonly name: string
  readonly faults: readonly string[]
}

export interface ImportReport {
  readonly rows: number
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  /** In the order of the list. */
  readonly refused: readonly Refused[]
}

/** Rows that go to the database in one commit. */
const BATCH = 500

/**
 * Takes in a list of organisations. A row is found again by its reference, so the same list twice
 * changes nothing; a bad row is reported and keeps no other from coming in. When few have changed, their
 * matches are made at once; those of many are left to the job.
 */
export async function importOrganisations(
  runtime: Pick<Runtime, 'db' | 'now' | 'newId' | 'progress'>,
  rows: readonly ListRow[],
): Promise<ImportReport> {
  const report = { rows: rows.length, added: 0, changed: 0, unchanged: 0, refused: [] as Refused[] }
  const lines = new Map<string, number>()
  const written: OrganisationId[] = []
  for (let start = 0; start < rows.length; start += BATCH) {
    const batch = rows.slice(start, start + BATCH)
    const wardsOf = await findWards(
      runtime.db,
      batch.flatMap(({ cells }) => areaNamesIn(cells)),
    )
    const good = batch.flatMap((row) => {
      const result = checked(row, lines, wardsOf)
      if (result.ok) return [result.organisation]
      report.refused.push({ line: row.line, name: row.cells.name?.trim() ?? '', faults: result.faults })
      return []
    })
    const { ids, ...counts } = await store(runtime, good)
    written.push(...ids)
    report.added += counts.added
    report.changed += counts.changed
    report.unchanged += counts.unchanged
    runtime.progress('Organisations', Math.min(start + BATCH, rows.length), rows.length)
  }
  if (written.length <= MOST_AT_ONCE) await rematchOrganisations(runtime, written)
  return report
}

/** A reference, and a number of a register, may stand in a list once: which of two rows is right, only its owner can say. */
function checked({ line, cells, fault }: ListRow, lines: Map<string, number>, wardsOf: WardsOf) {
  if (fault !== null) return { ok: false, faults: [fault] } as const
  const result = parseOrganisationRow(cells, wardsOf)
  if (!result.ok) return result
  const { reference, orgIds } = result.organisation
  const taken = [reference, ...orgIds].find((id) => lines.has(id))
  if (taken !== undefined) {
    const what = taken === reference ? 'reference' : 'charity_number or company_number'
    return { ok: false, faults: [`${what}: the same as on line ${lines.get(taken)}`] } as const
  }
  for (const id of [reference, ...orgIds]) lines.set(id, line)
  return result
}

async function store(
  { db, now, newId }: Pick<Runtime, 'db' | 'now' | 'newId'>,
  rows: readonly Omit<Organisation, 'id'>[],
) {
  const organisations = rows.map(await organisationPlacer(db, rows))
  const references = organisations.map(({ reference }) => reference)
  const known = await listOrganisationsByReference(db, references)
  const counts = { added: 0, changed: 0, unchanged: 0 }
  const writes = organisations.flatMap((organisation): Organisation[] => {
    const before = known.get(organisation.reference)
    const after = { ...organisation, id: before?.id ?? (newId() as OrganisationId) }
    if (before && sameFields(before, after)) {
      counts.unchanged += 1
      return []
    }
    counts[before ? 'changed' : 'added'] += 1
    return [after]
  })
  await db.commit(putOrganisations(db, instantOf(now()), writes))
  return { ...counts, ids: writes.map(({ id }) => id) }
}
