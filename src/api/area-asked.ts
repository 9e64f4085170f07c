import * as z from 'zod'
import { readAnyArea } from '../actions/places/find-wards.ts'
import { AppError } from '../base/errors.ts'
import type { Database } from '../db/database.ts'
import type { AreaCode } from '../domain/area.ts'
import { askWhichPlace } from '../domain/areas/read-ward.ts'

/**
 * An area by its code, or by a name that means no other; null for none asked for.
 *
 * @throws AppError `invalid` for what may mean several, with the question
 */
export async function areaAsked(db: Pick<Database, 'query'>, text: string | null): Promise<AreaCode | null> {
  if (text === null) return null
  const reading = await readAnyArea(db, text)
  if ('exact' in reading) return reading.exact.code
  const question = askWhichPlace(text, reading.candidates)
  const message = `must be the name or GSS code of one area, such as South Gloucestershire or E06000025${question && `. ${question}`}`
  const cause = new z.ZodError([{ code: 'custom', path: ['area'], message, input: text }])
  throw new AppError('invalid', 'The request is not valid. See errors', { cause })
}
