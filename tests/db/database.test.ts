import { join } from 'node:path'
import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '../../src/db/database.ts'
import { openSqlite } from '../../src/db/sqlite.ts'
import { databases } from '../support/databases.ts'
import { tempFolder } from '../support/temp.ts'

test('SQLite writes ahead, holds foreign keys and waits for another process', () => {
  const path = join(tempFolder(), 'test.db')
  const { file } = openSqlite(path)
  const pragma = (name: string) => file.pragma(name, { simple: true })
  expect(pragma('journal_mode')).toBe('wal')
  expect(pragma('foreign_keys')).toBe(1)
  expect(pragma('busy_timeout')).toBe(10_000)
  file.close()
})

describe.for(databases)('the database port on %s', ([, open]) => {
  let db: Database
  beforeEach(async () => {
    db = await open()
  })
  const put = (id: string) => db.query.insertInto('funders').values({ id, name: 'A fund', org_id: null })
  const countFunders = async () => (await db.query.selectFrom('funders').select('id').execute()).length

  test('a commit stores all of its statements', async () => {
    await db.commit([put('a'), put('b')])
    expect(await countFunders()).toBe(2)
  })

  test('a commit that fails half-way leaves nothing behind', async () => {
    await expect(db.commit([put('a'), put('b'), put('a')])).rejects.toThrow('UNIQUE')
    expect(await countFunders()).toBe(0)
  })

  test('an empty commit is nothing at all', async () => {
    await expect(db.commit([])).resolves.toBeUndefined()
  })

  test('more values than D1 binds are refused on both engines', async () => {
    const many = Array.from({ length: 101 }, (_, i) => `f${i}`)
    const query = db.query.selectFrom('funders').select('id').where('id', 'in', many)
    await expect(query.execute()).rejects.toThrow('100 at most')
  })

  test('a value that neither engine stores is refused, not turned into something else', async () => {
    const query = sql`SELECT ${undefined} AS it`.execute(db.query)
    await expect(query).rejects.toThrow('cannot be stored')
  })

  test('foreign keys are held', async () => {
    const orphan = db.query
      .insertInto('opportunity_rounds')
      .values({ opportunity_id: 'none', position: 0, opens_at: null, closes_at: null })
    await expect(db.commit([orphan])).rejects.toThrow('FOREIGN KEY')
  })
})
