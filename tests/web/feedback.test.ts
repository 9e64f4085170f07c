import type { Hono } from 'hono'
import { beforeEach, describe, expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { listFeedback } from '../../src/db/feedback.ts'
import type { Runtime } from '../../src/runtime.ts'
import { aRuntime } from '../support/runtime.ts'
import { textOf } from './pages.ts'
import { RIVERSIDE, SEEDED, seed } from './seed.ts'

let runtime: Runtime
let app: Hono
beforeEach(async () => {
  runtime = aRuntime()
  await seed(runtime.db)
  await runtime.db.query.deleteFrom('feedback').execute()
  app = createApp(runtime)
})

const MATCHES = '/organisations/riverside/matches'
const FEEDBACK = '/organisations/riverside/feedback'
const open = (path: string) => app.request(`http://localhost${path}`)
const wordsOf = async (path: string) =>
  (await textOf(open(path))).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
const stored = async () =>
  (await listFeedback(runtime.db, RIVERSIDE.id, null, { after: null, limit: 100 })).items

/** Sends a form as a browser does. */
const send = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  app.request(`http://localhost${path}`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { Origin: 'http://localhost', 'Sec-Fetch-Site': 'same-origin', ...headers },
  })

const HIDE = {
  opportunity: 'kitchens',
  verdict: 'not_for_us',
  reason: 'too_small',
  note: 'Next year',
  at: '0',
}

/** The fields of the form with that button on that page, as a browser would send them untouched. */
async function formWith(button: RegExp, path: string) {
  const markup = await textOf(open(path))
  const form = [...markup.matchAll(/<form action="([^"]*)" method="post">([\s\S]*?)<\/form>/g)].find(
    ([, , inside = '']) => button.test(inside.replace(/<[^>]*>/g, '')),
  )
  const inside = form?.[2] ?? ''
  const fields = [...inside.matchAll(/type="hidden" name="([^"]*)" value="([^"]*)"/g)]
  return {
    action: form?.[1] ?? '',
    fields: Object.fromEntries(fields.map(([, name, value]) => [name, value])),
  }
}

describe('a good match', () => {
  test('is one press, leads back to its card, and is said there with a way to undo it', async () => {
    const { action, fields } = await formWith(/Good match: Community kitchens/, MATCHES)
    const response = await send(action, fields)
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe(`${MATCHES}#match-kitchens`)
    const markup = await textOf(open(MATCHES))
    expect(markup).toContain('id="match-kitchens"')
    expect(await wordsOf(MATCHES)).toMatch(/You said that this is a good match\. Undo : Community kitchens/)
    const undo = await formWith(/Undo: Community kitchens/, MATCHES)
    const undone = await send(undo.action, undo.fields)
    expect(undone.headers.get('location')).toBe(`${MATCHES}#match-kitchens`)
    expect(await stored()).toEqual([])
  })
})

describe('what is not for us', () => {
  test('goes from the list, with a banner in its place that undoes it', async () => {
    const { action, fields } = await formWith(/Hide it: Community kitchens/, MATCHES)
    const response = await send(action, { ...fields, reason: 'too_small', note: 'Next\r\nyear' })
    expect(response.status).toBe(303)
    const location = response.headers.get('location') ?? ''
    expect(location).toBe(`${MATCHES}?said=kitchens&at=0#said`)
    expect(await stored()).toMatchObject([
      { feedback: { verdict: 'not_for_us', reason: 'too_small', note: 'Next\nyear' } },
    ])
    const words = await wordsOf(location)
    expect(words).toMatch(/Hidden: Community kitchens\. Undo .*Framework for supported living/)
    expect(words).not.toContain('Good match: Community kitchens')
    expect(await textOf(open(location))).toContain('id="said"')
    const undo = await formWith(/Undo: Community kitchens/, location)
    expect((await send(undo.action, undo.fields)).status).toBe(303)
    expect(await wordsOf(location)).not.toContain('Hidden:')
    expect(await wordsOf(MATCHES)).toContain('Good match : Community kitchens')
  })

  test('needs no reason', async () => {
    await send(FEEDBACK, { ...HIDE, reason: '', note: '' })
    expect(await stored()).toMatchObject([{ feedback: { reason: null, note: null } }])
  })

  test('is a page of its own, with reason, note and a way back', async () => {
    await send(FEEDBACK, HIDE)
    expect(await textOf(open(MATCHES))).toContain(
      '<a class="govuk-link" href="/organisations/riverside/not-for-us">Show the 1 that you marked as not for us</a>',
    )
    const page = '/organisations/riverside/not-for-us'
    expect(await wordsOf(page)).toMatch(
      /Community kitchens .*Why The sum is too small Hidden Today Next year/,
    )
    const undo = await formWith(/Undo: Community kitchens/, page)
    const undone = await send(undo.action, undo.fields)
    const back = undone.headers.get('location') ?? ''
    expect(back).toBe(`${page}?undone=kitchens#undone`)
    expect(await wordsOf(back)).toMatch(/Nothing is hidden .*No longer hidden: Community kitchens\./)
  })

  test('is no longer spoken of when nothing is', async () => {
    expect(await wordsOf(MATCHES)).not.toContain('marked as not for us')
  })

  test('leaves a list that says why it is empty', async () => {
    for (const { id } of SEEDED) await send(FEEDBACK, { ...HIDE, opportunity: id })
    const words = await wordsOf(MATCHES)
    expect(words).toContain('Nothing else that is open suits this organisation')
    expect(words).not.toContain('npm run job')
    expect(words).toContain(`Show the ${SEEDED.length} that you marked as not for us`)
  })

  test('keeps the page of the list that it was said on', async () => {
    const list = (await open('/api/v1/organisations/riverside/matches?limit=1')).json()
    const { next } = (await list) as { next: string }
    const { action, fields } = await formWith(/Hide it: Framework/, `${MATCHES}?after=${next}`)
    const response = await send(action, fields)
    expect(response.headers.get('location')).toBe(`${MATCHES}?after=${next}&said=contract&at=0#said`)
  })
})

