import { describe, expect, test } from 'vitest'
import { giveFeedback } from '../../../src/actions/feedback/give-feedback.ts'
import { withdrawFeedback } from '../../../src/actions/feedback/withdraw-feedback.ts'
import { findNotOpen, MOST_LISTED } from '../../../src/actions/matching/find-not-open.ts'
import { matchOrganisations } from '../../../src/actions/organisations/match-organisations.ts'
import { createApp } from '../../../src/app.ts'
import type { Database } from '../../../src/db/database.ts'
import { putOpportunities } from '../../../src/db/opportunity-versions.ts'
import { putOrganisations } from '../../../src/db/organisations.ts'
import { preferred, stated } from '../../../src/domain/fact.ts'
import type { RuleName } from '../../../src/domain/match.ts'
import type { Rules } from '../../../src/domain/rules.ts'
import {
  aContent,
  anOpportunity,
  anOrganisation,
  BRISTOL,
  opportunityId,
  rules,
} from '../../support/builders.ts'
import { databases, openTestSqlite } from '../../support/databases.ts'
import { aRuntime } from '../../support/runtime.ts'
import { ONE_JUNE } from '../../support/sources.ts'

const POLICY: Partial<Rules> = { policies: stated(['safeguarding']) }
const ELSEWHERE: Partial<Rules> = { areas: stated([BRISTOL]) }
const ORGANISATION = anOrganisation({ policies: [], income: null })
const FIRST = { after: null, limit: 20 }

const call = (id: string, set: Partial<Rules> = {}) =>
  anOpportunity({ id: opportunityId(id), rules: rules({ ...aContent().rules, ...set }) })

/** Some calls: two want a policy, one is elsewhere, one both, one only wishes, two ask for the income. */
const CALLS = [
  call('policy-1', POLICY),
  call('policy-2', POLICY),
  call('bristol', ELSEWHERE),
  call('both', { ...POLICY, ...ELSEWHERE }),
  call('wish', { policies: preferred(stated(['safeguarding'])) }),
  call('income-1', { incomeMax: stated(9_000_000) }),
  call('income-2', { incomeMax: stated(9_000_000) }),
]

async function aHouse(db: Database, calls = CALLS) {
  const runtime = aRuntime({ db })
  await db.commit([
    ...putOpportunities(
      db,
      calls.map((opportunity) => ({ opportunity, changed: [], revision: 'r' })),
    ),
    ...putOrganisations(db, ONE_JUNE, [ORGANISATION]),
  ])
  const find = (rule: RuleName | null = null, page = FIRST as { after: string | null; limit: number }) =>
    findNotOpen(runtime, runtime.now(), ORGANISATION, { rule }, page)
  return { runtime, find }
}
const idsOf = ({ items }: { readonly items: readonly { readonly opportunity: { readonly id: string } }[] }) =>
  items.map(({ opportunity }) => opportunity.id)

