import { describe, expect, test } from 'vitest'
import { currentCatalogue } from '../../../src/actions/matching/current-catalogue.ts'
import { importOrganisations } from '../../../src/actions/organisations/import.ts'
import { matchOrganisations } from '../../../src/actions/organisations/match-organisations.ts'
import { MOST_AT_ONCE, rematchOrganisations } from '../../../src/actions/organisations/rematch.ts'
import { isoDate } from '../../../src/base/date.ts'
import { listMatches } from '../../../src/db/matches.ts'
import { putOpportunities } from '../../../src/db/opportunity-versions.ts'
import { listOrganisations, putOrganisations } from '../../../src/db/organisations.ts'
import { closing } from '../../../src/domain/deadline.ts'
import type { Opportunity } from '../../../src/domain/opportunity.ts'
import type { Organisation } from '../../../src/domain/organisation.ts'
import type { Runtime } from '../../../src/runtime.ts'
import { anOpportunity, anOrganisation, opportunityId, organisationId } from '../../support/builders.ts'
import { databases, openTestSqlite } from '../../support/databases.ts'
import { aRuntime } from '../../support/runtime.ts'
import { ONE_JUNE } from '../../support/sources.ts'

const call = (id: string, over: Partial<Opportunity> = {}) =>
  anOpportunity({ id: opportunityId(id), title: id, summary: '', description: '', ...over })
const put = ({ db }: Runtime, ...calls: Opportunity[]) =>
  db.commit(
    putOpportunities(
      db,
      calls.map((opportunity) => ({ opportunity, changed: [], revision: 'r' })),
    ),
  )
const enrol = ({ db }: Runtime, ...organisations: Organisation[]) =>
  db.commit(putOrganisations(db, ONE_JUNE, organisations))
const idsOf = async ({ db }: Runtime, id: string) => {
  const { items } = await listMatches(db, ONE_JUNE, organisationId(id), { after: null, limit: 40 })
  return items.map(({ opportunityId: it }) => it)
}
const rows = (count: number, what: string) =>
  Array.from({ length: count }, (_, n) => ({
    line: n + 2,
    fault: null,
    cells: { reference: `r${n}`, name: `Group ${n}`, legal_form: 'cio', areas: 'Bristol', what_we_do: what },
  }))

describe.for(databases)('an organisation that has changed, on %s', ([, open]) => {
  test('has its new list at once, and the job makes the same', async () => {
    const runtime = aRuntime({ db: await open() })
    await put(runtime, call('Community kitchens'), call('Forest schools'))
    const organisation = anOrganisation({ id: organisationId('a') })
    await enrol(runtime, organisation)
    await matchOrganisations(runtime)
    expect(await idsOf(runtime, 'a')).toEqual(['Community kitchens', 'Forest schools'])
    await enrol(runtime, { ...organisation, name: 'Woods', whatWeDo: 'A forest school.', themes: [] })
    await rematchOrganisations(runtime, [organisation.id])
    expect(await idsOf(runtime, 'a')).toEqual(['Forest schools', 'Community kitchens'])
    expect(await matchOrganisations(runtime)).toMatchObject({ full: 1, written: 0, removed: 0 })
    expect(await matchOrganisations(runtime)).toMatchObject({ unchanged: 1, written: 0 })
  })
})

describe('an import', () => {
  const anInstallation = async () => {
    const runtime = aRuntime({ db: openTestSqlite() })
    await put(
      runtime,
      call('Community kitchens', { rules: { ...call('').rules, areas: { basis: 'unknown' } } }),
    )
    return runtime
  }
  const countLists = async ({ db }: Runtime) =>
    (await db.query.selectFrom('matches').select('organisation_id').distinct().execute()).length

  test('of a few makes their lists at once', async () => {
    const runtime = await anInstallation()
    await importOrganisations(runtime, rows(MOST_AT_ONCE, 'Kitchens'))
    expect(await countLists(runtime)).toBe(MOST_AT_ONCE)
  })

  test('of many leaves them to the job, and one row that has changed is made at once', async () => {
    const runtime = await anInstallation()
    const many = rows(MOST_AT_ONCE + 1, 'Kitchens')
    await importOrganisations(runtime, many)
    expect(await countLists(runtime)).toBe(0)
    const [first, ...rest] = many
    if (!first) throw new Error('There are no rows')
    const changed = { ...first, cells: { ...first.cells, what_we_do: 'Lunch clubs' } }
    expect(await importOrganisations(runtime, [changed, ...rest])).toMatchObject({ changed: 1 })
    const { items } = await listOrganisations(runtime.db, { after: null, limit: 1 })
    expect(await countLists(runtime)).toBe(1)
    expect(await idsOf(runtime, items[0]?.id ?? '')).toEqual(['Community kitchens'])
  })
})

describe('the catalogue that is kept', () => {
  test('is the same until an opportunity changes, and never lists what has closed since', async () => {
    const runtime = aRuntime()
    await put(runtime, call('a', { deadline: closing(isoDate('2026-06-01')) }), call('b'))
    const now = runtime.now()
    const first = await currentCatalogue(runtime.db, now)
    expect(await currentCatalogue(runtime.db, now)).toBe(first)
    const tomorrow = new Date('2026-06-02T12:00:00Z')
    await enrol(runtime, anOrganisation({ id: organisationId('a') }))
    await rematchOrganisations({ ...runtime, now: () => tomorrow }, [organisationId('a')])
    expect(await idsOf(runtime, 'a')).toEqual(['b'])
    expect(await currentCatalogue(runtime.db, tomorrow)).toBe(first)
    await put(runtime, call('b', { version: 2, title: 'Other' }))
    const next = await currentCatalogue(runtime.db, tomorrow)
    expect(next).not.toBe(first)
    expect(next.opportunities.map(({ title }) => title)).toEqual(['Other'])
    expect((await currentCatalogue(runtime.db, now)).opportunities).toHaveLength(2)
  })
})
