import { beforeEach, describe, expect, test } from 'vitest'
import type { Instant } from '../../src/base/date.ts'
import type { Database } from '../../src/db/database.ts'
import { findLearnt, type Learnt, MOST_BYTES, putLearnt } from '../../src/db/learnt.ts'
import { databases } from '../support/databases.ts'

const learnt = (over: Partial<Learnt> = {}): Learnt => ({
  key: 'words',
  body: '{"texts":600}',
  texts: 600,
  learntAt: '2026-06-01T03:45:00.000Z' as Instant,
  ...over,
})

describe.for(databases)('what was learnt, on %s', ([, open]) => {
  let db: Database
  beforeEach(async () => {
    db = await open()
  })

  test('is not there at first', async () => {
    expect(await findLearnt(db, 'words')).toBeUndefined()
  })

  test('takes the place of what was learnt before', async () => {
    const newer = learnt({
      body: '{"texts":700}',
      texts: 700,
      learntAt: '2026-06-08T03:45:00.000Z' as Instant,
    })
    await db.commit([putLearnt(db, learnt())])
    await db.commit([putLearnt(db, newer)])
    expect(await findLearnt(db, 'words')).toEqual(newer)
  })

  test('is JSON or nothing', async () => {
    await expect(db.commit([putLearnt(db, learnt({ body: '{' }))])).rejects.toThrow('CHECK')
  })

  test('may be as long as the longest table', async () => {
    const body = JSON.stringify('é'.repeat(MOST_BYTES / 2 - 1))
    expect(Buffer.byteLength(body)).toBe(MOST_BYTES)
    await db.commit([putLearnt(db, learnt({ body }))])
    expect((await findLearnt(db, 'words'))?.body === body).toBe(true)
  })
})
