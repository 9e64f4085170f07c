import type { Hono } from 'hono'
import { beforeAll, describe, expect, test } from 'vitest'
import { aSeededApp } from '../web/pages.ts'

let app: Hono
beforeAll(async () => {
  app = await aSeededApp()
})
const get = async (path: string) => (await app.request(`http://localhost/api/v1${path}`)).json()

describe('the look-up of areas', () => {
  test('says which area a name means, of what kind it is and in what it lies', async () => {
    expect(await get('/areas?q=s%20glos&limit=1')).toEqual({
      items: [
        {
          code: 'E06000025',
          name: 'South Gloucestershire',
          officialName: 'South Gloucestershire',
          kind: 'local_authority',
          within: [
            { code: 'E47000009', name: 'West of England', kind: 'combined_authority' },
            { code: 'E12000009', name: 'South West', kind: 'region' },
            { code: 'E92000001', name: 'England', kind: 'country' },
            { code: 'K04000001', name: 'England and Wales', kind: 'countries' },
            { code: 'K03000001', name: 'Great Britain', kind: 'countries' },
            { code: 'K02000001', name: 'United Kingdom', kind: 'countries' },
          ],
        },
      ],
      exact: 'E06000025',
      sample: false,
    })
  })

  test('gives the likeliest first and calls none of them exact where it is not sure', async () => {
    expect(await get('/areas?q=Glouchestershire')).toMatchObject({
      items: [{ code: 'E10000013' }, { code: 'E06000025' }],
      exact: null,
    })
    expect(await get('/areas?q=narnia')).toEqual({ items: [], exact: null, sample: false })
  })

  test.for([
    ['', '#/q', 'must be given, once'],
    ['q=', '#/q', 'must not be empty'],
    [`q=${'a'.repeat(201)}`, '#/q', 'must have 200 characters at most'],
    ['q=a&limit=0', '#/limit', 'must be a whole number from 1 to 100'],
    ['q=a&after=b', '#/after', 'is not a parameter of this address'],
  ])('refuses “%s”', async ([query, pointer, detail]) => {
    expect(await get(`/areas?${query}`)).toMatchObject({ status: 400, errors: [{ pointer, detail }] })
  })
})
