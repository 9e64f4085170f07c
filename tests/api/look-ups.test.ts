import type { Hono } from 'hono'
import { beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { takePostcodes, takeWards } from '../support/places.ts'
import { aRuntime } from '../support/runtime.ts'
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
    ['', '#/q', 'must be given, once, or postcode in its place'],
    ['q=a&postcode=BS34%208AB', '#/q', 'must be given, once, or postcode in its place'],
    ['q=', '#/q', 'must not be empty'],
    [`q=${'a'.repeat(201)}`, '#/q', 'must have 200 characters at most'],
    ['q=a&limit=0', '#/limit', 'must be a whole number from 1 to 100'],
    ['q=a&after=b', '#/after', 'is not a parameter of this address'],
  ])('refuses “%s”', async ([query, pointer, detail]) => {
    expect(await get(`/areas?${query}`)).toMatchObject({ status: 400, errors: [{ pointer, detail }] })
  })
})

describe('the look-up of areas, with wards and postcodes', () => {
  const runtime = aRuntime()
  const app = createApp(runtime)
  const ask = async (path: string) => (await app.request(`http://localhost/api/v1${path}`)).json()
  const council = { code: 'E06000025', name: 'South Gloucestershire', kind: 'local_authority' }
  const filton = { code: 'E05011950', name: 'Filton ward (South Gloucestershire)', kind: 'ward' }

  test('says that nothing was imported yet, then where a postcode is, and what is none', async () => {
    expect(await ask('/areas?postcode=BS34%208AB')).toMatchObject({
      status: 404,
      detail: expect.stringContaining('No postcodes have been imported yet'),
    })
    await takeWards(runtime)
    await takePostcodes(runtime)
    expect(await ask('/areas?postcode=bs348ab')).toEqual({
      postcode: 'BS34 8AB',
      endedIn: null,
      ward: filton,
      authority: council,
      region: { code: 'E12000009', name: 'South West', kind: 'region' },
      country: { code: 'E92000001', name: 'England', kind: 'country' },
      neighbourhood: { code: 'E01014901', name: null },
      edition: 'May 2026',
      licence: 'OGL-UK-3.0',
      attribution: expect.stringContaining('Office for National Statistics'),
      sample: false,
    })
    expect(await ask('/areas?postcode=BS2%208QN')).toMatchObject({ ward: null, neighbourhood: null })
    expect(await ask('/areas?postcode=BS34%209ZZ')).toMatchObject({ endedIn: '2015-03' })
    expect(await ask('/areas?postcode=BS34')).toMatchObject({
      status: 400,
      detail: '“BS34” is not a whole UK postcode, such as BS34 8AB',
    })
    expect(await ask('/areas?postcode=GL1%201AA')).toMatchObject({ status: 404 })
  })

  test('gives wards with the council beside the name, and their plain codes', async () => {
    await takeWards(runtime)
    expect(await ask('/areas?q=filton%20ward&limit=1')).toMatchObject({
      items: [{ ...filton, officialName: 'Filton', exact: true, within: [council, {}, {}, {}, {}, {}, {}] }],
    })
    expect(await ask('/areas?q=southmead&limit=2')).toMatchObject({
      items: [
        { name: 'Southmead ward (Bristol)', exact: false },
        { name: 'Southmead ward (South Gloucestershire)', exact: false },
      ],
    })
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
