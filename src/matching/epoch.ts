import { hashOf } from '../base/hash.ts'
import type { Tables } from './learnt.ts'
import { PHRASES } from './topics/phrases.ts'
import * as weights from './weights.ts'
import { wordKey } from './words/term-key.ts'

/** Raise it with any change of code by which some pair gets another score or verdict: lists are then made afresh. */
const EDITION = 2

/**
 * What scores go by, as a short text: lists of one epoch can be carried on, and of another cannot.
 *
 * @param learntAt - tells tables that were learnt here from those learnt before; empty for those shipped
 */
export const epochOf = ({ words, topics }: Tables, learntAt: string): string =>
  hashOf(JSON.stringify([EDITION, weights, keyOf([...words.words]), keyOf([...PHRASES]), topics, learntAt]))

/** Much faster than a hash of all that is said; good enough to tell one table from the next. */
const keyOf = (said: unknown): number => wordKey(JSON.stringify(said))
