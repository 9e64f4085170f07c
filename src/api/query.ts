import * as z from 'zod'
import { type IsoDate, isIsoDate } from '../base/date.ts'
import { FeedbackVerdict } from '../domain/feedback.ts'
import { RuleName } from '../domain/match.ts'
import { OpportunityKind } from '../domain/opportunity.ts'

/** Names are shorter. */
const LONGEST_TYPED = 200

/** A name as somebody typed it. */
const TypedName = z
  .string({ error: 'must be given, once' })
  .trim()
  .min(1, { error: 'must not be empty' })
  .max(LONGEST_TYPED, { error: `must have ${LONGEST_TYPED} characters at most` })

/** More than a guidance of 40 pages. */
const MOST_WORDS = 100_000

/** Words of a funder, to be read. */
export const WordsToRead = z.strictObject({
  text: z
    .string({ error: 'must be given as a text' })
    .min(1, { error: 'must not be empty' })
    .max(MOST_WORDS, { error: `must have ${MOST_WORDS} characters at most` }),
  /** For days without a year; today when it is left out. */
  publishedOn: z
    .custom<IsoDate>((value) => typeof value === 'string' && isIsoDate(value), {
      error: 'must be a day like 2026-06-03',
    })
    .optional(),
})

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
  /** A name, or an id; those with a name like it when none has just it. */
  funder: TypedName.optional(),
})

export const FeedbackQuery = z.strictObject({
  ...ListQuery.shape,
  verdict: z
    .enum(FeedbackVerdict.options, { error: `must be one of ${FeedbackVerdict.options.join(', ')}` })
    .nullable()
    .default(null),
})

/** Which awards of a funder are asked for. */
export const AwardsQuery = z.strictObject({
  ...ListQuery.shape,
  /** Where the work is, by code or name: there, or in a part of it. */
  area: TypedName.nullable().default(null),
})

const VERDICTS = ['eligible', 'unclear'] as const

/** Which of the organisations that an opportunity fits are asked for. */
export const FitQuery = z.strictObject({
  ...ListQuery.shape,
  /** Where they work, by code or name: in some part of it, or around it. */
  area: TypedName.nullable().default(null),
  verdict: z
    .enum(VERDICTS, { error: `must be one of ${VERDICTS.join(', ')}` })
    .nullable()
    .default(null),
})

/** What somebody has typed of the name of an area, or a postcode. */
export const AreaQuery = z
  .strictObject({
    q: TypedName.optional(),
    postcode: TypedName.optional(),
    limit: ListQuery.shape.limit,
  })
  .refine(({ q, postcode }) => (q === undefined) !== (postcode === undefined), {
    path: ['q'],
    error: 'must be given, once, or postcode in its place',
  })

/** What somebody has typed of a name, and how many answers are wanted. */
export const LookUpQuery = z.strictObject({
  q: TypedName,
  limit: ListQuery.shape.limit,
})

/** Which of the opportunities that are not open to an organisation are asked for. */
export const NotOpenQuery = z.strictObject({
  ...ListQuery.shape,
  /** A rule that stands in the way, alone or beside others. */
  rule: z
    .enum(RuleName.options, { error: `must be one of ${RuleName.options.join(', ')}` })
    .nullable()
    .default(null),
})

/** For an address without parameters. */
export const NoQuery = z.strictObject({})
