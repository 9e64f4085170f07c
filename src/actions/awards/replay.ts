import { dayOf } from '../../base/date.ts'
import type { AwardCells } from '../../catalogue/awards/award-headings.ts'
import { type AwardOrigin, parseAwardRow } from '../../catalogue/awards/award-row.ts'
import type { Statement } from '../../db/database.ts'
import type { Quarantined } from '../../db/quarantine.ts'
import type { Runtime } from '../../runtime.ts'
import { licensed, type NewAward } from './award-list.ts'
import { storeAwards } from './store.ts'

/** What quarantine keeps of a row. */
interface Kept {
  readonly origin: AwardOrigin
  readonly cells: AwardCells
  readonly isMisplaced: boolean
}

/**
 * Tries rows of lists of awards once more, as they are read today. Nothing is written yet.
 *
 * @returns the writes, the ids of those that could be read, and the reason of each other by its id
 */
export async function replayAwards(
  runtime: Pick<Runtime, 'db' | 'now' | 'newId'>,
  waiting: readonly Quarantined[],
) {
  const today = dayOf(runtime.now())
  const awards: NewAward[] = []
  const settled: string[] = []
  const refused = new Map<string, string>()
  for (const { id, record, reason } of waiting) {
    const award = readKept(record, today)
    if (typeof award === 'string') refused.set(id, award === '' ? reason : award)
    else {
      if (award !== null) awards.push(award)
      settled.push(id)
    }
  }
  const { statements } = await storeAwards(runtime, awards)
  return { statements: statements as readonly Statement[], settled, refused }
}

/** An award, null for one to a person, or why it still cannot be read; empty when that is as before. */
function readKept(record: string, today: ReturnType<typeof dayOf>): NewAward | string | null {
  const kept = jsonOf(record)
  // A list that could not be read waits for the next harvest, a row in the wrong place or shape for its publisher.
  if (!isKept(kept) || kept.isMisplaced) return ''
  const reading = parseAwardRow(kept.cells, kept.origin, today)
  if (reading.outcome === 'bad') return reading.faults.join('; ')
  return reading.outcome === 'award' ? licensed(reading.award) : null
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
