import type { Hono } from 'hono'
import { beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { createApp } from '../../src/app.ts'
import { aRuntime } from '../support/runtime.ts'
import { aSeededApp } from '../web/pages.ts'

const ListAnswer = z.strictObject({
  items: z.array(z.looseObject({ id: z.string() })),
  total: z.number(),
  next: z.string().nullable(),
  /** Of opportunities: what the name of a funder was read as. */
  funders: z.unknown().optional(),
  sample: z.boolean(),
})
const Problem = z.strictObject({
  type: z.literal('about:blank'),
  title: z.string(),
  status: z.number(),
  detail: z.string(),
  code: z.string(),
  errors: z.array(z.strictObject({ pointer: z.string(), detail: z.string() })).optional(),
})

let app: Hono
beforeAll(async () => {
  app = await aSeededApp()
})

const get = (path: string, from: Hono = app) => from.request(`http://localhost/api/v1${path}`)
const list = async (path: string) => ListAnswer.parse(await (await get(path)).json())
const idsOf = async (path: string) => (await list(path)).items.map(({ id }) => id)

async function problemAt(path: string, from: Hono = app) {
  const response = await get(path, from)
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  const problem = Problem.parse(await response.json())
  expect(problem.status).toBe(response.status)
  return problem
}

describe('the list of opportunities', () => {
  test('holds what is open, soonest deadline first, calls without one last', async () => {
    expect(await idsOf('/opportunities')).toEqual([
      'hostile',
      'contract',
      'kitchens',
      'rounds',
      'elsewhere',
      'rolling',
    ])
  })

  test.for([
    ['status=forecast', ['forecast']],
    ['status=closed', ['closed']],
    ['status=withdrawn', ['withdrawn']],
    ['status=open&kind=contract', ['contract']],
  ] as const)('holds for %s what is asked for', async ([query, expected]) => {
    expect(await idsOf(`/opportunities?${query}`)).toEqual(expected)
  })

  test('comes in pages that together are the whole list, each counted in full', async () => {
    const ids: string[] = []
    let after = ''
    for (let pages = 0; pages < 10; pages++) {
      const answer = await list(`/opportunities?status=any&limit=3${after}`)
      expect(answer.total).toBe(9)
      ids.push(...answer.items.map(({ id }) => id))
      if (answer.next === null) break
      after = `&after=${encodeURIComponent(answer.next)}`
    }
    expect(ids).toEqual(await idsOf('/opportunities?status=any&limit=100'))
    expect(new Set(ids).size).toBe(9)
  })

  test.for([
    ['funder=unitry%20council', false, ['contract']],
    ['funder=GB-LAE-EXA', true, ['contract']],
    ['funder=example%20fund', true, ['kitchens', 'rounds', 'rolling']],
    ['funder=exampel', false, ['contract', 'kitchens', 'rounds', 'rolling']],
    ['funder=zzyzx', false, []],
  ] as const)('holds for %s the calls of the funders that it says', async ([query, exact, expected]) => {
    const { items, total, funders } = await list(`/opportunities?${query}`)
    expect(items.map(({ id }) => id)).toEqual(expected)
    expect(total).toBe(expected.length)
    expect(funders).toMatchObject({ exact, more: false })
  })

  test('says nothing of funders where none was asked for, and refuses an empty name', async () => {
    expect((await list('/opportunities')).funders).toBeNull()
    expect((await problemAt('/opportunities?funder=')).errors).toEqual([
      { pointer: '#/funder', detail: 'must not be empty' },
    ])
  })

  test('says that it is no sample, in the body and by silence in the headers', async () => {
    const response = await get('/opportunities')
    expect(response.headers.has('x-fundlocal-sample')).toBe(false)
    expect(ListAnswer.parse(await response.json()).sample).toBe(false)
  })
})

describe('one opportunity', () => {
  test('carries what follows from the moment beside what is stored', async () => {
    const answer = await (await get('/opportunities/contract')).json()
    expect(answer).toMatchObject({
      id: 'contract',
      status: 'open',
      currency: 'GBP',
      fundTotal: 1_250_000_000,
      awardMax: null,
      deadline: { kind: 'fixed', closesAt: '2026-06-30T23:00:00.000Z', daysLeft: 29 },
      rules: { areas: { basis: 'inferred', quote: 'across parts of the South West' } },
      provenance: { sourceName: 'The Example Fund', licence: 'OGL-UK-3.0' },
    })
  })

  test('names what its text says of help before a need has grown, and where', async () => {
    const early = {
      name: 'falls prevention and strength for older people',
      quote: 'strength and balance',
      field: 'summary',
    }
    expect(await (await get('/opportunities/elsewhere')).json()).toMatchObject({
      earlyHelp: expect.arrayContaining([early]),
    })
    expect((await list('/opportunities')).items.find(({ id }) => id === 'kitchens')).toMatchObject({
      earlyHelp: [],
    })
  })

  test('keeps our bookkeeping of alerts to itself', async () => {
    const answer = await (await get('/opportunities/kitchens')).json()
    expect(answer).not.toHaveProperty('materialVersion')
  })

  test('that does not exist is a problem', async () => {
    expect(await problemAt('/opportunities/none')).toMatchObject({ status: 404, code: 'not_found' })
  })
})

describe('the matches of an organisation', () => {
  test('come best first, with verdict, rules, parts and reasons', async () => {
    const answer = await (await get('/organisations/riverside/matches')).json()
    expect(answer).toMatchObject({
      total: 2,
      next: null,
      items: [
        {
          opportunity: { id: 'kitchens', status: 'open' },
          score: expect.any(Number),
          eligibility: { verdict: 'eligible' },
          reasons: ['words', 'topics', 'place', 'time', 'feedback'].map((part) => ({ part })),
        },
        {
          opportunity: { id: 'contract' },
          eligibility: {
            verdict: 'unclear',
            rules: expect.arrayContaining([expect.objectContaining({ question: 'Do you work there?' })]),
          },
          parts: { place: 0.5 },
          whyNotHigher: expect.arrayContaining(['It names none of your themes.']),
        },
      ],
    })
  })

  test('and what is not open has the same, with what stands in the way and what would open it', async () => {
    const answer = await (await get('/organisations/riverside/not-open?rule=area')).json()
    expect(answer).toMatchObject({
      total: 1,
      shut: 1,
      next: null,
      sample: false,
      bars: [
        { rule: 'area', count: 1 },
        { rule: 'income', count: 1 },
      ],
      openers: [],
      questions: [],
      items: [
        {
          opportunity: { id: 'elsewhere' },
          eligibility: {
            verdict: 'ineligible',
            rules: expect.arrayContaining([
              expect.objectContaining({
                rule: 'area',
                outcome: 'fail',
                opens: 'Opens with a partner that works in Wales.',
                quote: 'in the <b>valleys</b> of Wales',
                profileFields: ['areas'],
                funderFields: ['rules.areas'],
              }),
            ]),
          },
          sharedEarlyHelp: [{ own: 'lunch club', theirs: 'Lunch clubs' }],
        },
      ],
    })
    const { errors } = await problemAt('/organisations/riverside/not-open?rule=wealth')
    expect(errors?.[0]).toMatchObject({
      pointer: '#/rule',
      detail: expect.stringContaining('must be one of'),
    })
  })

  test('are empty for an organisation without any, and a problem for one that is not there', async () => {
    const answer = await (await get('/organisations/hostile/matches')).json()
    expect(answer).toEqual({ items: [], total: 0, next: null, sample: false })
    expect(await problemAt('/organisations/none/matches')).toMatchObject({ status: 404 })
  })
})

describe('a request that is not valid', () => {
  test.for(['0', '101', '1.5', 'ten', ''])('limit=%s is refused with what it must be', async (limit) => {
    const problem = await problemAt(`/opportunities?limit=${limit}`)
    expect(problem).toMatchObject({ status: 400, code: 'invalid', title: 'Bad Request' })
    expect(problem.errors).toEqual([{ pointer: '#/limit', detail: 'must be a whole number from 1 to 100' }])
  })

  test('limits at both ends are taken', async () => {
    expect((await list('/opportunities?limit=1')).items).toHaveLength(1)
    expect((await list('/opportunities?limit=100')).items).toHaveLength(6)
  })

  test('every parameter that is not known is named', async () => {
    const { errors } = await problemAt('/opportunities?q=food&a/b=1')
    expect(errors).toEqual([
      { pointer: '#/q', detail: 'is not a parameter of this address' },
      { pointer: '#/a~1b', detail: 'is not a parameter of this address' },
    ])
  })

  test.for(['/opportunities/kitchens?x=1', '/organisations/riverside/matches?status=open'])(
    'a parameter that %s does not have is refused',
    async (path) => {
      expect((await problemAt(path)).errors).toHaveLength(1)
    },
  )

  test('a status that there is not is answered with those that there are', async () => {
    const { errors } = await problemAt('/opportunities?status=live')
    expect(errors).toEqual([
      { pointer: '#/status', detail: 'must be one of open, forecast, closed, withdrawn, any' },
    ])
  })

  test('a cursor that the list did not make is refused', async () => {
    expect(await problemAt('/opportunities?after=zzz')).toMatchObject({ status: 400, code: 'invalid' })
  })
})

describe('what goes wrong', () => {
  test('an address that does not exist is a problem, not a page', async () => {
    expect(await problemAt('/nowhere')).toMatchObject({ status: 404, code: 'not_found' })
  })

  test('a bug is logged and shown without its cause', async () => {
    const logged: unknown[] = []
    const broken = createApp(
      aRuntime({
        log: { info: () => {}, error: (event, error, facts) => logged.push([event, error, facts]) },
        registry: {
          sources: [],
          get sample(): boolean {
            throw new Error('secret')
          },
        },
      }),
    )
    const problem = await problemAt('/opportunities', broken)
    expect(problem).toMatchObject({ status: 500, code: 'bug', title: 'Internal Server Error' })
    expect(JSON.stringify(problem)).not.toContain('secret')
    expect(logged[0]).toMatchObject([
      'request.failed',
      { message: 'secret' },
      { path: '/api/v1/opportunities' },
    ])
  })
})

describe('over sample data', () => {
  test('every answer says so, refusals too', async () => {
    const sample = await aSeededApp({ registry: { sample: true, sources: [] } })
    for (const path of [
      '/opportunities',
      '/opportunities/kitchens',
      '/opportunities/none',
      '/nowhere',
      '/opportunities?x=1',
    ]) {
      const response = await get(path, sample)
      expect(response.headers.get('x-fundlocal-sample'), path).toBe('true')
    }
    expect(await (await get('/opportunities', sample)).json()).toMatchObject({ sample: true })
  })
})
