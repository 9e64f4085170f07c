import type { ErrorHandler } from 'hono'
import * as z from 'zod'
import { AppError, STATUS } from '../base/errors.ts'
import type { Log } from '../base/log.ts'

/** RFC 9457 problem details. */
export interface Problem {
  readonly type: 'about:blank'
  /** What the status means. */
  readonly title: string
  readonly status: number
  /** What went wrong this time. */
  readonly detail: string
  /** For programs; `bug` when the fault is ours. */
  readonly code: AppError['code'] | 'bug'
  /** Each fault of a request that is not valid. */
  readonly errors?: readonly Fault[]
}

interface Fault {
  /** JSON Pointer to the parameter, as a fragment: `#/limit`. */
  readonly pointer: string
  readonly detail: string
}

const TITLES: Readonly<Record<AppError['code'], string>> = {
  invalid: 'Bad Request',
  forbidden: 'Forbidden',
  not_found: 'Not Found',
  conflict: 'Conflict',
  source_unavailable: 'Bad Gateway',
  unavailable: 'Service Unavailable',
}

const BUG: Problem = {
  type: 'about:blank',
  title: 'Internal Server Error',
  status: 500,
  detail: 'Something went wrong here. Try again later',
  code: 'bug',
}

/** The problem that a refusal or a bug is answered with. */
export function problemOf(error: unknown): Problem {
  if (!(error instanceof AppError)) return BUG
  const faults = error.cause instanceof z.ZodError ? error.cause.issues.flatMap(faultsOf) : []
  return {
    type: 'about:blank',
    title: TITLES[error.code],
    status: STATUS[error.code],
    detail: error.message,
    code: error.code,
    ...(faults.length > 0 ? { errors: faults } : {}),
  }
}

function faultsOf(issue: z.core.$ZodIssue): readonly Fault[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      pointer: pointerTo([key]),
      detail: 'is not a parameter of this address',
    }))
  }
  return [{ pointer: pointerTo(issue.path), detail: issue.message }]
}

const pointerTo = (path: readonly PropertyKey[]): string =>
  `#${path.map((part) => `/${encodeURIComponent(String(part).replaceAll('~', '~0').replaceAll('/', '~1'))}`).join('')}`

/** Answers every refusal as problem details; a bug is logged and shown without its cause. */
export const problemErrors =
  ({ log }: { readonly log: Log }): ErrorHandler =>
  (error, c) => {
    if (!(error instanceof AppError)) log.error('request.failed', error, { path: c.req.path })
    const problem = problemOf(error)
    return new Response(JSON.stringify(problem), {
      status: problem.status,
      headers: { 'Content-Type': 'application/problem+json' },
    })
  }
