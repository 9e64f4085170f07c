import type { D1Database } from '@cloudflare/workers-types'
import { Kysely } from 'kysely'
import { boundValues, type Database } from './database.ts'
import { statementDialect } from './dialect.ts'
import type { Schema } from './schema.ts'

/** Opens the D1 binding of a Worker. */
export function openD1(d1: D1Database): Database {
  const execute = async (sql: string, values: unknown[]) => {
    const { results } = await d1
      .prepare(sql)
      .bind(...values)
      .all()
    return results
  }
  return {
    query: new Kysely<Schema>({ dialect: statementDialect(execute) }),
    async commit(statements) {
      if (statements.length === 0) return
      await d1.batch(
        statements.map((statement) => {
          const query = statement.compile()
          return d1.prepare(query.sql).bind(...boundValues(query))
        }),
      )
    },
  }
}
