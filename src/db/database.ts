import type { CompiledQuery, Kysely } from 'kysely'
import type { Schema } from './schema.ts'

/** A query that is ready to run, as Kysely builds them. */
export interface Statement {
  compile(): CompiledQuery
}

/**
 * The one door to stored data: `sqlite.ts` opens it on Node, `d1.ts` on Workers.
 *
 * D1 cannot hold a transaction open while code runs. So read first, decide, then `commit` every
 * write at once.
 */
export interface Database {
  readonly query: Kysely<Schema>
  /** Writes everything or nothing, one statement after the other. */
  commit(statements: readonly Statement[]): Promise<void>
}

/** The most values that D1 binds to one statement; SQLite keeps to it here too, so that tests tell. */
export const MOST_PARAMETERS = 100

/**
 * The values of a statement as both engines take them: flags as 0 and 1.
 *
 * @throws RangeError for more values than D1 takes, or one that neither engine stores
 */
export function boundValues({ sql, parameters }: CompiledQuery): (string | number | null)[] {
  if (parameters.length > MOST_PARAMETERS) {
    throw new RangeError(`${parameters.length} values in one statement, ${MOST_PARAMETERS} at most: ${sql}`)
  }
  return parameters.map((value) => {
    if (typeof value === 'boolean') return value ? 1 : 0
    if (value === null || typeof value === 'string' || typeof value === 'number') return value
    throw new RangeError(`A value of type ${typeof value} cannot be stored: ${sql}`)
  })
}
