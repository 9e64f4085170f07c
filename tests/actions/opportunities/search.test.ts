import { beforeEach, describe, expect, test } from 'vitest'
import { searchOpportunities } from '../../../src/actions/opportunities/search.ts'
import type { Instant } from '../../../src/base/date.ts'
import type { Database } from '../../../src/db/database.ts'
import { putOpportunities } from '../../../src/db/opportunity-versions.ts'
import { anOpportunity, opportunityId } from '../../support/builders.ts'
import { databases } from '../../support/databases.ts'

const NOON = '2026-06-01T12:00:00.000Z' as Instant

describe.for(databases)('a search for opportunities by funder on %s', ([, open]) => {
  let db: Database
  beforeEach(async () => {
    db = await open()
  })

  const put = (id: string, funder: string) => {
    const opportunity = anOpportunity({ id: opportunityId(id), funder: { name: funder, orgId: null } })
    return db.commit(putOpportunities(db, [{ opportunity, changed: [], revision: 'r' }]))
  }
  const search = async (funder: string) => {
    const query = { status: 'open', kind: null, funder } as const
    const { items, total, funders } = await searchOpportunities({ db }, NOON, query, {
      after: null,
      limit: 9,
    })
    expect(total).toBe(items.length)
    return { ids: items.map(({ id }) => id), read: funders?.funders.map(({ name }) => name) }
  }

  test('reads a misspelt name, and gives the calls of those who are meant', async () => {
    await put('a', 'The National Lottery Community Fund')
    await put('b', 'Another Fund')
    expect(await search('lotery')).toEqual({ ids: ['a'], read: ['The National Lottery Community Fund'] })
    expect(await search('TNLCF')).toEqual({ ids: ['a'], read: ['The National Lottery Community Fund'] })
    expect(await search('')).toEqual({ ids: ['a', 'b'], read: undefined })
    expect(await search('zzyzx')).toEqual({ ids: [], read: [] })
  })

  test('knows a funder as soon as there is a call of it', async () => {
    await put('a', 'Another Fund')
    expect(await search('Selwood')).toEqual({ ids: [], read: [] })
    await put('b', 'The Selwood Trust')
    expect(await search('Selwood')).toEqual({ ids: ['b'], read: ['The Selwood Trust'] })
  })
})
