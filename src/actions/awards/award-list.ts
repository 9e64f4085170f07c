import type { IsoDate } from '../../base/date.ts'
import type { AwardCells } from '../../catalogue/awards/award-headings.ts'
import { type AwardOrigin, type AwardReading, parseAwardRow } from '../../catalogue/awards/award-row.ts'
import type { Award } from '../../domain/award.ts'
import type { Refused } from '../organisations/import.ts'
import type { AwardRow } from './read-list.ts'

/** A row that was refused, and what it said. */
export interface RefusedAward extends Refused {
  /** As what it is stored once it is put right; null when that cannot be told. */
  readonly key: string | null
  readonly cells: AwardCells
  /** Whether what is wrong is its place in the list or its shape, which its cells alone do not tell. */
  readonly isMisplaced: boolean
}

/** Bad rows that are reported one by one: a large file of another kind has nothing else. */
const MOST_REFUSED = 200

export type NewAward = Omit<Award, 'id'>

/** Judges the rows of one list as they come. */
export class AwardList {
  rows = 0
  individuals = 0
  refusedCount = 0
  readonly refused: RefusedAward[] = []
  readonly #origin: AwardOrigin
  readonly #today: IsoDate
  /** Where each key stood first, and how many without an id were alike. */
  readonly #lines = new Map<string, number>()
  readonly #alike = new Map<string, number>()
  #good: NewAward[] = []

  constructor(origin: AwardOrigin, today: IsoDate) {
    this.#origin = origin
    this.#today = today
  }

  get waiting(): number {
    return this.#good.length
  }

  /** The good ones since the last time. */
  take(): readonly NewAward[] {
    const good = this.#good
    this.#good = []
    return good
  }

  read({ line, cells, fault }: AwardRow): void {
    this.rows++
    const reading = parseAwardRow(cells, this.#origin, this.#today)
    if (fault !== null) this.#refuse({ line, cells, faults: [fault], isMisplaced: true, key: keyOf(reading) })
    else if (reading.outcome === 'individual') this.individuals++
    else if (reading.outcome === 'bad') this.#refuse({ line, cells, isMisplaced: false, ...reading })
    else if (reading.hasId) this.#keepOnce(line, cells, reading.award)
    else this.#good.push(this.#numbered(reading.award))
  }

  /** Which of two rows with one id is right, only its publisher can say. */
  #keepOnce(line: number, cells: AwardCells, award: NewAward): void {
    const before = this.#lines.get(award.key)
    if (before === undefined) {
      this.#lines.set(award.key, line)
      this.#good.push(award)
    } else {
      const faults = [`Identifier: the same as on line ${before}`]
      this.#refuse({ line, cells, faults, isMisplaced: true, key: award.key })
    }
  }

  /** Two rows that say the same but have no id are two awards. */
  #numbered(award: NewAward): NewAward {
    const alike = (this.#alike.get(award.key) ?? 0) + 1
    this.#alike.set(award.key, alike)
    return alike === 1 ? award : { ...award, key: `${award.key}:${alike}` }
  }

  #refuse({ line, cells, faults, isMisplaced, key }: Omit<RefusedAward, 'name'>): void {
    this.refusedCount++
    if (this.refused.length === MOST_REFUSED) return
    this.refused.push({ line, name: cells.recipientName?.trim() ?? '', faults, cells, isMisplaced, key })
  }
}

function keyOf(reading: AwardReading): string | null {
  if (reading.outcome === 'individual') return null
  return reading.outcome === 'bad' ? reading.key : reading.award.key
}
