import type { Facts } from '../src/base/log.ts'
import type { Runtime } from '../src/runtime.ts'

/** Something that the clock starts, or a person by its name. Each has a file of its own here. */
export interface Job {
  /** Also its name on the command line: `npm run job -- NAME`. */
  readonly name: string
  /** What it does, in one line, for people. */
  readonly summary: string
  /** Five-field cron expression in UTC, the same on both hosts; null for one that is only run by hand. */
  readonly cron: string | null
  /**
   * The clock runs it only at ticks that fall in this hour in London, 0 to 23: a cron in UTC alone
   * would move by an hour in summer. Null for every tick.
   */
  readonly londonHour: number | null
  /** Jobs with the same one never run at the same time; null for its own name. */
  readonly lease: string | null
  /** What may follow its name on the command line, in words; null for nothing. */
  readonly argument: string | null
  /** Works until it is done or its budget is spent, and reports counts. A second run must do no harm. */
  run(runtime: Runtime, order: Order): Promise<Facts>
}

export interface Order {
  /** Whether a person asked for it, rather than the clock. */
  readonly byHand: boolean
  /** What followed its name on the command line, joined by spaces. */
  readonly argument: string | null
  /** Tells whoever asked, one line at a time; absent when nobody listens. */
  readonly say?: (line: string) => void
}