describe('a form that cannot be taken', () => {
  test('comes back with what is wrong, what was written, and nothing stored', async () => {
    const note = `<b>${'x'.repeat(500)}`
    const response = await send(FEEDBACK, { ...HIDE, opportunity: 'contract', note })
    expect(response.status).toBe(400)
    const markup = await response.text()
    expect(markup).toContain('<a href="#note-1">Your note must be 500 characters or less</a>')
    expect(markup).toMatch(
      /<textarea class="govuk-textarea govuk-textarea--error" id="note-1"[^>]*>&lt;b&gt;xxx/,
    )
    expect(markup).toMatch(/id="reason-1-3" name="reason" type="radio" value="too_small" checked/)
    expect(markup).toContain('<title>Error: Matches for Riverside Kitchen')
    expect(markup.match(/<details class="govuk-details" open>/g)).toHaveLength(1)
    expect(await stored()).toEqual([])
  })

  test('says so of a reason that there is not', async () => {
    const markup = await textOf(send(FEEDBACK, { ...HIDE, reason: 'wrong_moon' }))
    expect(markup).toContain('<a href="#reason-0">Choose one of the reasons, or none</a>')
    expect(markup).toContain('aria-describedby="reason-0-error"')
  })

  test.for([
    [{ ...HIDE, verdict: 'maybe' }, 400],
    [{ verdict: 'not_for_us' }, 400],
    [{ ...HIDE, opportunity: 'closed', note: 'x'.repeat(501) }, 400],
    [{ ...HIDE, opportunity: 'nothing' }, 404],
  ] as const)('%j is a plain refusal', async ([fields, status]) => {
    const response = await send(FEEDBACK, fields)
    expect(response.status).toBe(status)
    expect(await stored()).toEqual([])
  })

  test.for([
    ['multipart/form-data', 'no boundary'],
    ['application/json', '{}'],
    ['application/x-www-form-urlencoded', `note=${'x'.repeat(70_000)}`],
  ] as const)('sent as %s that cannot be read is a plain refusal', async ([type, body]) => {
    const headers = { Origin: 'http://localhost', 'Content-Type': type }
    const response = await app.request(`http://localhost${FEEDBACK}`, { method: 'POST', body, headers })
    expect(response.status).toBe(400)
    expect(await response.text()).toContain('There is a problem with what was asked')
  })

  test('of nobody is not found', async () => {
    expect((await send('/organisations/nobody/feedback', HIDE)).status).toBe(404)
    expect((await send('/organisations/nobody/feedback/undo', HIDE)).status).toBe(404)
  })
})

describe('forms of other sites', () => {
  test.for([
    { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' },
    { Origin: 'http://localhost:8080', 'Sec-Fetch-Site': 'same-site' },
    { Origin: 'null', 'Sec-Fetch-Site': 'cross-site' },
    { Origin: 'https://evil.example', 'Sec-Fetch-Site': '' },
  ])('%j changes nothing', async (headers) => {
    for (const path of [FEEDBACK, `${FEEDBACK}/undo`]) {
      const response = await send(path, HIDE, headers)
      expect(response.status).toBe(403)
      expect(await response.text()).toContain('Another site sent this form')
    }
    expect(await stored()).toEqual([])
  })

  test('are told from those that a browser without such headers sends from here', async () => {
    const plain = { 'Sec-Fetch-Site': '' }
    expect((await send(FEEDBACK, HIDE, plain)).status).toBe(303)
  })

  test('nothing changes by an address that is only opened', async () => {
    for (const path of [FEEDBACK, `${FEEDBACK}/undo`]) {
      expect((await open(`${path}?${new URLSearchParams(HIDE)}`)).status).toBe(404)
    }
    await open(`${MATCHES}?said=kitchens&at=0`)
    expect(await stored()).toEqual([])
  })
})
