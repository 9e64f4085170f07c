import { fromBase64, toBase64 } from '../../base/base64.ts'
import { instantOf } from '../../base/date.ts'
import { AppError } from '../../base/errors.ts'
import type { Database } from '../../db/database.ts'
import { findSnapshot, findSnapshotPart, putSnapshot, putSnapshotPart } from '../../db/snapshots.ts'
import type { Rankable } from '../../matching/catalogue/rankable.ts'
import { readSnapshot, writeSnapshot } from '../../matching/catalogue/snapshot.ts'

/** Bytes of a part: four thirds of it as text are less than D1 takes a row. A multiple of three, which base64 ends evenly. */
export const PART = 1_350_000

/** What ranks, and the moment as of which its opportunities were current. */
export interface StoredSnapshot {
  readonly rankable: Rankable
  readonly madeAt: Date
}

/**
 * Stores what ranks all current opportunities, for whoever needs it next. A crash between its parts leaves
 * the earlier one in place.
 *
 * @returns how many statements that took
 */
export async function storeSnapshot(
  db: Database,
  edition: string,
  { rankable, madeAt }: StoredSnapshot,
): Promise<number> {
  const bytes = writeSnapshot(rankable)
  const parts = Math.ceil(bytes.length / PART)
  const head = { edition, madeAt: instantOf(madeAt), parts }
  for (let part = 0; part < parts; part += 1) {
    const body = toBase64(bytes.subarray(part * PART, (part + 1) * PART))
    await db.commit([putSnapshotPart(db, head, { part, body })])
  }
  const last = putSnapshot(db, head)
  await db.commit(last)
  return parts + last.length
}

/** The stored snapshot of that edition; null when there is none, or when its bytes cannot be read. */
export async function loadSnapshot(
  db: Pick<Database, 'query'>,
  edition: string,
): Promise<StoredSnapshot | null> {
  const head = await findSnapshot(db, edition)
  if (head === undefined) return null
  const bytes = new Uint8Array(head.parts * PART)
  let end = 0
  for (let part = 0; part < head.parts; part += 1) {
    const body = await findSnapshotPart(db, head, part)
    const next = body === undefined ? null : fromBase64(body, bytes, end)
    if (next === null) return null
    end = next
  }
  const rankable = readOrNull(bytes.subarray(0, end))
  return rankable && { rankable, madeAt: new Date(head.madeAt) }
}

/** Bytes of another version of this program, or damaged ones, are as good as none: it is made anew. */
function readOrNull(bytes: Uint8Array): Rankable | null {
  try {
    return readSnapshot(bytes)
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}
