import type { IsoDate } from '../../base/date.ts'
import { type AwardOrigin, parseAwardRow } from '../../catalogue/awards/award-row.ts'
import type { Award } from '../../domain/award.ts'
import type { Refused } from '../organisations/import.ts'
import type { AwardRow } from './read-list.ts'

/** Bad rows that are reported one by one: a large file of another kind has nothing else. */
const MOST_REFUSED = 200

export type NewAward = Omit<Award, 'id'>

/** Judges the rows of one list as they come. */
export class AwardList {
  rows = 0
  individuals = 0
  refusedCount = 0
  readonly refused: Refused[] = []
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
    const reading =
      fault === null
        ? parseAwardRow(cells, this.#origin, this.#today)
        : { outcome: 'bad' as const, faults: [fault] }
    if (reading.outcome === 'individual') this.individuals++
    else if (reading.outcome === 'bad') this.#refuse(line, cells.recipientName, reading.faults)
    else if (reading.hasId) this.#keepOnce(line, reading.award)
    else this.#good.push(this.#numbered(reading.award))
  }

  /** Which of two rows with one id is right, only its publisher can say. */
  #keepOnce(line: number, award: NewAward): void {
    const before = this.#lines.get(award.key)
    if (before === undefined) {
      this.#lines.set(award.key, line)
      this.#good.push(award)
    } else this.#refuse(line, award.recipient.name, [`Identifier: the same as on line ${before}`])
  }

  /** Two rows that say the same but have no id are two awards. */
  #numbered(award: NewAward): NewAward {
    const alike = (this.#alike.get(award.key) ?? 0) + 1
    this.#alike.set(award.key, alike)
    return alike === 1 ? award : { ...award, key: `${award.key}:${alike}` }
  }

  #refuse(line: number, name: string | undefined, faults: readonly string[]): void {
    this.refusedCount++
    if (this.refused.length < MOST_REFUSED) this.refused.push({ line, name: name?.trim() ?? '', faults })
  }
}