describe.for(databases)('what is not open to an organisation, on %s', ([, open]) => {
  test('is listed with each rule that stands in the way, and counted', async () => {
    const { find } = await aHouse(await open())
    const page = await find()
    expect(idsOf(page).sort()).toEqual(['both', 'bristol', 'policy-1', 'policy-2'])
    expect(page).toMatchObject({
      total: 4,
      shut: 4,
      next: null,
      matches: 3,
      shown: 0,
      bars: [
        { rule: 'policies', count: 3 },
        { rule: 'area', count: 2 },
      ],
      openers: [
        { rule: 'policies', step: 'Get a policy on safeguarding', opens: 2 },
        { rule: 'area', step: 'Bid with a partner that works in Bristol', opens: 1 },
      ],
      questions: [{ field: 'income', settles: 2, asked: 2 }],
    })
    const both = page.items.find(({ opportunity }) => opportunity.id === 'both')
    expect(both?.eligibility).toMatchObject({
      verdict: 'ineligible',
      rules: expect.arrayContaining([
        expect.objectContaining({
          rule: 'policies',
          outcome: 'fail',
          opens: 'Opens with a policy on safeguarding.',
        }),
        expect.objectContaining({ rule: 'area', opens: 'Opens with a partner that works in Bristol.' }),
      ]),
    })
  })

  test('can be asked for by a rule, page by page, best first', async () => {
    const { find } = await aHouse(await open())
    const all = idsOf(await find('policies'))
    expect(all.toSorted()).toEqual(['both', 'policy-1', 'policy-2'])
    const ids: string[] = []
    let after: string | null = null
    do {
      const page = await find('policies', { after, limit: 2 })
      expect(page).toMatchObject({ total: 3, shut: 3 })
      ids.push(...idsOf(page))
      after = page.next
    } while (after !== null)
    expect(ids).toEqual(all)
    expect(await find('income')).toMatchObject({ items: [], total: 0, shut: 0, bars: [{}, {}] })
  })

  test('leaves out what the organisation has hidden, until it takes that back', async () => {
    const { runtime, find } = await aHouse(await open())
    const about = opportunityId('policy-1')
    await giveFeedback(runtime, ORGANISATION.id, {
      opportunityId: about,
      verdict: 'not_for_us',
      reason: null,
      note: null,
    })
    const without = await find()
    expect(idsOf(without)).not.toContain('policy-1')
    expect(without.openers[0]?.opens).toBe(1)
    await withdrawFeedback(runtime, ORGANISATION.id, about)
    expect((await find()).openers[0]?.opens).toBe(2)
  })

  test('is of the opportunities as they are now, whether or not a list was made', async () => {
    const db = await open()
    const { runtime, find } = await aHouse(db)
    await matchOrganisations(runtime)
    expect(await find()).toMatchObject({ shown: 3, matches: 3 })
    const opened = { ...call('policy-1'), version: 2 }
    await db.commit(putOpportunities(db, [{ opportunity: opened, changed: ['rules'], revision: 'r2' }]))
    expect(await find()).toMatchObject({ shut: 3, matches: 4, shown: 3 })
  })
})

describe('many that are not open', () => {
  const MANY = Array.from({ length: MOST_LISTED + 13 }, (_, at) =>
    call(`call-${String(at).padStart(3, '0')}`, POLICY),
  )

  test('are all counted, and the best of them listed, the same by page and by API', async () => {
    const { runtime } = await aHouse(openTestSqlite(), MANY)
    const app = createApp(runtime)
    const path = `/organisations/${ORGANISATION.id}/not-open`
    const fromApi: string[] = []
    let after: string | null = null
    do {
      const query: string = after === null ? '' : `&after=${after}`
      const answer = await (await app.request(`http://localhost/api/v1${path}?limit=20${query}`)).json()
      expect(answer).toMatchObject({
        total: MOST_LISTED,
        shut: MANY.length,
        bars: [{ rule: 'policies', count: MANY.length }],
        openers: [{ rule: 'policies', step: 'Get a policy on safeguarding', opens: MANY.length }],
        questions: [],
        sample: false,
      })
      fromApi.push(...idsOf(answer as never))
      after = (answer as { next: string | null }).next
    } while (after !== null)
    expect(fromApi).toEqual(MANY.slice(0, MOST_LISTED).map(({ id }) => id))

    const onPages: string[] = []
    let next: string | undefined = path
    while (next !== undefined) {
      const page = await (await app.request(`http://localhost${next}`)).text()
      expect(page).toContain(`The best ${MOST_LISTED} of ${MANY.length} opportunities`)
      expect(page).toContain(`opens ${MANY.length} more`)
      onPages.push(
        ...[...page.matchAll(/__title">\s*<a class="govuk-link" href="\/opportunities\/([^"]+)"/g)].map(
          ([, id = '']) => id,
        ),
      )
      next = /href="([^"]+)" rel="next"/.exec(page)?.[1]?.replaceAll('&amp;', '&')
    }
    expect(onPages).toEqual(fromApi)
  })

  test('are refused from a place in the list that there is not', async () => {
    const { find } = await aHouse(openTestSqlite(), MANY.slice(0, 1))
    await expect(find(null, { after: 'zzz', limit: 20 })).rejects.toMatchObject({ code: 'invalid' })
  })
})
