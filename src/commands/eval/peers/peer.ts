import type { Candidate } from '../labelled-set.ts'
import type { Scored } from '../scored.ts'

/** A search engine that others would have used instead of ours. */
export interface Peer {
  /** As it is named on the command line and in the report. */
  readonly name: string
  readonly says: string
  /** Whether it is asked only a sample of the queries, because all would take minutes. */
  readonly sampled: boolean
  /** Reads the candidates once. @returns what it finds for a text, in any order */
  index(candidates: readonly Candidate[]): (text: string) => Scored[]
}
