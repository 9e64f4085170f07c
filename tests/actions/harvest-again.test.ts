import { describe, expect, test } from 'vitest'
import { listByPrint } from '../../src/db/records.ts'
import { databases } from '../support/databases.ts'
import { onSite } from '../support/on-site.ts'
import { openExplained } from '../support/plans.ts'
import { SITES } from '../support/sites.ts'

const ocds = SITES.find(({ entry }) => entry.connector === 'ocds')

/** Releases whose second one says something else. */
const withOther = (title: string) => {
  if (!ocds) throw new Error('There is no source of releases')
  return {
    ...ocds,
    pageOf: ocds.pageOf,
    answer: (items: readonly number[], asked: Parameters<typeof ocds.answer>[1]) =>
      ocds.answer(items, asked).replace('"title":"Call 2"', `"title":"${title}"`),
  }
}

describe.for(databases)('a second harvest into %s', ([, open]) => {
  test('reads again only the record that says something else', async () => {
    const db = await open()
    await onSite(withOther('Call 2'), db).harvest()
    // What nobody but a reader would put back.
    await db.commit([db.query.updateTable('opportunities').set({ title: 'Left alone' })])
    const { counts } = await onSite(withOther('Call two'), db).harvest()
    expect(counts).toMatchObject({ seen: 3, new: 0, changed: 1, unchanged: 2 })
    expect(await onSite(withOther('Call two'), db).stored()).toEqual(['Call two', 'Left alone', 'Left alone'])
  })

  test('says that what it did not read again was checked', async () => {
    const db = await open()
    const world = onSite(withOther('Call 2'), db)
    await world.harvest()
    world.later(6)
    await world.harvest()
    const checked = await db.query.selectFrom('opportunities').select('last_checked_at').distinct().execute()
    expect(checked).toEqual([{ last_checked_at: '2026-06-01T18:00:00.000Z' }])
  })

  test('reads everything again when the registry says something else of the source', async () => {
    const db = await open()
    const world = onSite(withOther('Call 2'), db)
    await world.harvest()
    await db.commit([db.query.updateTable('records').set({ revision: 'old' })])
    const site = withOther('Call 2')
    const settings = { ...site.entry.settings, lookbackDays: 2 }
    await onSite({ ...site, entry: { ...site.entry, settings } }, db).harvest()
    const revisions = await db.query.selectFrom('records').select('revision').distinct().execute()
    expect(revisions.map(({ revision }) => revision)).not.toContain('old')
  })
})

test('what stands is found by an index', async () => {
  const { db, planOf } = openExplained()
  const plan = await planOf(() => listByPrint(db, 'notices', ['a', 'b']))
  expect(plan.join('\n')).toContain('USING COVERING INDEX records_by_print (print=? AND source_id=?)')
})
