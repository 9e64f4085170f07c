import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Instant } from '../../src/base/date.ts'
import { mergePage } from '../../src/catalogue/merge-page.ts'
import type { Database } from '../../src/db/database.ts'
import { findOpportunity } from '../../src/db/opportunities.ts'
import { listChangedSince, putOpportunities } from '../../src/db/opportunity-versions.ts'
import { findOrganisation, putOrganisations } from '../../src/db/organisations.ts'
import { describeChanges } from '../../src/domain/changes.ts'
import { preferred, stated } from '../../src/domain/fact.ts'
import type { Opportunity } from '../../src/domain/opportunity.ts'
import { Standing } from '../../src/domain/standing.ts'
import { aContent, anOpportunity, anOrganisation, aSource, rules } from '../support/builders.ts'
import { databases } from '../support/databases.ts'

const AT = '2026-06-02T05:00:00.000Z' as Instant
/** The rules as they were stored before there were others, not known ones among them. */
const EARLIER = {
  applicantTypes: { basis: 'stated', value: ['registered_charity', 'cio'] },
  areas: { basis: 'stated', value: ['E06000025'] },
  incomeMin: { basis: 'unknown' },
  incomeMax: { basis: 'unknown' },
  supplierList: { basis: 'unknown' },
}

describe.for(databases)('what was stored in %s before there were as many rules', ([, open]) => {
  let db: Database
  beforeEach(async () => {
    db = await open()
    await put(anOpportunity())
    for (const table of ['opportunities', 'opportunity_versions'] as const) {
      await db.commit([
        db.query
          .updateTable(table)
          .set({ content: sql<string>`json_set(content, '$.rules', json(${JSON.stringify(EARLIER)}))` }),
      ])
    }
  })
  const put = (opportunity: Opportunity) =>
    db.commit(putOpportunities(db, [{ opportunity, changed: [], revision: 'r1' }]))
  const found = async () => {
    const opportunity = await findOpportunity(db, anOpportunity().id)
    if (!opportunity) throw new RangeError('It is not stored')
    return opportunity
  }

  test('is read with every other rule unknown', async () => {
    expect(await found()).toEqual(anOpportunity())
  })

  test('is unchanged when its source says the same again', async () => {
    const releasedAt = '2026-06-01T05:00:00.000Z' as Instant
    const merged = mergePage(
      { source: aSource(), at: AT, newId: () => 'new' },
      [{ outcome: 'opportunity', key: '1', revision: 'r2', releasedAt, content: aContent() }],
      new Map([['1', { releasedAt, opportunity: await found(), closedByPerson: false }]]),
    )
    expect(merged.counts).toMatchObject({ unchanged: 1, changed: 0, new: 0 })
    expect(merged.versions).toEqual([])
  })

  test('is changed, for all to hear, by the first rule of the new ones', async () => {
    const releasedAt = '2026-06-01T05:00:00.000Z' as Instant
    const content = aContent({
      rules: rules({ ...aContent().rules, policies: preferred(stated(['equality'])) }),
    })
    const { versions } = mergePage(
      { source: aSource(), at: AT, newId: () => 'new' },
      [{ outcome: 'opportunity', key: '1', revision: 'r2', releasedAt, content }],
      new Map([['1', { releasedAt, opportunity: await found(), closedByPerson: false }]]),
    )
    expect(versions[0]?.changed).toEqual(['rules.policies'])
    expect(versions[0]?.opportunity.materialVersion).toBe(2)
  })

  test('is told apart from a later version by what really changed', async () => {
    await put(anOpportunity({ version: 2, materialVersion: 2, awardMax: 2_000_000 }))
    const [since] = await listChangedSince(db, anOrganisation().id, new Map([[anOpportunity().id, 1]]))
    const changes = since && describeChanges(new Date(AT), since.before, since.opportunity)
    expect(changes?.map(({ field }) => field)).toEqual(['Amount'])
  })

  test('takes no room for rules that are not known', async () => {
    await put(anOpportunity({ version: 2, rules: rules({ bankAccount: stated(true) }) }))
    const { content } = await db.query.selectFrom('opportunities').select('content').executeTakeFirstOrThrow()
    expect(JSON.parse(content).rules).toEqual({ bankAccount: stated(true) })
    expect((await found()).rules).toEqual(rules({ bankAccount: stated(true) }))
  })

  test('an organisation is one that has told nothing more', async () => {
    await db.commit(putOrganisations(db, AT, [anOrganisation({ policies: ['equality'] })]))
    const keys = Object.keys(Standing.shape).map((key) => `$.${key}`)
    await db.commit([
      db.query
        .updateTable('organisations')
        .set({ profile: sql<string>`json_remove(profile, ${sql.join(keys.map((key) => sql`${key}`))})` }),
    ])
    expect(await findOrganisation(db, anOrganisation().id)).toEqual(anOrganisation())
  })
})
