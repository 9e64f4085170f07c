import type { Hono } from 'hono'
import { beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { putOpportunities } from '../../src/db/opportunity-versions.ts'
import { putOrganisations } from '../../src/db/organisations.ts'
import { NO_RULES } from '../../src/domain/rules.ts'
import {
  anOpportunity,
  anOrganisation,
  BRISTOL,
  FILTON,
  opportunityId,
  organisationId,
} from '../support/builders.ts'
import { takeWards } from '../support/places.ts'
import { aRuntime } from '../support/runtime.ts'
import { ONE_JUNE } from '../support/sources.ts'
import { aSeededApp, textOf } from './pages.ts'

let app: Hono
beforeAll(async () => {
  app = await aSeededApp()
})
const open = (path: string, from = app) => from.request(`http://localhost${path}`)
const wordsOf = async (path: string, from = app) =>
  (await textOf(open(path, from))).replace(/<[^>]*>|\s+/g, ' ').replace(/ +/g, ' ')

describe('local organisations that fit', () => {
  test('stand with their fit, its reasons, what keeps it down and what is to be asked', async () => {
    const words = await wordsOf('/opportunities/contract/organisations')
    expect(words).toContain('2 organisations, best fit first')
    expect(words).toMatch(/Riverside Kitchen Unclear Fit \d\d out of 100/)
    expect(words).toContain('To ask Do you work there? Are you on it?')
    expect(words).toContain('You work in South Gloucestershire, and this is for somewhere in the South West.')
    expect(words).toContain('Why it is not higher:')
    expect(words).toContain('It is not a prediction of an award.')
  })

  test('are found by a ward, once wards are imported, and the page asks which of several is meant', async () => {
    const runtime = aRuntime()
    const { db } = runtime
    await takeWards(runtime)
    const local = { legalForm: 'cio', areas: [FILTON] } as const
    await db.commit([
      ...putOrganisations(db, ONE_JUNE, [
        anOrganisation({ ...local, id: organisationId('f'), reference: 'f', name: 'Filton Friends' }),
        anOrganisation({
          id: organisationId('x'),
          reference: 'x',
          name: 'Bristol Friends',
          areas: [BRISTOL],
        }),
      ]),
      ...putOpportunities(db, [
        {
          opportunity: anOpportunity({ id: opportunityId('a'), rules: NO_RULES }),
          changed: [],
          revision: '1',
        },
      ]),
    ])
    const page = (area: string) =>
      wordsOf(`/opportunities/a/organisations?area=${encodeURIComponent(area)}`, createApp(runtime))
    const found = await page('Filton ward')
    expect(found).toContain('1 organisation that works in or around Filton ward (South Gloucestershire)')
    expect(found).toContain('Filton Friends')
    expect(found).not.toContain('Bristol Friends')
    expect(await page('Southmead ward')).toContain(
      '“Southmead ward” could be more than one place. Did you mean Southmead ward (Bristol) or Southmead ward (South Gloucestershire)?',
    )
    expect(await page('Filton')).toContain(
      '“Filton” is not a place that we know. Did you mean Filton ward (South Gloucestershire)?',
    )
  })

  test('are as asked for by place and by whether they may apply', async () => {
    const all = await wordsOf('/opportunities/kitchens/organisations')
    expect(all).toContain('Riverside Kitchen May apply')
    expect(await wordsOf('/opportunities/kitchens/organisations?verdict=eligible')).toContain(
      '1 organisation,',
    )
    const none = await wordsOf('/opportunities/kitchens/organisations?area=W92000004')
    expect(none).toContain('No organisations that work in or around Wales')
    expect(none).toContain('see every organisation that fits')
  })

  test.for(['E06000023', 'Bristol', 'bristol city council', ' City of Bristol'])(
    'are those of a place that is typed as %s',
    async (typed) => {
      const query = new URLSearchParams({ area: typed, verdict: '' })
      const page = await textOf(open(`/opportunities/kitchens/organisations?${query}`))
      expect(page).toContain('value="Bristol" aria-describedby="area-hint" list="area-list"')
      expect(page).toContain('<option value="South Gloucestershire"></option>')
      expect(page).toContain('1 organisation that works in or around Bristol, best fit first')
    },
  )

  test.for([
    ['Brsitol', '“Brsitol” is not a place that we know. Did you mean Bristol?', ['Bristol']],
    [
      'Newcastle',
      '“Newcastle” could be more than one place. Did you mean Newcastle upon Tyne or Newcastle-under-Lyme?',
      ['Newcastle+upon+Tyne', 'Newcastle-under-Lyme'],
    ],
    ['Narnia', '“Narnia” is not a place that we know. Enter a ward, council, county, region or country', []],
    [
      'Nowhere ward',
      '“Nowhere ward” is not a place that we know. Wards are known once a file of them is imported',
      [],
    ],
  ] as const)(
    'are asked about where it is not sure which place is meant: %s',
    async ([typed, fault, links]) => {
      const path = `/opportunities/kitchens/organisations?area=${typed}&verdict=eligible`
      const response = await open(path)
      expect(response.status).toBe(400)
      const page = await textOf(response)
      expect(page).toContain(`<a href="#area">${fault}</a>`)
      expect(page).toContain(`value="${typed}" aria-describedby="area-hint area-error"`)
      expect(page).toMatch(/<title>Error: Local organisations/)
      expect(page).not.toContain('Riverside')
      const hrefs = [...page.matchAll(/organisations\?area=([^&"]+)&amp;verdict=eligible"/g)].map(
        ([, to]) => to,
      )
      expect(hrefs).toEqual(links)
      for (const to of hrefs) {
        expect((await open(`/opportunities/kitchens/organisations?area=${to}`)).status).toBe(200)
      }
    },
  )

  test('are not asked about once nobody can apply any more', async () => {
    const response = await open('/opportunities/closed/organisations?area=Newcastle')
    expect(response.status).toBe(200)
    expect(await textOf(response)).not.toContain('There is a problem')
  })

  test('are none once it is over, and the page says why', async () => {
    const words = await wordsOf('/opportunities/closed/organisations')
    expect(words).toContain('Closed on 1 May 2026. Nobody can apply any more.')
    expect(words).not.toContain('Riverside')
  })

  test('are none before any organisation was brought in, and the page says so', async () => {
    const runtime = aRuntime()
    const call = { opportunity: anOpportunity(), changed: [], revision: 'r' }
    await runtime.db.commit(putOpportunities(runtime.db, [call]))
    const words = await wordsOf('/opportunities/opportunity-1/organisations', createApp(runtime))
    expect(words).toContain('none has been brought in yet')
  })

  test('are not found for an opportunity that is not there, and a strange filter is refused', async () => {
    expect((await open('/opportunities/none/organisations')).status).toBe(404)
    expect((await open('/opportunities/kitchens/organisations?verdict=perhaps')).status).toBe(400)
  })

  test('are one link away from an open opportunity, and not from one that is over', async () => {
    const link = 'href="/opportunities/kitchens/organisations"'
    expect(await textOf(open('/opportunities/kitchens'))).toContain(link)
    expect(await textOf(open('/opportunities/closed'))).not.toContain('/organisations"> ')
    expect(await wordsOf('/opportunities/closed')).not.toContain('Local organisations that fit')
  })
})

describe('many that fit', () => {
  const count = 230
  let crowded: Hono
  beforeAll(async () => {
    const runtime = aRuntime()
    const { db } = runtime
    await db.commit([
      ...putOpportunities(db, [
        { opportunity: anOpportunity({ id: opportunityId('a') }), changed: [], revision: 'r' },
      ]),
      ...putOrganisations(
        db,
        ONE_JUNE,
        Array.from({ length: count }, (_, n) =>
          anOrganisation({ id: organisationId(`g${n}`), reference: `g${n}`, name: `Group ${n}` }),
        ),
      ),
      ...putOrganisations(db, ONE_JUNE, [
        anOrganisation({ id: organisationId('x'), reference: 'x', areas: [BRISTOL] }),
      ]),
    ])
    crowded = createApp(runtime)
  })

  test('come in pages of 20 that keep the filter, and end with the best 200', async () => {
    let path: string | undefined = '/opportunities/a/organisations?verdict=eligible'
    const names: string[] = []
    for (let pages = 0; path !== undefined && pages < 20; pages += 1) {
      const page: string = await textOf(open(path, crowded))
      expect(page).toContain(`The best 200 of ${count} organisations`)
      names.push(...[...page.matchAll(/>(Group \d+)<\/a>/g)].map(([, name = '']) => name))
      path = /href="([^"]+)" rel="next"/.exec(page)?.[1]?.replaceAll('&amp;', '&')
      if (path !== undefined) expect(path).toContain('verdict=eligible')
    }
    expect(names).toHaveLength(200)
    expect(new Set(names).size).toBe(200)
  })

  test('come from the API in the same order, with their number and without their addresses', async () => {
    const response = await open('/api/v1/opportunities/a/matches?limit=100', crowded)
    const text = await response.text()
    expect(text).not.toContain('@')
    const answer = JSON.parse(text)
    expect(answer).toMatchObject({ total: 200, fitting: count, sample: false })
    expect(answer.items[0]).toMatchObject({
      organisation: { id: 'g0', name: 'Group 0', areas: ['E06000025'] },
      eligibility: { verdict: 'eligible' },
      reasons: expect.arrayContaining([expect.objectContaining({ part: 'words' })]),
      whyNotHigher: expect.any(Array),
    })
    const next = await open(`/api/v1/opportunities/a/matches?limit=100&after=${answer.next}`, crowded)
    expect(await next.json()).toMatchObject({ next: null })
    const elsewhere = await open('/api/v1/opportunities/a/matches?area=E06000023', crowded)
    expect(await elsewhere.json()).toMatchObject({ items: [], total: 0, fitting: 0 })
    const named = await open('/api/v1/opportunities/a/matches?area=s%20glos', crowded)
    expect(await named.json()).toMatchObject({ total: 200, fitting: count })
  })

  test.for([
    [
      'area=nowhere',
      '#/area',
      'must be the name or GSS code of one area, such as South Gloucestershire or E06000025',
    ],
    [
      'area=Brsitol',
      '#/area',
      'must be the name or GSS code of one area, such as South Gloucestershire or E06000025. Did you mean Bristol?',
    ],
    [
      'area=newcastle',
      '#/area',
      'must be the name or GSS code of one area, such as South Gloucestershire or E06000025. Did you mean Newcastle upon Tyne or Newcastle-under-Lyme?',
    ],
    ['verdict=maybe', '#/verdict', 'must be one of eligible, unclear'],
    ['status=open', '#/status', 'is not a parameter of this address'],
  ])('the API refuses %s', async ([query, pointer, detail]) => {
    const response = await open(`/api/v1/opportunities/a/matches?${query}`, crowded)
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ errors: [{ pointer, detail }] })
  })

  test('the API has none for an opportunity that is not there', async () => {
    expect((await open('/api/v1/opportunities/none/matches', crowded)).status).toBe(404)
  })
})
