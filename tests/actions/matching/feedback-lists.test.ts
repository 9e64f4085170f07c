import { describe, expect, test } from 'vitest'
import { giveFeedback } from '../../../src/actions/feedback/give-feedback.ts'
import { showMatches } from '../../../src/actions/matching/show-matches.ts'
import { matchOrganisations } from '../../../src/actions/organisations/match-organisations.ts'
import { rematchOrganisations } from '../../../src/actions/organisations/rematch.ts'
import { listListsOf } from '../../../src/db/match-lists.ts'
import { putOpportunities } from '../../../src/db/opportunity-versions.ts'
import { putOrganisations } from '../../../src/db/organisations.ts'
import { stated } from '../../../src/domain/fact.ts'
import { LIST_SIZE } from '../../../src/domain/match-list.ts'
import type { Opportunity } from '../../../src/domain/opportunity.ts'
import { anOpportunity, anOrganisation, BRISTOL, opportunityId, rules } from '../../support/builders.ts'
import { databases } from '../../support/databases.ts'
import { aRuntime } from '../../support/runtime.ts'
import { ONE_JUNE } from '../../support/sources.ts'

const NOON = new Date('2026-06-01T12:00:00Z')
const US = anOrganisation()
const call = (n: number, over: Partial<Opportunity> = {}) =>
  anOpportunity({ id: opportunityId(`call-${String(n).padStart(3, '0')}`), title: `Kitchens ${n}`, ...over })

describe.for(databases)('lists and feedback in %s', ([, open]) => {
  const begin = async (calls: readonly Opportunity[]) => {
    const db = await open()
    const put = (all: readonly Opportunity[]) =>
      db.commit(
        putOpportunities(
          db,
          all.map((opportunity) => ({ opportunity, changed: [], revision: 'r' })),
        ),
      )
    await put(calls)
    await db.commit(putOrganisations(db, ONE_JUNE, [US]))
    const runtime = aRuntime({ db, now: () => NOON })
    await matchOrganisations(runtime)
    const list = async () => (await listListsOf(db, [US.id]))[0]?.matches
    const shown = async () =>
      (await showMatches({ db }, NOON, US, { after: null, limit: LIST_SIZE.shown })).items
    return { runtime, put, list, shown }
  }

  test('what is hidden makes room for others', async () => {
    const { runtime, shown } = await begin(Array.from({ length: LIST_SIZE.kept + 30 }, (_, n) => call(n)))
    const before = (await shown()).slice(0, 25)
    for (const { opportunity } of before) {
      await giveFeedback(runtime, US.id, {
        opportunityId: opportunity.id,
        verdict: 'not_for_us',
        reason: 'too_small',
        note: null,
      })
    }
    const after = (await shown()).map(({ opportunity }) => opportunity.id)
    expect(after).toHaveLength(LIST_SIZE.shown)
    expect(after.filter((id) => before.some(({ opportunity }) => opportunity.id === id))).toEqual([])
    await matchOrganisations(runtime)
    expect((await shown()).map(({ opportunity }) => opportunity.id)).toEqual(after)
  })

  test('a call that says something else than when it was liked is learnt from anew, though it is over', async () => {
    const calls = Array.from({ length: 40 }, (_, n) => call(n, n % 2 ? { title: `Brass bands ${n}` } : {}))
    const { runtime, put, list } = await begin(calls)
    const liked = {
      opportunityId: opportunityId('call-000'),
      verdict: 'good_match',
      reason: null,
      note: null,
    } as const
    await giveFeedback(runtime, US.id, liked)
    await matchOrganisations(runtime)
    const before = await list()
    await put([call(0, { title: 'Brass bands for all', version: 2, ended: 'awarded' })])
    await matchOrganisations(runtime)
    const after = await list()
    expect(after).not.toEqual(before)
    await rematchOrganisations(runtime, [US.id])
    expect(await list()).toEqual(after)
  })

  test('what has come to be ruled out is shown no more', async () => {
    const { put, shown } = await begin([call(1), call(2)])
    await put([call(1, { version: 2, rules: rules({ areas: stated([BRISTOL]) }) })])
    expect((await shown()).map(({ opportunity }) => opportunity.id)).toEqual(['call-002'])
  })
})
