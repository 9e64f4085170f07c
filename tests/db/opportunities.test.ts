import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { addDays, type Instant, instantOf, isoDate, LONDON, localTime } from '../../src/base/date.ts'
import type { Database } from '../../src/db/database.ts'
import { countFunders, listFunders } from '../../src/db/funders.ts'
import { findOpportunity, listOpportunities } from '../../src/db/opportunities.ts'
import { listChangedSince, listVersions, putOpportunities } from '../../src/db/opportunity-versions.ts'
import { closing, type Deadline, type Round } from '../../src/domain/deadline.ts'
import { type Opportunity, type OpportunityStatus, statusAt } from '../../src/domain/opportunity.ts'
import { anOpportunity, opportunityId, organisationId } from '../support/builders.ts'
import { databases } from '../support/databases.ts'

const NOON = '2026-06-01T12:00:00.000Z' as Instant

describe.for(databases)('opportunities in %s', ([, open]) => {
  let db: Database
  beforeEach(async () => {
    db = await open()
  })

  const put = (...opportunities: Opportunity[]) =>
    db.commit(
      putOpportunities(
        db,
        opportunities.map((opportunity) => ({ opportunity, changed: [], revision: 'r1' })),
      ),
    )
  const titles = async (status: OpportunityStatus | 'any', now = NOON) => {
    const { items } = await listOpportunities(db, now, { status, kind: null }, { after: null, limit: 100 })
    return items.map(({ title }) => title)
  }
  const named = (title: string, over: Partial<Opportunity>) =>
    anOpportunity({ id: opportunityId(title), title, ...over })

  test('what is put is found again, whole', async () => {
    const opportunity = anOpportunity({
      awardMin: null,
      forecast: true,
      themes: ['food', 'health'],
      lots: [{ id: '1', title: null, value: 5 }],
      description: 'Quotes " and \' and £ and\n\nparagraphs',
    })
    await put(opportunity)
    expect(await findOpportunity(db, opportunity.id)).toEqual(opportunity)
  })

  test('a new version replaces what is current and keeps what was said before', async () => {
    await put(anOpportunity())
    const renamed = anOpportunity({
      title: 'Renamed',
      version: 2,
      materialVersion: 2,
      deadline: closing(isoDate('2026-07-15')),
    })
    await db.commit(
      putOpportunities(db, [{ opportunity: renamed, changed: ['title', 'deadline'], revision: 'r2' }]),
    )
    expect((await findOpportunity(db, renamed.id))?.title).toBe('Renamed')
    const [since] = await listChangedSince(db, organisationId('organisation-1'), new Map([[renamed.id, 1]]))
    expect(since?.before.title).toBe('Community kitchens')
    expect(since?.opportunity.title).toBe('Renamed')
    const versions = await listVersions(db, renamed.id)
    expect(versions.map(({ version, changed }) => [version, changed])).toEqual([
      [2, ['title', 'deadline']],
      [1, []],
    ])
  })

  test('those of some funders come in the same order, by the ids that funders are listed with', async () => {
    const funder = { name: 'Another Fund', orgId: 'GB-CHC-9' }
    await put(
      named('later', { deadline: closing(isoDate('2026-09-01')), funder }),
      named('sooner', { deadline: closing(isoDate('2026-07-01')), funder }),
      named('other', {}),
    )
    const funders = await listFunders(db)
    expect(funders).toEqual([
      { id: 'GB-CHC-9', ...funder },
      { id: 'name-the-example-fund', name: 'The Example Fund', orgId: null },
    ])
    expect(await countFunders(db)).toBe(2)
    const of = async (funderIds: string[]) => {
      const search = { status: 'open', kind: null, funderIds } as const
      const { items, total } = await listOpportunities(db, NOON, search, { after: null, limit: 1 })
      return [total, ...items.map(({ title }) => title)]
    }
    expect(await of(['GB-CHC-9'])).toEqual([2, 'sooner'])
    expect(await of(funders.map(({ id }) => id))).toEqual([3, 'other'])
    expect(await of(Array.from({ length: 500 }, (_, n) => `f${n}`))).toEqual([0])
    expect(await of([])).toEqual([0])
  })

  test('open ones come soonest deadline first, those without one last', async () => {
    await put(
      named('rolling', { deadline: { kind: 'rolling', zone: LONDON, rounds: [], note: null } }),
      named('later', { deadline: closing(isoDate('2026-09-01')) }),
      named('today', { deadline: closing(isoDate('2026-06-01')) }),
      named('this morning', { deadline: closing(isoDate('2026-06-01'), localTime('09:00')) }),
    )
    expect(await titles('open')).toEqual(['today', 'later', 'rolling'])
    expect(await titles('closed')).toEqual(['this morning'])
  })

  test('a call with several rounds is sorted by the next that ends', async () => {
    const round = (opensOn: string, closesOn: string): Round => ({
      opensOn: isoDate(opensOn),
      closesOn: isoDate(closesOn),
      closesTime: null,
    })
    await put(
      named('single', { deadline: closing(isoDate('2026-06-20')) }),
      named('rounds', {
        deadline: {
          kind: 'fixed',
          zone: LONDON,
          note: null,
          rounds: [round('2026-01-01', '2026-02-01'), round('2026-05-01', '2026-06-10')],
        },
      }),
    )
    expect(await titles('open')).toEqual(['rounds', 'single'])
  })

  test('pages follow each other without a gap or a repeat', async () => {
    const all = Array.from({ length: 25 }, (_, i) =>
      named(`n${String(i).padStart(2, '0')}`, { deadline: closing(addDays(isoDate('2026-07-01'), i % 4)) }),
    )
    await put(...all)
    const seen: string[] = []
    let after: string | null = null
    do {
      const page: Awaited<ReturnType<typeof listOpportunities>> = await listOpportunities(
        db,
        NOON,
        { status: 'open', kind: null },
        { after, limit: 7 },
      )
      expect(page.total).toBe(25)
      seen.push(...page.items.map(({ id }) => id))
      after = page.next
    } while (after !== null)
    expect(seen).toHaveLength(25)
    expect(new Set(seen).size).toBe(25)
  })

  test('a cursor that the list did not make is refused', async () => {
    const page = listOpportunities(db, NOON, { status: 'any', kind: null }, { after: 'nonsense', limit: 5 })
    await expect(page).rejects.toThrow('Start again from the first page')
  })

  test('a funder that gave twice is kept once', async () => {
    await put(named('a', {}), named('b', {}))
    expect(await db.query.selectFrom('funders').selectAll().execute()).toHaveLength(1)
  })

  test('the database and the domain agree on every status', async () => {
    const moment = new Date(NOON)
    const day = fc.integer({ min: -4, max: 4 }).map((days) => addDays(isoDate('2026-06-01'), days))
    const round = fc.record({
      opensOn: fc.option(day),
      closesOn: fc.option(day),
      closesTime: fc.constantFrom(null, localTime('12:59'), localTime('13:00'), localTime('13:01')),
    })
    const deadline = fc.record({
      kind: fc.constantFrom<Deadline['kind']>('fixed', 'rolling', 'until_spent', 'unknown'),
      zone: fc.constant(LONDON),
      rounds: fc.array(round, { maxLength: 3 }),
      note: fc.constant(null),
    })
    const facts = fc.record({
      deadline,
      forecast: fc.boolean(),
      ended: fc.constantFrom(null, null, 'awarded' as const, 'withdrawn' as const),
    })
    const random = fc.sample(facts, { numRuns: 300, seed: 7 })
    const opportunities = random.map((over, i) =>
      anOpportunity({ ...over, id: opportunityId(`o${i}`), title: `o${i}` }),
    )
    await put(...opportunities)
    for (const status of ['open', 'forecast', 'closed', 'withdrawn'] as const) {
      const { items } = await listOpportunities(
        db,
        instantOf(moment),
        { status, kind: null },
        { after: null, limit: 500 },
      )
      const expected = opportunities.filter((it) => statusAt(moment, it) === status).map(({ title }) => title)
      expect(items.map(({ title }) => title).sort()).toEqual(expected.sort())
      expect(expected.length, `random calls that are ${status}`).toBeGreaterThan(3)
    }
  })
})
