/** Every way in which the app says no, with the HTTP status that the faces answer. */
export const STATUS = {
  invalid: 400,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  source_unavailable: 502,
  unavailable: 503,
} as const

export type ErrorCode = keyof typeof STATUS

/** A no that its reader can do something about. Whatever else is thrown is a fault of ours. */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly code: ErrorCode

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

export const notFound = (kind: string, id: string) => new AppError('not_found', `There is no ${kind} ${id}`)

/** The message of anything that was thrown, for a log line or a job's record. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
