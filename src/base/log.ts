/** What a log line or a job reports beside its name: flat values only. */
export type Facts = Readonly<Record<string, string | number | boolean | null>>

/** Where the app says what happened: one line an event, named `noun.past_tense`. */
export interface Log {
  info(event: string, facts?: Facts): void
  error(event: string, error: unknown, facts?: Facts): void
}

/**
 * Writes each event as one line of JSON.
 *
 * @param write - standard error unless said otherwise, so that a command's own output stays clean
 */
export function jsonLog(now: () => Date, write: (line: string) => void = console.error): Log {
  const put = (level: string, event: string, facts: Facts) =>
    write(JSON.stringify({ at: now().toISOString(), level, event, ...facts }))
  return {
    info: (event, facts = {}) => put('info', event, facts),
    error: (event, error, facts = {}) =>
      put('error', event, {
        ...facts,
        error: error instanceof Error ? error.message : String(error),
        ...(error instanceof Error && error.name !== 'AppError' && error.stack ? { stack: error.stack } : {}),
      }),
  }
}

/** Says nothing: for tests, and for commands that report in their own words. */
export const silentLog: Log = { info: () => {}, error: () => {} }
