import * as z from 'zod'
import type { Validators as Known } from '../source.ts'

/** What a server calls one state of a page, as it is kept between two harvests. */
export const Validators: z.ZodType<Known> = z.object({
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
})
