import { beforeEach, describe, expect, test } from 'vitest'
import { findFunderIds, funderRegisterId } from '../../src/actions/funders/found-ids.ts'
import { showAwards } from '../../src/actions/funders/show-awards.ts'
import { currentLearnt } from '../../src/actions/matching/current-learnt.ts'
import { createApp } from '../../src/app.ts'
import type { Instant } from '../../src/base/date.ts'
import { putAwards } from '../../src/db/awards.ts'
import type { Database } from '../../src/db/database.ts'
import { putOpportunities } from '../../src/db/opportunity-versions.ts'
import { putOrganisations } from '../../src/db/organisations.ts'
import type { Award } from '../../src/domain/award.ts'
import type { Funder } from '../../src/domain/funder.ts'
import { findHistory } from '../../src/matching/funders/funder-history.ts'
import { anAward, anOpportunity, anOrganisation, opportunityId } from '../support/builders.ts'
import { databases } from '../support/databases.ts'
import { aRuntime } from '../support/runtime.ts'

const AT = '2026-06-01T12:00:00.000Z' as Instant
const called = (name: string, orgId: string | null = null): Funder => ({ name, orgId })

describe.for(databases)('ids that names lead to in %s', ([, open]) => {
  let db: Database
  beforeEach(async () => {
    db = await open()
  })
  const put = (...awards: Partial<Award>[]) =>
    db.commit(
      putAwards(
        db,
        AT,
        awards.map((over, i) => anAward({ key: `k${i}`, ...over })),
      ),
    )
  const putCalls = (...funders: Funder[]) => {
    const calls = funders.map((funder, i) => anOpportunity({ id: opportunityId(`o${i}`), funder }))
    return db.commit(
      putOpportunities(
        db,
        calls.map((opportunity) => ({ opportunity, changed: [], revision: '1' })),
      ),
    )
  }
  const idOf = async (name: string) => (await findFunderIds(db, [called(name)])).get(name)

  test('come from funders and recipients of awards, from calls and from local organisations', async () => {
    await put(
      { funder: called('The Giving Trust', 'GB-CHC-1') },
      { recipient: { name: 'Valley Foundation', orgIds: ['360G-x:org-1', 'gb-chc-2', 'GB-COH-3'] } },
    )
    await putCalls(called('Exampleshire Council', 'GB-LAE-EXS'))
    await db.commit(
      putOrganisations(db, AT, [anOrganisation({ name: 'Brook Kitchen', orgIds: ['GB-CHC-4'] })]),
    )
    expect(await idOf('GIVING TRUST')).toBe('GB-CHC-1')
    expect(await idOf('The Valley Foundation')).toBe('GB-CHC-2')
    expect(await idOf('Exampleshire council')).toBe('GB-LAE-EXS')
    expect(await idOf('Brook Kitchen')).toBe('GB-CHC-4')
  })

  test('are none where a name is only like another, or leads to several', async () => {
    await put(
      { funder: called('The Giving Trust', 'GB-CHC-1') },
      { funder: called('St Mary Fund', 'GB-CHC-5') },
      { recipient: { name: 'St Mary Fund', orgIds: ['GB-CHC-6'] } },
      { recipient: { name: 'Hope', orgIds: ['GB-CHC-7'] } },
      { recipient: { name: 'Local Group', orgIds: ['360G-x:org-9'] } },
    )
    for (const name of ['Giving Trusts', 'The Giving', 'St Mary Fund', 'Hope', 'Local Group', '']) {
      expect(await idOf(name)).toBeUndefined()
    }
  })

  test('a funder is known by the names that it had, and a council by its usual forms, but by no letters', async () => {
    await put(
      { funder: called('Big Lottery Fund', 'GB-GOR-PB188') },
      { funder: called('London Borough of Camden', 'GB-LAE-X') },
    )
    expect(await idOf('The National Lottery Community Fund')).toBe('GB-GOR-PB188')
    expect(await idOf('Camden Council')).toBe('GB-LAE-X')
    expect(await idOf('BLF')).toBeUndefined()
  })

  test('an id that the source states is never replaced, and says so', async () => {
    await put({ funder: called('The Giving Trust', 'GB-CHC-1') })
    expect(await funderRegisterId(db, called('Giving Trust', 'gb-chc-8'))).toEqual({
      orgId: 'GB-CHC-8',
      from: 'source',
    })
    expect(await funderRegisterId(db, called('Giving Trust', '360G-own'))).toEqual({
      orgId: 'GB-CHC-1',
      from: 'name',
    })
    expect(await funderRegisterId(db, called('Nobody'))).toBeNull()
  })

  test('past awards are found for a call that states no id, under a name that its funder had', async () => {
    const funder = called('The National Lottery Community Fund')
    await put({ funder: called('Big Lottery Fund', 'GB-GOR-PB188'), title: 'A hall' })
    await putCalls(funder)
    const awards = await showAwards({ db }, funder, null, { after: null, limit: 5 })
    expect(awards?.page.items.map(({ title }) => title)).toEqual(['A hall'])
    const { histories } = await currentLearnt(db)
    expect(findHistory(histories, funder)?.awards.map(({ title }) => title)).toEqual(['A hall'])
  })

  test('the page and the API say that an id was found by a name', async () => {
    await put({ funder: called('The Giving Trust', 'GB-CHC-1000001') })
    await putCalls(called('Giving Trust'), called('Giving Trust', 'GB-CHC-1000001'))
    const app = createApp(aRuntime({ db }))
    const get = async (path: string) => (await app.request(`http://localhost${path}`)).text()
    const page = await get('/opportunities/o0')
    expect(page).toContain(
      'Charity 1000001 in England and Wales, found by its name: the source states no number',
    )
    expect(page).toContain('What this funder has paid for')
    const ofApi = async (id: string) => JSON.parse(await get(`/api/v1/opportunities/${id}`))
    expect(await ofApi('o0')).toMatchObject({
      funder: { orgId: null },
      funderInRegister: { orgId: 'GB-CHC-1000001', from: 'name' },
    })
    expect(await get('/opportunities/o1')).not.toContain('found by its name')
    expect(await ofApi('o1')).toMatchObject({ funderInRegister: { from: 'source' } })
  })

  test('a name that two funders share leads to the awards of neither', async () => {
    await put({ funder: called('St Mary Fund', 'GB-CHC-5') }, { funder: called('St Mary Fund', 'GB-CHC-6') })
    await putCalls(called('St Mary Fund'))
    expect(await showAwards({ db }, called('St Mary Fund'), null, { after: null, limit: 5 })).toBeUndefined()
    expect(findHistory((await currentLearnt(db)).histories, called('St Mary Fund'))).toBeUndefined()
  })
})
