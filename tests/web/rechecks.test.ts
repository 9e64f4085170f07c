import type { Hono } from 'hono'
import { beforeEach, describe, expect, test } from 'vitest'
import { LONGEST_WORDS } from '../../src/domain/mistake.ts'
import { aSeededApp, textOf } from './pages.ts'

let app: Hono
beforeEach(async () => {
  let ids = 0
  app = await aSeededApp({ newId: () => `new-${++ids}` })
})
const open = (path: string) => app.request(`http://localhost${path}`)
const wordsOf = async (path: string) =>
  (await textOf(open(path))).replace(/<[^>]*>|\s+/g, ' ').replace(/ +/g, ' ')
const post = (path: string, fields: Record<string, string> = {}, origin = 'http://localhost') =>
  app.request(`http://localhost${path}`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { Origin: origin },
  })
/** The first check that the test makes. */
const UNDO = '/rechecks/checks/new-1/undo'
const REPORT = '/opportunities/kitchens/report-a-mistake'

describe('how fresh an opportunity is', () => {
  test('is said as a date and in words', async () => {
    const words = await wordsOf('/opportunities/kitchens')
    expect(words).toContain('Last checked 1 June 2026 at 6am (today)')
    expect(words).not.toContain('ask the funder before')
  })

  test('is a warning before the facts once it is long ago', async () => {
    const words = await wordsOf('/opportunities/elsewhere')
    const warning = words.indexOf('Not checked for 52 days: ask the funder before you rely on it.')
    expect(warning).toBeGreaterThan(0)
    expect(warning).toBeLessThan(words.indexOf('Funder Valleys Trust'))
    expect(words).toContain('Last checked 10 April 2026 at 6am (on 10 April 2026). It may have changed since')
  })

  test('matters no more once it is over', async () => {
    expect(await wordsOf('/opportunities/closed')).not.toMatch(/may have changed|ask the funder before/i)
  })

  test('is doubted while a mistake is reported', async () => {
    expect(await wordsOf('/opportunities/contract')).toContain('Somebody has reported a mistake here.')
  })

  test('says what a person found', async () => {
    const words = await wordsOf('/opportunities/forecast')
    expect(words).toContain('A person found it still right on 1 June 2026 at 6am')
  })
})

describe('reporting a mistake', () => {
  test('leads from the opportunity over a form to thanks, and warns whoever reads it next', async () => {
    expect(await textOf(open('/opportunities/kitchens'))).toContain(`href="${REPORT}"`)
    const answer = await post(REPORT, { what: 'already_closed', words: 'The page says so.' })
    expect(answer.status).toBe(303)
    expect(await wordsOf(answer.headers.get('location') ?? '')).toContain('Thank you')
    expect(await wordsOf('/opportunities/kitchens')).toContain('Somebody has reported a mistake here.')
    const queue = await wordsOf('/rechecks')
    expect(queue).toContain('Reported today: It has closed already.')
    expect(queue).toContain('“The page says so.”')
  })

  test.for([
    { name: 'nothing chosen', fields: { words: 'Hm' }, fault: 'Say what is wrong', href: '#what' },
    { name: 'something unknown', fields: { what: 'x' }, fault: 'Say what is wrong', href: '#what' },
    {
      name: 'something else without words',
      fields: { what: 'something_else', words: ' ' },
      fault: 'Say what is wrong in your own words',
      href: '#words',
    },
    {
      name: 'too many words',
      fields: { what: 'amount', words: 'x'.repeat(LONGEST_WORDS + 1) },
      fault: 'What you write must be 1,000 characters or less',
      href: '#words',
    },
  ])('with $name comes back with what to put right', async ({ fields, fault, href }) => {
    const answer = await post(REPORT, fields as Record<string, string>)
    expect(answer.status).toBe(400)
    const page = await answer.text()
    expect(page).toContain(`<a href="${href}">${fault}</a>`)
    expect(page).toContain('<title>Error: Report a mistake')
    expect(await wordsOf('/opportunities/kitchens')).not.toContain('reported a mistake')
  })

  test('keeps what was written when it comes back', async () => {
    const page = await textOf(post(REPORT, { words: '<b>July</b>' }))
    expect(page).toContain('&lt;b&gt;July&lt;/b&gt;</textarea>')
  })

  test('is not taken from another site, nor on what does not exist', async () => {
    expect((await post(REPORT, { what: 'amount' }, 'https://evil.example')).status).toBe(403)
    expect((await post('/opportunities/none/report-a-mistake', { what: 'amount' })).status).toBe(404)
  })
})

