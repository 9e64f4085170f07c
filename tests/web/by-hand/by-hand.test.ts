import type { Hono } from 'hono'
import { beforeEach, describe, expect, test } from 'vitest'
import { createApp } from '../../../src/app.ts'
import type { Fetch } from '../../../src/base/fetch.ts'
import { nodeFetch } from '../../../src/hosts/node-fetch.ts'
import type { Runtime } from '../../../src/runtime.ts'
import { aRuntime } from '../../support/runtime.ts'
import { textOf } from '../pages.ts'
import { seed } from '../seed.ts'
import { fieldsOf, filled, NEWSLETTER, post } from './forms.ts'

const NEW = '/opportunities/new'

async function anApp(over: Partial<Runtime> = {}): Promise<{ app: Hono; runtime: Runtime }> {
  const runtime = aRuntime(over)
  await seed(runtime.db)
  return { app: createApp(runtime), runtime }
}

const step = (app: Hono, name: string, fields: readonly [string, string][]) =>
  post(app, NEW, [...fields, ['step', name]])

/** The form as it is filled in from the newsletter, with what only a person knows. */
async function readNewsletter(app: Hono): Promise<[string, string][]> {
  const form = await textOf(post(app, NEW, { step: 'read', link: '', text: NEWSLETTER }))
  return filled(fieldsOf(form), {
    link: 'https://kitchens.example/apply?utm_source=news',
    summary: 'Pays for kitchens.',
    who: ['registered_charity', 'cio'],
  })
}

/** Adds it, and gives its address. */
async function addNewsletter(app: Hono): Promise<string> {
  const check = await textOf(step(app, 'check', await readNewsletter(app)))
  const added = await step(app, 'save', fieldsOf(check))
  expect(added.status).toBe(303)
  return (added.headers.get('location') ?? '').replace(/\?.*/, '')
}

const countOf = async ({ db }: Runtime) => {
  const { n } = await db.query
    .selectFrom('opportunities')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return n
}

