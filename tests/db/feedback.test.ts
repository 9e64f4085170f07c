import { beforeEach, describe, expect, test } from 'vitest'
import { importOrganisations } from '../../src/actions/organisations/import.ts'
import type { Instant } from '../../src/base/date.ts'
import type { Database } from '../../src/db/database.ts'
import {
  countHidden,
  listAllFeedback,
  listFeedback,
  listFeedbackOn,
  putFeedback,
  removeFeedback,
} from '../../src/db/feedback.ts'
import { listMatches } from '../../src/db/matches.ts'
import { putOpportunities } from '../../src/db/opportunity-versions.ts'
import { findOrganisation, putOrganisations } from '../../src/db/organisations.ts'
import type { Feedback } from '../../src/domain/feedback.ts'
import {
  aFeedback,
  anOpportunity,
  anOrganisation,
  opportunityId,
  organisationId,
} from '../support/builders.ts'
import { databases } from '../support/databases.ts'
import { aRuntime } from '../support/runtime.ts'
import { RIVERSIDE, SEEDED, seed } from '../web/seed.ts'

const NOON = '2026-06-01T12:00:00.000Z' as Instant
const ALL = { after: null, limit: 100 }

describe.for(databases)('feedback in %s', ([, open]) => {
  let db: Database
  beforeEach(async () => {
    db = await open()
    await seed(db)
    await db.query.deleteFrom('feedback').execute()
  })

  const said = (id: string, over: Partial<Feedback> = {}) =>
    aFeedback({ organisationId: RIVERSIDE.id, opportunityId: opportunityId(id), ...over })
  const put = (...all: Feedback[]) => db.commit(all.map((one) => putFeedback(db, one)))
  const takeBack = (id: string) => db.commit([removeFeedback(db, RIVERSIDE.id, opportunityId(id), NOON)])
  const matched = async () => {
    const { items, total } = await listMatches(db, NOON, RIVERSIDE.id, ALL)
    return { ids: items.map(({ opportunity }) => opportunity.id), total }
  }
  const listed = async (verdict: Feedback['verdict'] | null = null) =>
    (await listFeedback(db, RIVERSIDE.id, verdict, ALL)).items.map(({ opportunity }) => opportunity.id)

  test('is found again as it was given, with the opportunity', async () => {
    const feedback = said('kitchens')
    await put(feedback)
    expect((await listFeedback(db, RIVERSIDE.id, null, ALL)).items).toEqual([
      { feedback, opportunity: SEEDED.find(({ id }) => id === 'kitchens') },
    ])
  })

  test('is the last word on an opportunity', async () => {
    const last = said('kitchens', { verdict: 'good_match', reason: null, note: null, givenAt: NOON })
    await put(said('kitchens'), last)
    const { items, total } = await listFeedback(db, RIVERSIDE.id, null, ALL)
    expect(items.map(({ feedback }) => feedback)).toEqual([last])
    expect(total).toBe(1)
  })

  test('that says not for us hides the match of that organisation, until it is taken back', async () => {
    await put(said('kitchens'))
    expect(await matched()).toEqual({ ids: ['contract'], total: 1 })
    expect(await countHidden(db, RIVERSIDE.id)).toBe(1)
    await takeBack('kitchens')
    await takeBack('kitchens')
    expect(await matched()).toEqual({ ids: ['kitchens', 'contract'], total: 2 })
    expect(await countHidden(db, RIVERSIDE.id)).toBe(0)
    expect(await listed()).toEqual([])
  })

  test('that says good match hides nothing', async () => {
    await put(said('kitchens', { verdict: 'good_match', reason: null }))
    expect((await matched()).total).toBe(2)
    expect(await countHidden(db, RIVERSIDE.id)).toBe(0)
  })

  test('of one organisation hides nothing from another', async () => {
    await put(said('kitchens', { organisationId: organisationId('hostile') }))
    expect((await matched()).total).toBe(2)
  })

  test('keeps the moments at which it was given and taken back', async () => {
    await put(said('kitchens'))
    await takeBack('kitchens')
    const row = await db.query.selectFrom('feedback').selectAll().executeTakeFirst()
    expect(row).toMatchObject({ given_at: '2026-05-31T09:00:00.000Z', withdrawn_at: NOON })
    await put(said('kitchens', { givenAt: NOON }))
    expect(await listed('not_for_us')).toEqual(['kitchens'])
  })

  test('is listed newest first, by verdict, in pages that together are the whole list', async () => {
    await put(
      said('kitchens', { givenAt: '2026-05-01T09:00:00.000Z' as Instant }),
      said('rolling'),
      said('contract'),
      said('rounds', { givenAt: NOON, verdict: 'good_match', reason: null }),
    )
    expect(await listed()).toEqual(['rounds', 'contract', 'rolling', 'kitchens'])
    expect(await listed('good_match')).toEqual(['rounds'])
    const ids: string[] = []
    let after: string | null = null
    do {
      const page = await listFeedback(db, RIVERSIDE.id, null, { after, limit: 1 })
      expect(page.total).toBe(4)
      ids.push(...page.items.map(({ opportunity }) => opportunity.id))
      after = page.next
    } while (after !== null && ids.length < 10)
    expect(ids).toEqual(await listed())
  })

  test('on some opportunities is found without the rest', async () => {
    await put(said('kitchens'), said('rolling'))
    const found = await listFeedbackOn(db, RIVERSIDE.id, [opportunityId('rolling'), opportunityId('closed')])
    expect([...found.keys()]).toEqual(['rolling'])
  })

  test('of everybody comes in pages, by organisation and opportunity, without what was taken back', async () => {
    const other = organisationId('hostile')
    await put(said('rolling'), said('contract'), said('kitchens', { organisationId: other }), said('rounds'))
    await takeBack('rounds')
    const found: string[] = []
    let after: string | null = null
    do {
      const page = await listAllFeedback(db, { after, limit: 2 })
      found.push(...page.items.map(({ feedback }) => `${feedback.organisationId} ${feedback.opportunityId}`))
      after = page.next
    } while (after !== null && found.length < 10)
    expect(found).toEqual(['hostile kitchens', 'riverside contract', 'riverside rolling'])
  })

  test('stays when the organisation is taken in again, changed', async () => {
    await db.commit(putOrganisations(db, NOON, [anOrganisation({ reference: 'A1' })]))
    await put(aFeedback({ opportunityId: opportunityId('kitchens') }))
    const cells = { reference: 'A1', name: 'Riverside Kitchen and Garden' }
    const report = await importOrganisations(aRuntime({ db }), [{ line: 2, cells, fault: null }])
    expect(report).toMatchObject({ changed: 1 })
    const id = organisationId('organisation-1')
    expect((await findOrganisation(db, id))?.name).toBe('Riverside Kitchen and Garden')
    expect(await countHidden(db, id)).toBe(1)
  })

  test('stays when the opportunity changes, and shows it as it is now', async () => {
    await put(said('kitchens'))
    const renamed = anOpportunity({ id: opportunityId('kitchens'), title: 'Renamed', version: 2 })
    await db.commit(putOpportunities(db, [{ opportunity: renamed, changed: ['title'], revision: 'r2' }]))
    const { items } = await listFeedback(db, RIVERSIDE.id, null, ALL)
    expect(items[0]?.opportunity.title).toBe('Renamed')
    expect((await matched()).ids).toEqual(['contract'])
  })

  test('a reason that this version does not know reads as none', async () => {
    await put(said('kitchens'))
    await db.query.updateTable('feedback').set({ reason: 'wrong_moon' }).execute()
    expect((await listFeedback(db, RIVERSIDE.id, null, ALL)).items[0]?.feedback.reason).toBeNull()
  })

  test('a reason for a good match is refused by the database itself', async () => {
    await expect(put(said('kitchens', { verdict: 'good_match' }))).rejects.toThrow('CHECK')
  })
})