describe('reporting a mistake through the API', () => {
  const send = (id: string, body: unknown) =>
    app.request(`http://localhost/api/v1/opportunities/${id}/mistakes`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json', Origin: 'http://localhost' },
    })

  test('is the same as on the page', async () => {
    expect((await send('kitchens', { what: 'amount', words: 'It is £500.' })).status).toBe(204)
    expect((await send('kitchens', { what: 'link_broken' })).status).toBe(204)
    expect(await wordsOf('/rechecks')).toContain('“It is £500.”')
  })

  test('is refused with what is wrong', async () => {
    const answer = await send('kitchens', { what: 'something_else', who: 'me' })
    expect(answer.status).toBe(400)
    expect(JSON.stringify(await answer.json())).toContain('#/who')
    expect((await send('none', { what: 'amount' })).status).toBe(404)
  })
})

describe('the page of what to check', () => {
  test('has what is old and what is doubted, with the way to the funder', async () => {
    const page = await textOf(open('/rechecks'))
    const words = page.replace(/<[^>]*>|\s+/g, ' ').replace(/ +/g, ' ')
    expect(words).toContain('2 to check')
    expect(words).toContain(
      'Not checked for 52 days: ask the funder before you rely on it. From The Example Fund.',
    )
    expect(words).toContain('“It says &lt;b&gt;July&lt;/b&gt; there.')
    expect(words).toContain('1 organisation may follow it')
    expect(page).toContain('href="https://fund.example/grants/1"')
  })

  test('a press says that it is still right, and another takes that back', async () => {
    const answer = await post('/rechecks/elsewhere/still-right')
    expect(answer.status).toBe(303)
    const after = await wordsOf(answer.headers.get('location') ?? '')
    expect(after).toContain('It counts as checked now, and what was reported of it is settled.')
    expect(after).toContain('1 to check')
    expect(after).toMatch(/balance &lt;b&gt;here&lt;\/b&gt; \. A person found it still right/)
    await post(UNDO)
    expect(await wordsOf('/rechecks')).toContain('2 to check')
  })

  test('a press closes it for all, with who says so, and another opens it again', async () => {
    await post('/rechecks/elsewhere/closed')
    const words = await wordsOf('/opportunities/elsewhere')
    expect(words).toContain('You can no longer apply.')
    expect(words).toContain('A person found it closed on 1 June 2026 at 1pm')
    expect(words).toContain('Closed early: a person found it closed')
    await post(UNDO)
    expect(await wordsOf('/opportunities/elsewhere')).not.toContain('You can no longer apply.')
  })

  test('a report is settled with a note', async () => {
    const answer = await post('/rechecks/mistakes/mistake-1/settle', { note: 'It was right.' })
    expect(answer.status).toBe(303)
    expect(await wordsOf('/rechecks')).toContain('1 to check')
    expect(await wordsOf('/opportunities/contract')).not.toContain('reported a mistake')
  })

  test('a note that is too long is refused, and nothing is settled', async () => {
    const note = 'x'.repeat(LONGEST_WORDS + 1)
    expect((await post('/rechecks/mistakes/mistake-1/settle', { note })).status).toBe(400)
    expect(await wordsOf('/rechecks')).toContain('2 to check')
  })

  test('no GET changes anything', async () => {
    for (const path of [
      'elsewhere/still-right',
      'elsewhere/closed',
      'checks/check-1/undo',
      'mistakes/mistake-1/settle',
    ]) {
      expect((await open(`/rechecks/${path}`)).status).toBe(404)
    }
    expect(await wordsOf('/rechecks')).toContain('2 to check')
  })
})

test('a report on what is over is shown, and that it has closed cannot be found again', async () => {
  await post('/opportunities/closed/report-a-mistake', { what: 'something_else', words: 'It is still open.' })
  const page = await textOf(open('/rechecks'))
  expect(page).toContain('“It is still open.”')
  expect(page).toContain('action="/rechecks/closed/still-right"')
  expect(page).not.toContain('action="/rechecks/closed/closed"')
  expect(page).toContain('action="/rechecks/contract/closed"')
})
