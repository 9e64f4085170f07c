import * as z from 'zod'
import { MOST_WORDS } from '../../actions/opportunities/by-hand/read-given.ts'
import { type IsoDate, isIsoDate } from '../../base/date.ts'
import { AppError } from '../../base/errors.ts'
import type { HandForm } from '../../domain/hand-form.ts'
import { OpportunityKind } from '../../domain/opportunity.ts'
import { LICENCES } from '../licences.ts'

/** Of a field twice only one can be meant. */
const Typed = z
  .union([z.string(), z.array(z.string()).transform((all) => all.at(-1) ?? '')])
  // A form sends every line end as two characters.
  .transform((text) => text.replace(/\r\n?/g, '\n'))
/** No field of ours has more than the words that it is read from. */
const Text = Typed.pipe(z.string().max(MOST_WORDS)).default('')
/** Of ticked boxes each value comes by itself; unseen they go together, with commas between. */
const List = z
  .union([z.string().transform((one) => [one]), z.array(z.string())])
  .transform((values) => values.flatMap((value) => value.split(',')).filter((value) => value !== ''))
  .default([])
  .readonly()

const Posted = z.object({
  step: z.enum(['read', 'change', 'check', 'save']),
  title: Text,
  funder: Text,
  kind: OpportunityKind.default('grant'),
  link: Text,
  deadline: z.enum(['', 'fixed', 'rolling', 'until_spent', 'unknown']).default(''),
  day: Text,
  month: Text,
  year: Text,
  time: Text,
  awardMin: Text,
  awardMax: Text,
  fundTotal: Text,
  who: List,
  areas: Text,
  summary: Text,
  keep: List,
  /** One of those that are offered, or none. */
  licence: z.enum(['', ...Object.keys(LICENCES)]).default(''),
  where: Text,
  /** What was pasted on the first page; how much may be is told there. */
  text: Typed.default(''),
  words: Text,
  names: Text,
  on: z.custom<IsoDate>((value) => typeof value === 'string' && isIsoDate(value)).optional(),
  ref: z
    .string()
    .regex(/^[\w-]{1,64}$/)
    .optional(),
  version: z.coerce.number().int().positive().optional(),
  another: Text,
})

/** A form of these pages as it was sent. */
export interface Posted {
  readonly step: z.infer<typeof Posted>['step']
  readonly form: HandForm
  readonly text: string
  /** The words that the fields were found in; empty when there are none. */
  readonly words: string
  /** Names of the site that they are from, one a line. */
  readonly names: string
  /** The day on which they were read. */
  readonly on: IsoDate | undefined
  /** The id of what is to be added. */
  readonly ref: string | undefined
  /** The version that is to be changed. */
  readonly version: number | undefined
  readonly isAnother: boolean
}

/** @throws AppError `invalid` for a form that is none of ours */
export function readPosted(body: Readonly<Record<string, unknown>>): Posted {
  const { success, data } = Posted.safeParse(body)
  if (!success) {
    throw new AppError('invalid', 'This form is not one of ours. Go back, load the page again and try again')
  }
  const { step, text, words, names, on, ref, version, another, ...form } = data
  return { step, form, text, words, names, on, ref, version, isAnother: another === 'yes' }
}