describe('adding by hand', () => {
  let app: Hono
  let runtime: Runtime
  beforeEach(async () => {
    ;({ app, runtime } = await anApp())
  })

  test('the list of opportunities leads there', async () => {
    expect(await textOf(app.request('http://localhost/opportunities'))).toContain(`href="${NEW}"`)
  })

  test('words fill the form, each field with the sentence that it was read from', async () => {
    const form = await textOf(post(app, NEW, { step: 'read', link: '', text: NEWSLETTER }))
    expect(Object.fromEntries(fieldsOf(form))).toMatchObject({
      title: 'Kitchens for neighbours',
      funder: 'The Example Fund',
      link: '',
      deadline: 'fixed',
      day: '30',
      month: '9',
      year: '2026',
      time: '12:00',
      awardMin: '500',
      awardMax: '5000',
      fundTotal: '',
      areas: 'South Gloucestershire',
      keep: 'incomeMax',
      summary: '',
    })
    const quotes = [...form.matchAll(/class="fl-quote">([^<]*)</g)].map(([, quote]) => quote)
    expect(quotes).toEqual([
      'Kitchens for neighbours',
      'The Example Fund gives grants of £500 to £5,000 to community kitchens.',
      'The deadline for applications is noon on 30 September 2026.',
      'The Example Fund gives grants of £500 to £5,000 to community kitchens.',
      'The Example Fund gives grants of £500 to £5,000 to community kitchens.',
      'Projects must take place in South Gloucestershire.',
    ])
  })

  test('a sentence that is not sure is shown beside a field that stays empty', async () => {
    const text = 'Grants are usually up to £3,000. Applications close on 3 September 2026.'
    const form = await textOf(post(app, NEW, { step: 'read', link: '', text }))
    expect(Object.fromEntries(fieldsOf(form))).toMatchObject({ awardMax: '', day: '3' })
    expect(form).toContain('Not filled in, because this does not say it for sure:')
    expect(form).toContain('Grants are usually up to £3,000.')
  })

  test('nothing is stored before the last step', async () => {
    const before = await countOf(runtime)
    await app.request(`http://localhost${NEW}`)
    const check = await step(app, 'check', await readNewsletter(app))
    expect(check.status).toBe(200)
    expect(await countOf(runtime)).toBe(before)
    await step(app, 'save', fieldsOf(await check.text()))
    expect(await countOf(runtime)).toBe(before + 1)
  })

  test('answers are shown once more, and what was added says where it is from', async () => {
    const check = await textOf(step(app, 'check', await readNewsletter(app)))
    expect(check).toContain('Check your answers')
    expect(check).toContain('Registered charities and charitable incorporated organisations')
    const saved = await step(app, 'save', fieldsOf(check))
    const page = await textOf(app.request(`http://localhost${saved.headers.get('location')}`))
    expect(page).toContain('The opportunity is added.')
    expect(page).toContain('Added by hand, from kitchens.example')
    expect(page).toContain('href="https://kitchens.example/apply"')
    expect(page).toContain("The deadline was confirmed by a person in the funder's text:")
  })

  test('lists say where it is from', async () => {
    await addNewsletter(app)
    const list = await textOf(app.request('http://localhost/opportunities'))
    expect(list).toContain('>Added by hand, from kitchens.example. Last checked today.')
  })

  test('it is found by the API as any other', async () => {
    const address = await addNewsletter(app)
    const response = await app.request(`http://localhost/api/v1${address}`)
    expect(await response.json()).toMatchObject({
      title: 'Kitchens for neighbours',
      status: 'open',
      provenance: { sourceId: 'by-hand', licence: 'Not known' },
    })
  })

  test('a fault is told at its field, and everything that was typed is still there', async () => {
    const typed = filled(await readNewsletter(app), {
      awardMin: 'some',
      day: '31',
      month: 'September',
      title: '',
    })
    const response = await step(app, 'check', typed)
    const form = await response.text()
    expect(response.status).toBe(400)
    for (const field of ['title', 'day', 'awardMin']) expect(form).toContain(`<a href="#${field}">`)
    expect(form).toContain('<title>Error: Add an opportunity')
    const kept = fieldsOf(form).filter(([name]) => name !== 'ref')
    const sent = typed.filter(([name]) => name !== 'ref')
    expect(kept.sort().join('\n')).toBe(sent.sort().join('\n'))
  })

  test('an answer can be changed after it was checked', async () => {
    const check = await textOf(step(app, 'check', await readNewsletter(app)))
    const form = await textOf(step(app, 'change', fieldsOf(check)))
    expect(Object.fromEntries(fieldsOf(form))).toMatchObject({ summary: 'Pays for kitchens.', day: '30' })
    expect(fieldsOf(form).filter(([name]) => name === 'who')).toHaveLength(2)
  })

  test('a rule that was found can be left out', async () => {
    const check = await textOf(step(app, 'check', filled(await readNewsletter(app), { keep: [] })))
    expect(check).not.toContain('Highest yearly income')
  })

  test('the form can be filled in without anything to read', async () => {
    const form = await textOf(post(app, NEW, { step: 'change', link: '', text: '' }))
    expect(Object.fromEntries(fieldsOf(form))).not.toHaveProperty('deadline')
  })

  test.for([
    [{ link: '', text: '' }, 'Give a link, or paste some words about the opportunity'],
    [{ link: 'not a link', text: '' }, 'The link must be one of a web page'],
    [{ link: 'ftp://fund.example/', text: '' }, 'The link must be one of a web page'],
    [{ link: '', text: 'x'.repeat(100_001) }, 'That is too long to read'],
  ] as const)('what cannot be read is refused in words: %j', async ([given, said]) => {
    const response = await post(app, NEW, { step: 'read', ...given })
    const page = await response.text()
    expect(response.status).toBe(400)
    expect(page).toContain(said)
    expect(Object.fromEntries(fieldsOf(page))).toMatchObject(given)
  })

  test('a link that is there already shows what is there, and one can go on', async () => {
    await addNewsletter(app)
    const before = await countOf(runtime)
    const there = await textOf(
      post(app, NEW, { step: 'read', link: 'http://www.kitchens.example/apply/', text: NEWSLETTER }),
    )
    expect(there).toContain('This link is here already')
    expect(there).toContain('Kitchens for neighbours')
    const form = await textOf(step(app, 'read', fieldsOf(there)))
    const check = await textOf(
      step(app, 'check', filled(fieldsOf(form), { title: 'Ovens', summary: 'Pays for ovens.' })),
    )
    expect(check).toContain('Check your answers')
    expect((await step(app, 'save', fieldsOf(check))).status).toBe(303)
    expect(await countOf(runtime)).toBe(before + 1)
  })

  test('a form of another site, or one that is not ours, changes nothing', async () => {
    const before = await countOf(runtime)
    const fields = new FormData()
    fields.append('step', 'save')
    const sent = { method: 'POST', body: fields, headers: { Origin: 'https://elsewhere.example' } }
    expect((await app.request(`http://localhost${NEW}`, sent)).status).toBe(403)
    expect((await post(app, NEW, { step: 'nonsense' })).status).toBe(400)
    expect((await post(app, NEW, { step: 'save', ref: '../x' })).status).toBe(400)
    expect(await countOf(runtime)).toBe(before)
  })

  test.for([
    [{ words: 'x'.repeat(100_001) }, 400],
    [{ words: 'x'.repeat(100_000) }, 303],
    [{ licence: 'CC0-made-up' }, 400],
    [{ licence: 'CC0-1.0' }, 303],
  ] as const)(
    'words that are too long, and a licence that is not offered, are not stored: case %#',
    async ([over, status]) => {
      const check = await textOf(step(app, 'check', await readNewsletter(app)))
      expect((await step(app, 'save', filled(fieldsOf(check), over))).status).toBe(status)
    },
  )

  test('markup in what is given stays text', async () => {
    const hostile = '<script>alert(1)</script>'
    const form = await textOf(
      post(app, NEW, { step: 'read', link: '', text: `${hostile}\nThe deadline is ${hostile} 3 June 2026.` }),
    )
    expect(form).not.toContain('<script>alert')
    const check = await textOf(
      step(app, 'check', filled(await readNewsletter(app), { title: hostile, funder: hostile })),
    )
    expect(check).not.toContain('<script>alert')
  })
})

