import type * as z from 'zod'
import { AppError } from '../base/errors.ts'
import type { SourceEntry } from '../domain/source.ts'

/**
 * The address of a source on the web, without a slash at its end.
 *
 * @throws AppError `invalid` when it is no such address
 */
export function webUrl({ id, url }: SourceEntry): string {
  if (!/^https?:\/\//.test(url) || !URL.canParse(url)) {
    throw new AppError('invalid', `The address of the source ${id} must begin with https://`)
  }
  return url.replace(/\/$/, '')
}

/**
 * What the entry sets, completed with defaults.
 *
 * @throws AppError `invalid` naming each setting that is wrong, and what it may be
 */
export function checkedSettings<T extends z.ZodType>(schema: T, { id, settings }: SourceEntry): z.infer<T> {
  const { success, data, error } = schema.safeParse(settings)
  if (success) return data
  const faults = error.issues.map(({ path, message }) => `${['settings', ...path].join('.')}: ${message}`)
  throw new AppError('invalid', `The source ${id} cannot be read. ${faults.join('. ')}`)
}
