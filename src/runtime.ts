import type { Fetch } from './base/fetch.ts'
import type { Log } from './base/log.ts'
import type { Config } from './config.ts'
import type { Database } from './db/database.ts'
import type { Mail } from './domain/digest.ts'
import type { SourceEntry } from './domain/source.ts'
import type { RankTogether } from './matching/rank/rankers.ts'

/** What a host lends the app. Node and the Worker each build one; tests build a third. */
export interface Runtime {
  readonly config: Config
  readonly db: Database
  readonly log: Log
  /** Reads http, https and, on a host with a disk, `file:` addresses. Only `politeGet` calls it. */
  readonly fetch: Fetch
  /** The present instant. Core functions take it, or a day, as an argument instead. */
  readonly now: () => Date
  /** A fresh, unguessable id. */
  readonly newId: () => string
  /** Waits: for pacing and back-off only. */
  readonly sleep: (ms: number) => Promise<void>
  /** Resolves once a mail server has accepted the mail; rejects when it has not. */
  readonly mail: (mail: Mail) => Promise<void>
  readonly registry: Registry
  /** Ranks for many organisations at a time; null on a host that has nothing to do it with. */
  readonly rankTogether: RankTogether | null
  /** What one run of a job may use before it stops, to go on at the next. */
  readonly budget: Budget
  /** Aborted when the host wants to stop: long work ends after the step that it is in. */
  readonly stopping: AbortSignal
  /** Hears how far long work has come. */
  readonly progress: Progress
}

/** The sources that this installation reads. */
export interface Registry {
  /** Whether everything here is invented, and marked so wherever it shows. */
  readonly sample: boolean
  readonly sources: readonly SourceEntry[]
}

/** A Worker's invocation may send 1,000 statements; on Node only time counts. */
export interface Budget {
  readonly ms: number
  readonly statements: number
}

/** Told about long work as it goes: `total` is null when it cannot be known. */
export type Progress = (step: string, done: number, total: number | null) => void