const PAGE = `<html><head><title>Kitchens | Fund</title><meta property="og:site_name" content="The Example Fund">
  <style>p { color: red }</style></head><body><nav>Home About</nav><main><h1>Kitchens fund</h1>
  <p>The deadline for applications is noon on 30 September 2026.</p><p>Grants of up to £5,000 are available.</p></main></body></html>`

describe('reading a link', () => {
  /** A site of which each path has an answer; robots.txt is not there. */
  const site =
    (answers: Readonly<Record<string, () => Response>>): Fetch =>
    async (url) =>
      answers[new URL(url).pathname]?.() ?? new Response('', { status: 404 })
  const page = (markup: string, type = 'text/html') =>
    new Response(markup, { headers: { 'Content-Type': type } })
  const read = async (
    answers: Readonly<Record<string, () => Response>>,
    link = 'https://kitchens.example/fund',
  ) => post((await anApp({ fetch: site(answers) })).app, NEW, { step: 'read', link, text: '' })

  test('a page fills the form', async () => {
    const form = await textOf(read({ '/fund': () => page(PAGE) }))
    expect(Object.fromEntries(fieldsOf(form))).toMatchObject({
      title: 'Kitchens fund',
      funder: 'The Example Fund',
      link: 'https://kitchens.example/fund',
      day: '30',
      awardMax: '5000',
    })
    expect(form).not.toContain('Home About')
  })

  test('a link that leads on is stored as the page where it ends', async () => {
    const leadsOn = () =>
      new Response('', { status: 302, headers: { Location: 'https://fund.example/kitchens?utm_source=x' } })
    const form = await textOf(
      read({ '/click': leadsOn, '/kitchens': () => page(PAGE) }, 'https://news.example/click'),
    )
    expect(Object.fromEntries(fieldsOf(form))).toMatchObject({ link: 'https://fund.example/kitchens' })
  })

  test('a link that leads on to a page that is there already shows it', async () => {
    const leadsOn = () =>
      new Response('', { status: 302, headers: { Location: 'https://fund.example/grants/1' } })
    const there = await textOf(
      read({ '/click': leadsOn, '/grants/1': () => page(PAGE) }, 'https://news.example/click'),
    )
    expect(there).toContain('This link is here already')
  })

  test.for([
    [
      'a page that is not there',
      { '/fund': () => new Response('Gone', { status: 410 }) },
      'kitchens.example answered 410: Gone',
    ],
    [
      'a PDF',
      { '/fund': () => page('%PDF-1.7', 'application/pdf') },
      'kitchens.example sent a PDF, which we cannot read',
    ],
    [
      'a picture',
      { '/fund': () => page('GIF89a', 'image/gif') },
      'sent a file that is no page of words (image/gif)',
    ],
    [
      'a page that a script makes',
      { '/fund': () => page('<html><body><script>x()</script></body></html>') },
      'it has no words that we can read',
    ],
    [
      'a page that is too large',
      { '/fund': () => page('x'.repeat(6_000_000)) },
      'sent a page of more than 5 MB',
    ],
    [
      'a redirect into a private network',
      {
        '/fund': () =>
          new Response('', { status: 302, headers: { Location: 'http://169.254.169.254/latest' } }),
      },
      'http://169.254.169.254/latest is not on the public internet',
    ],
    [
      'an endless redirect',
      { '/fund': () => new Response('', { status: 302, headers: { Location: '/fund' } }) },
      'sends us on without end',
    ],
    [
      'a page that the site does not want read',
      { '/robots.txt': () => page('User-agent: *\nDisallow: /', 'text/plain'), '/fund': () => page(PAGE) },
      'its site asks programs not to read it',
    ],
  ] as const)('%s is told in words, and its words can be pasted instead', async ([, answers, said]) => {
    const response = await read(answers)
    const markup = await response.text()
    expect(response.status).toBe(400)
    expect(markup).toContain('We could not open that page: ')
    expect(markup).toContain(said)
    expect(markup).toContain('You can paste its words instead')
    expect(Object.fromEntries(fieldsOf(markup))).toMatchObject({ link: 'https://kitchens.example/fund' })
  })

  test.for([
    'http://localhost:3000/opportunities',
    'http://127.0.0.1/',
    'http://[::1]/',
    'http://2130706433/',
    'http://169.254.169.254/latest/meta-data/',
    'http://metadata.google.internal/',
    'https://fund.example:22/',
  ])('%s is never asked for', async (link) => {
    const asked: string[] = []
    const { app } = await anApp({
      fetch: async (url) => {
        asked.push(url)
        return page(PAGE)
      },
    })
    const response = await post(app, NEW, { step: 'read', link, text: '' })
    expect(response.status).toBe(400)
    expect(asked).toEqual([])
  })

  test('a name that leads to this machine is not connected to', async () => {
    const fetch = nodeFetch((_, __, found) => found(null, [{ address: '127.0.0.1', family: 4 }]))
    const { app } = await anApp({ fetch })
    const markup = await textOf(
      post(app, NEW, { step: 'read', link: 'http://127.0.0.1.nip.example/', text: '' }),
    )
    expect(markup).toContain('127.0.0.1.nip.example is not on the public internet')
  })
})

