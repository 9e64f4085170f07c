import * as z from 'zod'

/** Whether a funder insists on something, or would merely rather have it. */
export type Strength = 'required' | 'preferred'

/**
 * Something a funder requires: **stated** in a field of its own, or by a person who confirmed the words
 * that are then quoted; **inferred** from words that are quoted; or **unknown**. Unknown is never a silent yes or no. With the strength `preferred` it is a
 * wish, which shuts nobody out; without one it is a requirement.
 */
export type Fact<T> =
  | { readonly basis: 'stated'; readonly value: T; readonly quote?: string; readonly strength?: 'preferred' }
  | { readonly basis: 'inferred'; readonly value: T; readonly quote: string; readonly strength?: 'preferred' }
  | { readonly basis: 'unknown' }

export const UNKNOWN = { basis: 'unknown' } as const

export const stated = <T>(value: T): Fact<T> => ({ basis: 'stated', value })

/** @param quote - the words in which a person found it; null when there are none */
export const confirmed = <T>(value: T, quote: string | null): Fact<T> =>
  quote === null ? stated(value) : { basis: 'stated', value, quote }

/** The words that a fact rests on; null where none are quoted. */
export const quoteOf = (fact: Fact<unknown>): string | null =>
  fact.basis === 'unknown' ? null : (fact.quote ?? null)

/** A fact from a value that may be missing: null and undefined are unknown. */
export const statedOrUnknown = <T>(value: T | null | undefined): Fact<T> =>
  value === null || value === undefined ? UNKNOWN : stated(value)

/** @param quote - the very words it was read from */
export const inferred = <T>(value: T, quote: string): Fact<T> => ({ basis: 'inferred', value, quote })

/** The same fact as a wish of the funder; what is unknown stays so. */
export const preferred = <T>(fact: Fact<T>): Fact<T> =>
  fact.basis === 'unknown' ? fact : { ...fact, strength: 'preferred' }

/** Null when it is unknown. */
export const strengthOf = (fact: Fact<unknown>): Strength | null =>
  fact.basis === 'unknown' ? null : (fact.strength ?? 'required')

/** The value, or null when it is unknown. */
export const factValue = <T>(fact: Fact<T>): T | null => (fact.basis === 'unknown' ? null : fact.value)

/** The schema of a fact whose value has that schema. Absent is unknown: what is stored may be older than the rule. */
export const Fact = <T extends z.ZodType>(value: T) =>
  z
    .discriminatedUnion('basis', [
      z.object({ basis: z.literal('stated'), value, quote: z.string().min(1).exactOptional(), strength }),
      z.object({ basis: z.literal('inferred'), value, quote: z.string().min(1), strength }),
      z.object({ basis: z.literal('unknown') }),
    ])
    .default(UNKNOWN)

const strength = z.literal('preferred').exactOptional()
