import * as z from 'zod'
import { OpportunityKind } from '../domain/opportunity.ts'

/** Which part of a list is asked for: the same for every list. */
export const ListQuery = z.strictObject({
  limit: z.coerce
    .number({ error: 'must be a whole number from 1 to 100' })
    .int({ error: 'must be a whole number from 1 to 100' })
    .min(1, { error: 'must be a whole number from 1 to 100' })
    .max(100, { error: 'must be a whole number from 1 to 100' })
    .default(20),
  /** The `next` of the page before. */
  after: z
    .string({ error: 'must be given once' })
    .min(1, { error: 'must not be empty' })
    .nullable()
    .default(null),
})

const STATUSES = ['open', 'forecast', 'closed', 'withdrawn', 'any'] as const

export const OpportunityQuery = z.strictObject({
  ...ListQuery.shape,
  status: z.enum(STATUSES, { error: `must be one of ${STATUSES.join(', ')}` }).default('open'),
  kind: z
    .enum(OpportunityKind.options, { error: `must be one of ${OpportunityKind.options.join(', ')}` })
    .nullable()
    .default(null),
})

/** For an address without parameters. */
export const NoQuery = z.strictObject({})