describe('changing and withdrawing', () => {
  let app: Hono
  let address: string
  beforeEach(async () => {
    ;({ app } = await anApp())
    address = await addNewsletter(app)
  })
  const show = (path: string) => textOf(app.request(`http://localhost${path}`))

  test('its page leads to both, and that of another opportunity to neither', async () => {
    const own = await show(address)
    expect(own).toContain(`href="${address}/change"`)
    expect(own).toContain(`href="${address}/withdraw"`)
    expect(await show('/opportunities/kitchens')).not.toContain('/change"')
    for (const path of ['change', 'withdraw']) {
      expect((await app.request(`http://localhost/opportunities/kitchens/${path}`)).status).toBe(409)
      expect((await app.request(`http://localhost/opportunities/none/${path}`)).status).toBe(404)
    }
  })

  test('the form comes filled in, and a change is saved after it was checked', async () => {
    const form = await show(`${address}/change`)
    expect(Object.fromEntries(fieldsOf(form))).toMatchObject({
      title: 'Kitchens for neighbours',
      version: '1',
      time: '12:00',
    })
    expect(form).toContain('The deadline for applications is noon on 30 September 2026.')
    const changed = filled(fieldsOf(form), { day: '1', month: '10' })
    const check = await textOf(post(app, `${address}/change`, [...changed, ['step', 'check']]))
    expect(check).toContain('1 October 2026 at midday')
    const saved = await post(app, `${address}/change`, [...fieldsOf(check), ['step', 'save']])
    const page = await show(saved.headers.get('location') ?? '')
    expect(page).toContain('The change is saved.')
    expect(page).toContain('1 October 2026 at midday')
    expect(page).toContain('the deadline changed')
  })

  test('a fault comes back with what was typed', async () => {
    const changed = filled(fieldsOf(await show(`${address}/change`)), { areas: 'nowhere at all' })
    const response = await post(app, `${address}/change`, [...changed, ['step', 'check']])
    const form = await response.text()
    expect(response.status).toBe(400)
    expect(form).toContain('<a href="#areas">')
    expect(Object.fromEntries(fieldsOf(form))).toMatchObject({ areas: 'nowhere at all' })
  })

  test('a new link that another opportunity has shows that one, and one can go on', async () => {
    const form = filled(fieldsOf(await show(`${address}/change`)), { link: 'https://fund.example/grants/1' })
    const there = await textOf(post(app, `${address}/change`, [...form, ['step', 'check']]))
    expect(there).toContain('This link is here already')
    expect(there).toContain(`action="${address}/change"`)
    const refused = await textOf(post(app, `${address}/change`, [...form, ['step', 'save']]))
    expect(refused).toContain('This link is here already')
    const check = await textOf(post(app, `${address}/change`, [...fieldsOf(there), ['step', 'check']]))
    expect(check).toContain('Check your answers')
    const saved = await post(app, `${address}/change`, [...fieldsOf(check), ['step', 'save']])
    expect(saved.status).toBe(303)
    expect(await show(address)).toContain('https://fund.example/grants/1')
  })

  test('what somebody has found closed is not said to be withdrawn, and stays closed', async () => {
    const id = address.split('/').at(-1) ?? ''
    await post(app, `/rechecks/${id}/closed`, {})
    const form = filled(fieldsOf(await show(`${address}/change`)), { title: 'Ovens' })
    const check = await textOf(post(app, `${address}/change`, [...form, ['step', 'check']]))
    expect(check).toContain('Somebody has found it closed, so it stays closed.')
    expect(check).not.toMatch(/It was withdrawn|closing date has passed/)
    await post(app, `${address}/change`, [...fieldsOf(check), ['step', 'save']])
    const page = await show(address)
    expect(page).toContain('Ovens')
    expect(page).toContain('Closed early: a person found it closed')
    expect(page).toContain(`href="${address}/withdraw"`)
  })

  test('it is withdrawn with a reason, which its page tells, and comes back with a change', async () => {
    const refused = await post(app, `${address}/withdraw`, { reason: ' ' })
    expect([refused.status, (await refused.text()).includes('Say why it is withdrawn')]).toEqual([400, true])
    const done = await post(app, `${address}/withdraw`, { reason: 'The fund has closed.' })
    expect(done.status).toBe(303)
    const page = await show(done.headers.get('location') ?? '')
    expect(page).toContain('The fund has closed. You can no longer apply.')
    expect(page).not.toContain(`href="${address}/withdraw"`)
    const form = fieldsOf(await show(`${address}/change`))
    const check = await textOf(post(app, `${address}/change`, [...form, ['step', 'check']]))
    expect(check).toContain('It was withdrawn.')
    await post(app, `${address}/change`, [...fieldsOf(check), ['step', 'save']])
    expect(await show(address)).not.toContain('You can no longer apply')
  })
})
