import { type Instant, instantOf } from '../../base/date.ts'
import { type HarvestCounts, type HarvestProgress, NO_COUNTS } from '../../db/harvest-runs.ts'
import type { Budget, Runtime } from '../../runtime.ts'

/** How far a source of awards has been read. */
export interface AwardState {
  /** What its connector needs to go on after the lists that are done. */
  readonly reader: unknown
  /** The list that was begun and not ended, with the rows of it that are stored. */
  readonly list: { readonly id: string; readonly mark: string | null; readonly rows: number } | null
}

/** A harvest of awards under way: what it brought, what it spent, and where to go on. */
export class AwardRun {
  counts: HarvestCounts = NO_COUNTS
  statements = 0
  finished = false
  resting = false
  error: string | null = null
  progress: HarvestProgress
  readonly #budget: Budget
  readonly #lent: Pick<Runtime, 'now' | 'stopping'>
  readonly #startedMs: number
  /** The dearest batch so far: the next may cost as much. */
  #dearest = 0
  #lists = 0
  readonly #unread: string[] = []

  constructor(
    progress: HarvestProgress | undefined,
    budget: Budget,
    lent: Pick<Runtime, 'now' | 'stopping'>,
  ) {
    this.progress = progress ?? { state: null, notBefore: null, lastGoodAt: null }
    this.#budget = budget
    this.#lent = lent
    this.#startedMs = lent.now().getTime()
  }

  get state(): AwardState {
    return (this.progress.state as AwardState | null) ?? { reader: null, list: null }
  }

  /** Notes one commit, and the place that it was stored with. */
  stored(state: AwardState, counts: Partial<HarvestCounts>, statements: number): void {
    const names = Object.keys(this.counts) as (keyof HarvestCounts)[]
    const sums = names.map((name) => [name, this.counts[name] + (counts[name] ?? 0)])
    this.counts = { ...this.counts, ...Object.fromEntries(sums) }
    this.progress = { ...this.progress, state, notBefore: null }
    this.statements += statements
    this.#dearest = Math.max(this.#dearest, statements)
  }

  isSpent(): boolean {
    const { ms, statements } = this.#budget
    return (
      this.#lent.stopping.aborted ||
      this.#lent.now().getTime() - this.#startedMs > ms ||
      this.statements + this.#dearest + 3 > statements
    )
  }

  /** A list was there to be read; `fault` says why it could not be, and is null when it could. */
  listDone(fault: string | null): void {
    this.#lists++
    if (fault !== null) this.#unread.push(fault)
  }

  /**
   * The source has been read to its end: a failure when not one of its lists could be read, and good only
   * when each could. In between it is due again at once, for the lists that are missing.
   */
  end(reader: unknown): void {
    const [first = null] = this.#unread
    this.error = this.#unread.length === this.#lists ? first : null
    this.finished = this.error === null
    const lastGoodAt = this.#unread.length === 0 ? instantOf(this.#lent.now()) : this.progress.lastGoodAt
    this.progress = { ...this.progress, state: { reader, list: null }, lastGoodAt }
  }

  rest(reason: string, until: Instant): void {
    this.resting = true
    this.fail(reason)
    this.progress = { ...this.progress, notBefore: until }
  }

  fail(reason: string): void {
    this.error = reason
  }
}
