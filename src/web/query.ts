import * as z from 'zod'
import { AppError } from '../base/errors.ts'
import type { OpportunitySearch } from '../db/opportunities.ts'
import { OpportunityKind } from '../domain/opportunity.ts'

const List = z.object({ after: z.string().min(1).nullable().default(null) })

const Search = z.object({
  ...List.shape,
  status: z.enum(['open', 'forecast', 'closed', 'withdrawn', 'any']).default('open'),
  // An untouched form sends an empty kind.
  kind: z
    .union([OpportunityKind, z.literal('').transform(() => null)])
    .nullable()
    .default(null),
})

/** Reads the address of a list; what it does not know there is no fault. @throws AppError `invalid` */
export const listQuery = (query: Readonly<Record<string, string>>): { after: string | null } =>
  read(List, query)

const Names = z.object({ ...List.shape, name: z.string().trim().max(200).default('') })

/** Reads the address of the list of organisations; an empty name asks for all. @throws AppError `invalid` */
export const nameQuery = (query: Readonly<Record<string, string>>): { after: string | null; name: string } =>
  read(Names, query)

/** Reads the address of a search. @throws AppError `invalid` */
export const searchQuery = (
  query: Readonly<Record<string, string>>,
): OpportunitySearch & { after: string | null } => read(Search, query)

function read<T extends z.ZodType>(schema: T, query: Readonly<Record<string, string>>): z.output<T> {
  const { success, data, error } = schema.safeParse(query)
  if (success) return data
  const names = error.issues.map(({ path }) => path.join('.'))
  throw new AppError('invalid', `Part of the address is not something this page knows: ${names.join(', ')}`)
}
