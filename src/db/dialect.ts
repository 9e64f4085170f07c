import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import { boundValues } from './database.ts'

/** Runs one statement with its bound values and answers its rows. */
export type Execute = (sql: string, values: (string | number | null)[]) => Promise<unknown[]>

/**
 * Kysely's SQLite dialect over anything that can run one statement. It has no transactions, since
 * D1 has none: writes that belong together go through `Database.commit`.
 */
export function statementDialect(execute: Execute): Dialect {
  const connection: DatabaseConnection = {
    async executeQuery<Row>(query: CompiledQuery) {
      return { rows: (await execute(query.sql, boundValues(query))) as Row[] }
    },
    streamQuery: () => {
      throw new RangeError('Streaming is not offered: page by key instead')
    },
  }
  const refuse = () => Promise.reject(new RangeError('Use Database.commit: D1 holds no transaction open'))
  return {
    createAdapter: () => new SqliteAdapter(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createDriver: () => ({
      init: async () => {},
      acquireConnection: async () => connection,
      beginTransaction: refuse,
      commitTransaction: refuse,
      rollbackTransaction: refuse,
      releaseConnection: async () => {},
      destroy: async () => {},
    }),
  }
}
