import { describe, expect, test } from 'vitest'
import { listOpportunitiesByLink } from '../../src/db/opportunities.ts'
import { putOpportunities } from '../../src/db/opportunity-versions.ts'
import { formsOfAddress } from '../../src/sources/web/address.ts'
import { anOpportunity, opportunityId } from '../support/builders.ts'
import { databases } from '../support/databases.ts'
import { openExplained } from '../support/plans.ts'

describe.for(databases)('opportunities by their link in %s', ([, open]) => {
  test('those with one of the links are found, others are not', async () => {
    const db = await open()
    const put = (id: string, url: string) =>
      db.commit(
        putOpportunities(db, [
          { opportunity: anOpportunity({ id: opportunityId(id), url }), changed: [], revision: 'r' },
        ]),
      )
    await put('b', 'https://www.fund.example/a?id=1')
    await put('a', 'http://fund.example/a/?id=1')
    await put('other', 'https://fund.example/a?id=2')
    const found = await listOpportunitiesByLink(db, formsOfAddress('https://fund.example/a?id=1'))
    expect(found.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(await listOpportunitiesByLink(db, [])).toEqual([])
  })
})

test('no other opportunity is looked at for it', async () => {
  const { db, planOf } = openExplained()
  const plan = await planOf(() => listOpportunitiesByLink(db, ['https://fund.example/']))
  expect(plan.join('\n')).toContain('USING INDEX opportunities_by_link')
})

test.for([
  ['https://www.fund.example/a/', 'http://fund.example/a'],
  ['http://fund.example', 'https://www.fund.example/'],
])('%s is one page with %s', ([a, b]) => {
  expect(formsOfAddress(a ?? '')).toContain(b)
})
