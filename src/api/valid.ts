import { zValidator } from '@hono/zod-validator'
import type { ValidationTargets } from 'hono'
import type * as z from 'zod'
import { AppError } from '../base/errors.ts'

/** Lets a request through only when that part of it fits the schema, which also types it for the handler. */
export const valid = <Target extends keyof ValidationTargets, Schema extends z.ZodType>(
  target: Target,
  schema: Schema,
) =>
  zValidator(target, schema, (result) => {
    if (!result.success) {
      throw new AppError('invalid', 'The request is not valid. See errors', { cause: result.error })
    }
  })
