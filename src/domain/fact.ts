import * as z from 'zod'

/**
 * Something a funder requires: **stated** in a field of its own, **inferred** from words that are
 * quoted, or **unknown**. Unknown is never a silent yes or no.
 */
export type Fact<T> =
  | { readonly basis: 'stated'; readonly value: T }
  | { readonly basis: 'inferred'; readonly value: T; readonly quote: string }
  | { readonly basis: 'unknown' }

export const UNKNOWN = { basis: 'unknown' } as const

export const stated = <T>(value: T): Fact<T> => ({ basis: 'stated', value })

/** A fact from a value that may be missing: null and undefined are unknown. */
export const statedOrUnknown = <T>(value: T | null | undefined): Fact<T> =>
  value === null || value === undefined ? UNKNOWN : stated(value)

/** @param quote - the very words it was read from */
export const inferred = <T>(value: T, quote: string): Fact<T> => ({ basis: 'inferred', value, quote })

/** The value, or null when it is unknown. */
export const factValue = <T>(fact: Fact<T>): T | null => (fact.basis === 'unknown' ? null : fact.value)

/** The schema of a fact whose value has that schema. */
export const Fact = <T extends z.ZodType>(value: T) =>
  z.discriminatedUnion('basis', [
    z.object({ basis: z.literal('stated'), value }),
    z.object({ basis: z.literal('inferred'), value, quote: z.string().min(1) }),
    z.object({ basis: z.literal('unknown') }),
  ])
