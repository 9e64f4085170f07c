import { zValidator } from '@hono/zod-validator'
import type { ValidationTargets } from 'hono'
import type * as z from 'zod'
import { AppError } from '../base/errors.ts'

/** Checks one part of a request against a schema; the handler reads it typed with `c.req.valid`. */
export const valid = <Target extends keyof ValidationTargets, Schema extends z.ZodType>(
  target: Target,
  schema: Schema,
) =>
  zValidator(target, schema, (result) => {
    if (!result.success) {
      throw new AppError('invalid', 'The request is not valid. See errors', { cause: result.error })
    }
  })
