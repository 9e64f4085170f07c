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
          exact: true,
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
      sample: false,
    })
  })

  test('gives the likeliest first and calls none of them exact where it is not sure', async () => {
    expect(await get('/areas?q=Glouchestershire')).toMatchObject({
      items: [
        { code: 'E10000013', exact: false },
        { code: 'E06000025', exact: false },
      ],
    })
    expect(await get('/areas?q=narnia')).toEqual({ items: [], sample: false })
  })

  test('gives as many as are asked for, 20 unless told', async () => {
    expect(await get('/areas?q=south')).toMatchObject({ items: { length: 20 } })
    expect(await get('/areas?q=south&limit=3')).toMatchObject({ items: { length: 3 } })
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

describe('the look-up of funders', () => {
  const fund = { id: 'name-the-example-fund', name: 'The Example Fund', orgId: null }
  const council = { id: 'GB-LAE-EXA', name: 'Example Unitary Council', orgId: 'GB-LAE-EXA' }

  test('gives the funders of opportunities, likeliest first, and says which have just that name', async () => {
    expect(await get('/funders?q=example%20fund')).toEqual({
      items: [
        { ...fund, exact: true },
        { ...council, exact: false },
      ],
      sample: false,
    })
    expect(await get('/funders?q=gb-lae-exa&limit=1')).toEqual({
      items: [{ ...council, exact: true }],
      sample: false,
    })
    expect(await get('/funders?q=unitry')).toMatchObject({ items: [{ ...council, exact: false }] })
    expect(await get('/funders?q=zzyzx')).toEqual({ items: [], sample: false })
  })

  test('is told what it may be asked', async () => {
    expect(await get('/funders')).toMatchObject({
      errors: [{ pointer: '#/q', detail: 'must be given, once' }],
    })
  })
})
