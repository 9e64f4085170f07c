import * as z from 'zod'
import { paragraphs } from '../base/text.ts'
import { type AreaCode, findArea } from './area.ts'

/** What somebody writes, as plain text of at most so many characters, each line end counted as one; null for nothing. */
export const writtenText = (most: number) =>
  z
    .string({ error: 'must be text' })
    .transform(paragraphs)
    .refine((text) => text.length <= most, { error: `must have ${most} characters at most` })
    .transform((text) => (text === '' ? null : text))

/** Minor units of the currency; never negative. */
export const Pence = z.int().nonnegative()

/** At most fifty years, so that a slip of the pen is not taken for a rule. */
export const Months = z.int().nonnegative().max(600)

/** A share in hundredths; above 100 where more than the whole is meant. */
export const Percent = z.int().nonnegative().max(1000)

/** How many people, organisations or applications. */
export const HowMany = z.int().nonnegative().max(1_000_000)

export const Area = z.custom<AreaCode>(
  (value) => typeof value === 'string' && findArea(value) !== undefined,
  { error: 'is not the code of an area we know' },
)
