import * as z from 'zod'
import type { NotOpenSearch } from '../actions/matching/find-not-open.ts'
import type { OpportunityQuery } from '../actions/opportunities/search.ts'
import { AppError } from '../base/errors.ts'
import { type AreaCode, areaOfCode } from '../domain/area.ts'
import { RuleName } from '../domain/match.ts'
import { OpportunityKind } from '../domain/opportunity.ts'

/** A name as somebody types it. */
const Typed = z.string().trim().max(200).default('')

const List = z.object({ after: z.string().min(1).nullable().default(null) })

const Search = z.object({
  ...List.shape,
  status: z.enum(['open', 'forecast', 'closed', 'withdrawn', 'any']).default('open'),
  // An untouched form sends an empty kind.
  kind: z
    .union([OpportunityKind, z.literal('').transform(() => null)])
    .nullable()
    .default(null),
  funder: Typed,
})

const Matches = z.object({
  ...List.shape,
  said: z.string().nullable().default(null),
  at: z.coerce.number().int().nonnegative().default(0),
})
/** Which part of the matches is asked for, and what has just been said of which, from which place on the page. */
export type MatchesQuery = Readonly<z.infer<typeof Matches>>

/** Reads the address of the matches of an organisation. @throws AppError `invalid` */
export const matchesQuery = (query: Readonly<Record<string, string>>): MatchesQuery => read(Matches, query)

const Hidden = z.object({ ...List.shape, undone: z.string().nullable().default(null) })

/** Reads the address of what is not for an organisation; `undone` has just been taken back. @throws AppError `invalid` */
export const hiddenQuery = (
  query: Readonly<Record<string, string>>,
): { after: string | null; undone: string | null } => read(Hidden, query)

const Names = z.object({ ...List.shape, name: Typed })

/** Reads the address of the list of organisations; an empty name asks for all. @throws AppError `invalid` */
export const nameQuery = (query: Readonly<Record<string, string>>): { after: string | null; name: string } =>
  read(Names, query)

const Done = z.object({ done: z.enum(['added', 'changed', 'withdrawn']).nullable().default(null) })
/** What has just been done by hand; null for nothing. */
export type Done = z.infer<typeof Done>['done']

/** Reads the address of an opportunity. @throws AppError `invalid` */
export const doneQuery = (query: Readonly<Record<string, string>>): { done: Done } => read(Done, query)

const Fit = z.object({
  ...List.shape,
  // An untouched form sends both empty.
  area: Typed,
  verdict: z
    .union([z.enum(['eligible', 'unclear']), z.literal('').transform(() => null)])
    .nullable()
    .default(null),
})

/** Which organisations are asked for, with the place as it was typed; empty for anywhere. */
export type FitQuery = Readonly<z.infer<typeof Fit>>

/** Reads the address of the list of organisations that an opportunity fits. @throws AppError `invalid` */
export const fitQuery = (query: Readonly<Record<string, string>>): FitQuery => read(Fit, query)

const NotOpen = z.object({
  ...List.shape,
  // An untouched form sends an empty rule.
  rule: z
    .union([RuleName, z.literal('').transform(() => null)])
    .nullable()
    .default(null),
})

/** Reads the address of the list of what is not open to an organisation. @throws AppError `invalid` */
export const notOpenQuery = (
  query: Readonly<Record<string, string>>,
): NotOpenSearch & { after: string | null } => read(NotOpen, query)

const Pairs = z.object({
  ...List.shape,
  first: z.string().nullable().default(null),
  second: z.string().nullable().default(null),
  of: z.string().min(1).nullable().default(null),
})

/** Reads the address of a list of possible duplicates; something has just been said of those two, or those `of` one opportunity are asked for. @throws AppError `invalid` */
export const pairsQuery = (query: Readonly<Record<string, string>>): Readonly<z.infer<typeof Pairs>> =>
  read(Pairs, query)

const Awards = z.object({
  ...List.shape,
  area: z
    .string()
    .transform((code) => areaOfCode(code)?.code)
    .refine((code) => code !== undefined)
    .nullable()
    .default(null),
})

/** Reads the address of a list of awards. @throws AppError `invalid` */
export const awardsQuery = (
  query: Readonly<Record<string, string>>,
): { after: string | null; area: AreaCode | null } => read(Awards, query)

/** Reads the address of a search. @throws AppError `invalid` */
export const searchQuery = (
  query: Readonly<Record<string, string>>,
): OpportunityQuery & { after: string | null } => read(Search, query)

function read<T extends z.ZodType>(schema: T, query: Readonly<Record<string, string>>): z.output<T> {
  const { success, data, error } = schema.safeParse(query)
  if (success) return data
  const names = error.issues.map(({ path }) => path.join('.'))
  throw new AppError('invalid', `Part of the address is not something this page knows: ${names.join(', ')}`)
}
