import * as z from 'zod'
import { type AreaCode, findArea } from '../domain/area.ts'
import { FeedbackVerdict } from '../domain/feedback.ts'
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

export const FeedbackQuery = z.strictObject({
  ...ListQuery.shape,
  verdict: z
    .enum(FeedbackVerdict.options, { error: `must be one of ${FeedbackVerdict.options.join(', ')}` })
    .nullable()
    .default(null),
})

const AREA = { error: 'must be the GSS code of an area we know, such as E06000025' }
const VERDICTS = ['eligible', 'unclear'] as const

/** Which of the organisations that an opportunity fits are asked for. */
export const FitQuery = z.strictObject({
  ...ListQuery.shape,
  /** Where they work: in some part of it, or around it. */
  area: z
    .string(AREA)
    .transform((text) => findArea(text)?.code)
    .pipe(z.custom<AreaCode>((code) => code !== undefined, AREA))
    .nullable()
    .default(null),
  verdict: z
    .enum(VERDICTS, { error: `must be one of ${VERDICTS.join(', ')}` })
    .nullable()
    .default(null),
})

/** For an address without parameters. */
export const NoQuery = z.strictObject({})
