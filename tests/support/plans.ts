import { Kysely } from 'kysely'
import { boundValues, type Database } from '../../src/db/database.ts'
import { statementDialect } from '../../src/db/dialect.ts'
import { migrate } from '../../src/db/migrate.ts'
import type { Schema } from '../../src/db/schema.ts'
import { openSqlite } from '../../src/db/sqlite.ts'

/** A fresh SQLite database that keeps how it goes about each statement. */
export function openExplained(): { readonly db: Database; planOf(work: () => unknown): Promise<string[]> } {
  const { file, ...db } = openSqlite(':memory:')
  migrate(file)
  const steps: string[] = []
  const explain = (text: string, values: readonly unknown[]) => {
    const rows = file.prepare(`EXPLAIN QUERY PLAN ${text}`).all(values) as { detail: string }[]
    steps.push(...rows.map(({ detail }) => detail))
  }
  const dialect = statementDialect(async (text, values) => {
    explain(text, values)
    const statement = file.prepare(text)
    return statement.reader ? statement.all(values) : [statement.run(values)]
  })
  return {
    db: {
      query: new Kysely<Schema>({ dialect }),
      commit(statements) {
        for (const query of statements.map((it) => it.compile())) explain(query.sql, boundValues(query))
        return db.commit(statements)
      },
    },
    async planOf(work) {
      steps.length = 0
      await work()
      return [...steps]
    },
  }
}
