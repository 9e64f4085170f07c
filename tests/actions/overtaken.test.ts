import { describe, expect, test } from 'vitest'
import { harvestSource } from '../../src/actions/opportunities/harvest-source.ts'
import type { Database } from '../../src/db/database.ts'
import { isOvertaken, putOpportunities } from '../../src/db/opportunity-versions.ts'
import { anOpportunity, opportunityId } from '../support/builders.ts'
import { databases } from '../support/databases.ts'
import { onSite } from '../support/on-site.ts'
import { takeWards } from '../support/places.ts'
import { aRuntime } from '../support/runtime.ts'
import { type Asked, SITES, type Site } from '../support/sites.ts'

const ocds = SITES.find(({ entry }) => entry.connector === 'ocds') as Site

/** The same site, on which the first call has another title. */
const named = (title: string): Site => ({
  ...ocds,
  pageOf: ocds.pageOf,
  answer: (items, asked) => ocds.answer(items, asked).replace('"title":"Call 1"', `"title":"${title}"`),
})

/** A database on which something happens just before the next commit that would store a version. */
function interrupted(db: Database, meanwhile: () => Promise<unknown>): Database {
  let isOver = false
  return {
    ...db,
    async commit(statements) {
      const writes = statements.some((it) => it.compile().sql.includes('INTO "opportunity_versions"'))
      if (writes && !isOver) {
        isOver = true
        await meanwhile()
      }
      return db.commit(statements)
    },
  }
}

const versionsOf = async (db: Database) =>
  (
    await db.query
      .selectFrom('opportunity_versions as v')
      .innerJoin('opportunities as o', 'o.id', 'v.opportunity_id')
      .select(['v.version', 'o.title'])
      .where('o.source_key', '=', 'ocds-test-1')
      .orderBy('v.version')
      .execute()
  ).map(({ version, title }) => `${version} ${title}`)

describe.for(databases)('on %s', ([, open]) => {
  test('a version that somebody else has stored in between fails the whole commit', async () => {
    const db = await open()
    const first = anOpportunity({ id: opportunityId('a'), title: 'First' })
    const put = (title: string, version: number) =>
      db.commit(
        putOpportunities(db, [{ opportunity: { ...first, title, version }, changed: [], revision: 'r' }]),
      )
    await put('First', 1)
    await put('Second', 2)
    const failure = await put('Late', 2).catch((error: unknown) => error)
    expect(isOvertaken(failure)).toBe(true)
    const { title } = await db.query.selectFrom('opportunities').select('title').executeTakeFirstOrThrow()
    expect(title).toBe('Second')
  })

  test('a harvest that was overtaken reads again what is stored, and loses neither change', async () => {
    const db = await open()
    await onSite(ocds, db).harvest()
    const late = onSite(
      named('Late'),
      interrupted(db, () => onSite(named('Early'), db).harvest()),
    )
    expect(await late.harvest()).toMatchObject({ error: null, finished: true, counts: { changed: 1 } })
    expect(await versionsOf(db)).toEqual(['1 Late', '2 Late', '3 Late'])
  })

  test('what has not changed is read again once places are known that were not', async () => {
    const db = await open()
    const site: Site = {
      ...ocds,
      pageOf: ocds.pageOf,
      answer: (items, asked: Asked) => ocds.answer(items, asked).replaceAll('South West', 'E05011950'),
    }
    const world = onSite(site, db)
    await world.harvest()
    await takeWards(aRuntime({ db }))
    await db.commit([db.query.updateTable('records').set({ revision: 'old' })])
    await harvestSource(
      aRuntime({
        db,
        fetch: async (url) => new Response(site.answer([1], { url: new URL(String(url)), body: '' })),
      }),
      site.entry,
    )
    const revisions = await db.query.selectFrom('records').select('revision').execute()
    expect(revisions.map(({ revision }) => revision)).toContain('release-1')
  })
})
