import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Instant } from '../../src/base/date.ts'
import type { Database } from '../../src/db/database.ts'
import { expireLists, listListsDue, listListsOf, putLists, rowsToWrite } from '../../src/db/match-lists.ts'
import { listMatches } from '../../src/db/matches.ts'
import { editionOfOpportunities } from '../../src/db/opportunities.ts'
import { putOpportunities } from '../../src/db/opportunity-versions.ts'
import { listOrganisationsAfter, putOrganisations } from '../../src/db/organisations.ts'
import { LIST_SIZE, type ListedMatch } from '../../src/domain/match-list.ts'
import type { Opportunity } from '../../src/domain/opportunity.ts'
import { anOpportunity, anOrganisation, opportunityId, organisationId } from '../support/builders.ts'
import { databases } from '../support/databases.ts'
import { putList } from '../support/lists.ts'
import { openExplained } from '../support/plans.ts'

const NOON = '2026-06-01T12:00:00.000Z' as Instant
const LATER = '2026-06-01T13:00:00.000Z' as Instant
const A = organisationId('a')
const B = organisationId('b')

const listed = (units: number, verdict: ListedMatch['verdict'] = 'eligible'): ListedMatch => ({
  opportunityId: opportunityId(`o${units}`),
  units,
  verdict,
})
const putCalls = (db: Database, count: number, over: Partial<Opportunity> = {}) =>
  db.commit(
    putOpportunities(
      db,
      Array.from({ length: count }, (_, n) => ({
        opportunity: anOpportunity({ id: opportunityId(`o${n + 1}`), ...over }),
        changed: [],
        revision: 'r',
      })),
    ),
  )
const enrol = (db: Database, at: Instant = NOON, ...ids: (typeof A)[]) =>
  db.commit(
    putOrganisations(
      db,
      at,
      ids.map((id) => anOrganisation({ id, reference: id })),
    ),
  )

describe.for(databases)('lists in %s', ([, open]) => {
  let db: Database
  beforeEach(async () => {
    db = await open()
    await putCalls(db, LIST_SIZE.kept)
    await enrol(db, NOON, A, B)
  })
  const read = async (id = A) => (await listListsOf(db, [id]))[0]
  const shown = async (limit: number, after: string | null = null) =>
    listMatches(db, NOON, A, { after, limit })

  test('only the difference is written: new rows, other units or verdicts, and rows that are gone', async () => {
    await putList(db, A, [listed(5), listed(4), listed(3)])
    await putList(db, B, [listed(5)])
    const before = await read()
    if (!before) throw new Error('There is no list')
    const after = {
      matches: [listed(9), listed(5), { ...listed(4), verdict: 'unclear' as const }],
      floor: null,
    }
    expect(rowsToWrite({ before, after })).toEqual({
      put: [listed(9), listed(4, 'unclear')],
      gone: ['o3'],
    })
    await db.commit(putLists(db, { run: 7, moment: LATER }, [{ before, after }]))
    expect((await read())?.matches).toEqual(after.matches)
    expect((await read(B))?.matches).toEqual([listed(5)])
  })

  test('a list that somebody else has written since it was read stays as it is', async () => {
    const before = await listListsOf(db, [A])
    await putList(db, A, [listed(1)], LATER)
    const late = before.map((it) => ({ before: it, after: { matches: [listed(2)], floor: null } }))
    await db.commit(putLists(db, { run: 9, moment: NOON }, late))
    expect(await read()).toMatchObject({ matches: [listed(1)], state: { run: 0, matchedAt: LATER } })
  })

  test('a list of an organisation that has changed since it was read is not written', async () => {
    const before = await listListsOf(db, [A])
    await enrol(db, LATER, A)
    const late = before.map((it) => ({ before: it, after: { matches: [listed(2)], floor: null } }))
    await db.commit(putLists(db, { run: 9, moment: LATER }, late))
    expect(await read()).toMatchObject({ matches: [], state: { run: 0, matchedAt: null } })
  })

  test('lists are due until they are of the run, the earliest first, and again once the organisation changes', async () => {
    const due = async (run: number) => (await listListsDue(db, run, 10)).map(({ organisation: { id } }) => id)
    expect(await due(1)).toEqual(['a', 'b'])
    const [first] = await listListsDue(db, 1, 1)
    if (!first) throw new Error('None is due')
    const floor = listed(2)
    const after = { matches: [listed(3), floor], floor }
    await db.commit(putLists(db, { run: 1, moment: NOON }, [{ before: first, after }]))
    expect(await due(1)).toEqual(['b'])
    expect(await due(2)).toEqual(['b', 'a'])
    const [b] = await listListsDue(db, 2, 1)
    expect((await listListsDue(db, 2, 10, b)).map(({ organisation: { id } }) => id)).toEqual(['a'])
    expect(await read()).toMatchObject({
      state: { run: 1, floor: { units: 2, opportunityId: 'o2' }, matchedAt: NOON },
    })
    await enrol(db, LATER, A)
    expect(await due(1)).toEqual(['a', 'b'])
  })

  test('a list that has expired is due at once, and nobody writes what he read before', async () => {
    await putList(db, A, [listed(1)])
    for (const run of [-1, -2]) {
      const late = (await listListsOf(db, [A])).map((it) => ({
        before: it,
        after: { matches: [], floor: null },
      }))
      await db.commit([expireLists(db, [A])])
      await db.commit(putLists(db, { run: 9, moment: LATER }, late))
      expect(await read()).toMatchObject({ matches: [listed(1)], state: { run } })
    }
    expect((await listListsDue(db, 1, 1))[0]?.organisation.id).toBe('a')
  })

  test('pages of a list follow each other without a gap, and end with what is shown', async () => {
    await putList(
      db,
      A,
      Array.from({ length: LIST_SIZE.kept }, (_, n) => ({
        ...listed(LIST_SIZE.kept - n),
        units: 1_000 - (n >> 1),
      })).sort((a, b) => b.units - a.units || (a.opportunityId < b.opportunityId ? -1 : 1)),
    )
    const whole = await shown(100)
    expect(whole).toMatchObject({ total: LIST_SIZE.shown, next: null })
    const ids: string[] = []
    let after: string | null = null
    do {
      const page: Awaited<ReturnType<typeof shown>> = await shown(7, after)
      expect(page.total).toBe(LIST_SIZE.shown)
      ids.push(...page.items.map(({ opportunity }) => opportunity.id))
      after = page.next
    } while (after !== null)
    expect(ids).toEqual(whole.items.map(({ opportunityId: id }) => id))
    expect(ids).toHaveLength(LIST_SIZE.shown)
  })

  test('what has ended since gives way to what stood next', async () => {
    await putList(
      db,
      A,
      Array.from({ length: LIST_SIZE.kept }, (_, n) => listed(LIST_SIZE.kept - n)),
    )
    await db.commit(
      putOpportunities(db, [
        {
          opportunity: anOpportunity({
            id: opportunityId(`o${LIST_SIZE.kept}`),
            version: 2,
            ended: 'withdrawn',
          }),
          changed: ['ended'],
          revision: 'r2',
        },
      ]),
    )
    const { items, total } = await shown(100)
    expect(total).toBe(LIST_SIZE.shown)
    expect(items[0]?.opportunityId).toBe(`o${LIST_SIZE.kept - 1}`)
  })

  test('the list of an organisation that is gone is gone with it', async () => {
    await putList(db, A, [listed(5)])
    await db.commit([db.query.deleteFrom('organisations').where('id', '=', A)])
    expect(await db.query.selectFrom('matches').selectAll().execute()).toEqual([])
  })
})

