import { dayOf, type Instant } from '../../base/date.ts'
import type { AwardCells } from '../../catalogue/awards/award-headings.ts'
import { type AwardOrigin, parseAwardRow } from '../../catalogue/awards/award-row.ts'
import { listChanges } from '../../db/awards.ts'
import type { Database, Statement } from '../../db/database.ts'
import type { Quarantined } from '../../db/quarantine.ts'
import type { Runtime } from '../../runtime.ts'
import type { NewAward } from './award-list.ts'
import { storeAwards } from './store.ts'

/** What quarantine keeps of a row. */
interface Kept {
  readonly origin: AwardOrigin
  readonly cells: AwardCells
  readonly isMisplaced: boolean
}

/** A row that can be read by now, and when its list last had it so. */
interface Read {
  readonly award: NewAward
  readonly keptAt: Instant | null
}

/**
 * Tries rows of lists of awards once more, as they are read today. Nothing is written yet. An award that
 * has changed since its row was put aside stays as it is: the row is of the past.
 *
 * @returns the writes, the ids of those that could be read, and the reason of each other by its id
 */
export async function replayAwards(
  runtime: Pick<Runtime, 'db' | 'now' | 'newId'>,
  waiting: readonly Quarantined[],
) {
  const today = dayOf(runtime.now())
  const read: Read[] = []
  const settled: string[] = []
  const refused = new Map<string, string>()
  for (const { id, record, reason, releasedAt } of waiting) {
    const award = readKept(record, today)
    if (typeof award === 'string') refused.set(id, award === '' ? reason : award)
    else {
      if (award !== null) read.push({ award, keptAt: releasedAt })
      settled.push(id)
    }
  }
  const { statements } = await storeAwards(runtime, await stillNewest(runtime.db, read))
  return { statements: statements as readonly Statement[], settled, refused }
}

async function stillNewest(db: Database, read: readonly Read[]): Promise<readonly NewAward[]> {
  const changes = await listChanges(
    db,
    read.map(({ award }) => award.key),
  )
  const isNewer = ({ award, keptAt }: Read) => (changes.get(award.key) ?? '') < (keptAt ?? '')
  return read.filter(isNewer).map(({ award }) => award)
}

/** An award, null for one to a person, or why it still cannot be read; empty when that is as before. */
function readKept(record: string, today: ReturnType<typeof dayOf>): NewAward | string | null {
  const kept = jsonOf(record)
  // A list that could not be read waits for the next harvest, a row in the wrong place or shape for its publisher.
  if (!isKept(kept) || kept.isMisplaced) return ''
  const reading = parseAwardRow(kept.cells, kept.origin, today)
  if (reading.outcome === 'bad') return reading.faults.join('; ')
  return reading.outcome === 'award' ? reading.award : null
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** A record that was too long was cut, and is no JSON any more; what is JSON we wrote. */
const isKept = (record: unknown): record is Kept =>
  typeof record === 'object' && record !== null && 'cells' in record && 'origin' in record
