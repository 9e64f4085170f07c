import type { PlaceColumn } from '../../catalogue/places/headings.ts'
import type { PlaceFile } from '../../db/place-files.ts'
import type { Refused } from '../organisations/import.ts'

/** How the import of a file of places went. */
export interface PlaceReport {
  readonly file: PlaceFile
  readonly columns: readonly PlaceColumn[]
  readonly rows: number
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  /** Rows of councils that were not asked for, and of no council of the UK. */
  readonly elsewhere: number
  readonly nowhere: number
  /** All of them; `refused` has the first. */
  readonly refusedCount: number
  readonly refused: readonly Refused[]
}

/** Bad rows that are reported one by one: a large file of another kind has nothing else. */
const MOST_REFUSED = 200

/** Counts as the rows of one file come. */
export class PlaceTally {
  rows = 0
  elsewhere = 0
  nowhere = 0
  added = 0
  changed = 0
  unchanged = 0
  refusedCount = 0
  columns: readonly PlaceColumn[] = []
  readonly refused: Refused[] = []

  refuse(line: number, name: string, fault: string): void {
    this.refusedCount++
    if (this.refused.length < MOST_REFUSED) this.refused.push({ line, name, faults: [fault] })
  }

  /**
   * Counts what a batch changes.
   *
   * @param isSame - whether what is known says the same
   * @returns those to write
   */
  changes<T>(batch: readonly T[], known: (one: T) => T | undefined, isSame: (a: T, b: T) => boolean): T[] {
    return batch.filter((one) => {
      const before = known(one)
      const outcome = before === undefined ? 'added' : isSame(before, one) ? 'unchanged' : 'changed'
      this[outcome]++
      return outcome !== 'unchanged'
    })
  }

  report(file: PlaceFile): PlaceReport {
    const { rows, added, changed, unchanged, elsewhere, nowhere, refusedCount, refused, columns } = this
    return { file, columns, rows, added, changed, unchanged, elsewhere, nowhere, refusedCount, refused }
  }
}