describe('the plan of', () => {
  const { db, planOf } = openExplained()
  beforeAll(async () => {
    await putCalls(db, 3)
    await enrol(db, NOON, A)
    await putList(db, A, [listed(1), listed(2)])
  })

  test('writing lists goes by keys alone', async () => {
    const changes = (await listListsOf(db, [A])).map((before) => ({
      before,
      after: { matches: [listed(3)], floor: listed(3) },
    }))
    const plan = await planOf(() => db.commit(putLists(db, { run: 1, moment: NOON }, changes)))
    expect(plan).toContain('SEARCH matches USING PRIMARY KEY (organisation_id=? AND opportunity_id=?)')
    expect(plan).toContain('SEARCH o USING INDEX sqlite_autoindex_organisations_1 (id=?)')
    expect(plan).toContain('SEARCH organisations USING INDEX sqlite_autoindex_organisations_1 (id=?)')
    expect(plan.filter((step) => /SCAN (matches|organisations|o)\b/.test(step))).toEqual([])
  })

  test.for([
    [
      'the list of an organisation',
      () => listMatches(db, NOON, A, { after: null, limit: 20 }),
      'SEARCH m USING PRIMARY KEY (organisation_id=?)',
    ],
    [
      'the lists that are due',
      () => listListsDue(db, 7, 100),
      'SEARCH organisations USING INDEX organisations_by_match_run (match_run<?)',
    ],
    [
      'the lists that are due after one',
      async () => listListsDue(db, 7, 100, (await listListsOf(db, [A]))[0]),
      'SEARCH organisations USING INDEX organisations_by_match_run ((match_run,id)>(?,?) AND match_run<?)',
    ],
    [
      'the matches of those that are due',
      () => listListsDue(db, 7, 100),
      'SEARCH matches USING PRIMARY KEY (organisation_id=?)',
    ],
    [
      'whether any opportunity has changed',
      () => editionOfOpportunities(db),
      'SCAN opportunities USING COVERING INDEX opportunities_by_version',
    ],
    [
      'the organisations that are judged page by page',
      () => listOrganisationsAfter(db, '', 500),
      'SEARCH organisations USING INDEX sqlite_autoindex_organisations_1 (id>?)',
    ],
  ] as const)('%s goes by its index', async ([, work, expected]) => {
    expect(await planOf(work)).toContain(expected)
  })
})
