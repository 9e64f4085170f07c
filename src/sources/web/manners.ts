import * as z from 'zod'

/** How a site wants to be treated, as its entry says. */
export const MANNERS = {
  /** Least milliseconds from one answer to the next request. */
  paceMs: z.number().nonnegative().default(2000),
  /** Statuses that mean "too fast" besides 429 and 503, and how long to keep away. */
  throttle: z
    .array(z.strictObject({ status: z.int().min(400).max(599), waitMs: z.number().positive() }))
    .readonly()
    .default([]),
}
