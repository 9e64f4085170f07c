import type { Hono } from 'hono'
import { beforeEach, describe, expect, test } from 'vitest'
import { aSeededApp } from '../web/pages.ts'

let app: Hono
beforeEach(async () => {
  app = await aSeededApp()
})

const BASE = 'http://localhost/api/v1/organisations'
/** As far as a test reads it. */
interface List {
  readonly items: readonly { readonly opportunity?: { readonly id: string } }[]
  readonly total: number
  readonly next: string | null
}
const get = async (path: string): Promise<List> =>
  (await app.request(`${BASE}/${path}`)).json() as Promise<List>
const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  app.request(`${BASE}/${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
const remove = (path: string) => app.request(`${BASE}/${path}`, { method: 'DELETE' })
const matchIds = async () => (await get('riverside/matches')).items.map(({ opportunity }) => opportunity?.id)

const NOT_FOR_US = {
  opportunityId: 'contract',
  verdict: 'not_for_us',
  reason: 'too_large',
  note: ' Far\r\ntoo big ',
}

describe('feedback of an organisation', () => {
  test('is given, hides the match at once, and is listed', async () => {
    const response = await post('riverside/feedback', NOT_FOR_US)
    expect(response.status).toBe(200)
    const kept = await response.json()
    expect(kept).toEqual({
      organisationId: 'riverside',
      opportunityId: 'contract',
      title: expect.stringContaining('Framework'),
      verdict: 'not_for_us',
      reason: 'too_large',
      note: 'Far\ntoo big',
      givenAt: '2026-06-01T12:00:00.000Z',
    })
    expect(await matchIds()).not.toContain('contract')
    const list = await get('riverside/feedback?verdict=not_for_us')
    expect(list).toMatchObject({ total: 2, next: null, sample: false })
    expect(list.items[0]).toEqual(kept)
  })

  test('is taken back, as often as one likes', async () => {
    await post('riverside/feedback', NOT_FOR_US)
    for (const _ of [1, 2]) {
      const response = await remove('riverside/feedback/contract')
      expect(response.status).toBe(204)
      expect(await response.text()).toBe('')
    }
    expect(await matchIds()).toEqual(expect.arrayContaining(['kitchens', 'contract']))
  })

  test('needs neither a reason nor a note', async () => {
    const answer = await post('riverside/feedback', { opportunityId: 'contract', verdict: 'good_match' })
    expect(await answer.json()).toMatchObject({ verdict: 'good_match', reason: null, note: null })
  })

  test('comes in pages', async () => {
    const first = await get('riverside/feedback?limit=1')
    expect(first).toMatchObject({ total: 2, items: [{ opportunityId: 'kitchens' }] })
    const rest = await get(`riverside/feedback?limit=1&after=${first.next}`)
    expect(rest).toMatchObject({ next: null, items: [{ opportunityId: 'rounds' }] })
  })
})

describe('what is refused', () => {
  const MANY = 'x'.repeat(501)
  test.for([
    [{ ...NOT_FOR_US, opportunityId: undefined }, '#/opportunityId', 'must be the id of an opportunity'],
    [{ ...NOT_FOR_US, verdict: 'maybe' }, '#/verdict', 'must be one of good_match, not_for_us'],
    [
      { ...NOT_FOR_US, reason: 'wrong_moon' },
      '#/reason',
      'must be one of not_our_cause, not_our_area, too_small',
    ],
    [{ ...NOT_FOR_US, note: MANY }, '#/note', 'must have 500 characters at most'],
    [{ ...NOT_FOR_US, verdict: 'good_match' }, '#/reason', 'must be empty for a good match'],
    [{ ...NOT_FOR_US, stars: 5 }, '#/stars', 'is not a parameter'],
  ] as const)('%j, with the field that is wrong', async ([body, pointer, detail]) => {
    const response = await post('riverside/feedback', body)
    expect(response.status).toBe(400)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(await response.json()).toMatchObject({
      code: 'invalid',
      errors: [{ pointer, detail: expect.stringContaining(detail) }],
    })
    expect((await get('riverside/feedback')).total).toBe(2)
  })

  test('a note of 500 characters is taken', async () => {
    expect((await post('riverside/feedback', { ...NOT_FOR_US, note: MANY.slice(1) })).status).toBe(200)
  })

  test.for([
    ['POST', 'nobody/feedback', NOT_FOR_US],
    ['POST', 'riverside/feedback', { ...NOT_FOR_US, opportunityId: 'nothing' }],
    ['DELETE', 'nobody/feedback/kitchens', null],
    ['DELETE', 'riverside/feedback/nothing', null],
    ['GET', 'nobody/feedback', null],
  ] as const)('%s %s, which is not there', async ([method, path, body]) => {
    const asked =
      method === 'POST'
        ? post(path, body)
        : method === 'DELETE'
          ? remove(path)
          : app.request(`${BASE}/${path}`)
    const response = await asked
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({ code: 'not_found' })
  })

  test('a body that is not JSON, or says that it is not', async () => {
    const broken = await post('riverside/feedback', '{"verdict":')
    expect(broken.status).toBe(400)
    expect(await broken.json()).toMatchObject({
      code: 'invalid',
      detail: 'The body of the request cannot be read',
    })
    const same = { 'Content-Type': 'text/plain', 'Sec-Fetch-Site': 'same-origin' }
    expect((await post('riverside/feedback', NOT_FOR_US, same)).status).toBe(400)
  })

  test('a body that a form of another site could have sent', async () => {
    const elsewhere = { 'Content-Type': 'text/plain', Origin: 'https://evil.example' }
    const response = await post('riverside/feedback', NOT_FOR_US, elsewhere)
    expect(response.status).toBe(403)
    expect(await response.json()).toMatchObject({ code: 'forbidden' })
    expect((await get('riverside/feedback')).total).toBe(2)
  })
})
