import type { Hono } from 'hono'
import { beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { putOpportunities } from '../../src/db/opportunity-versions.ts'
import { putOrganisations } from '../../src/db/organisations.ts'
import { stated } from '../../src/domain/fact.ts'
import type { Opportunity } from '../../src/domain/opportunity.ts'
import type { Organisation } from '../../src/domain/organisation.ts'
import { aContent, anOpportunity, anOrganisation, rules } from '../support/builders.ts'
import { aRuntime } from '../support/runtime.ts'
import { ONE_JUNE } from '../support/sources.ts'
import { aSeededApp, textOf } from './pages.ts'

let app: Hono
beforeAll(async () => {
  app = await aSeededApp()
})
const open = (path: string, from = app) => from.request(`http://localhost${path}`)
/** What a reader sees, without markup. */
const wordsOf = async (path: string, from = app) =>
  (await textOf(open(path, from)))
    .replace(/<head>[\s\S]*<\/head>/, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ ([:.,])/g, '$1')

const PATH = '/organisations/riverside/not-open'

describe('what is not open to an organisation', () => {
  test('stands with its fit, every rule in the way, its evidence and what would open it', async () => {
    const words = await wordsOf(PATH)
    expect(words).toContain('Not open to Riverside Kitchen yet')
    expect(words).toContain('1 opportunity, best fit first')
    expect(words).toMatch(
      /Lunch clubs &amp; balance .*May not apply Fit \d\d out of 100 Grant from Valleys Trust/,
    )
    expect(words).toContain(
      'What stands in the way Area Not met This is only for Wales, and you work in South Gloucestershire and Bristol. in the &lt;b&gt;valleys&lt;/b&gt; of Wales What would have to change: Opens with a partner that works in Wales. Income Not met It takes organisations with a yearly income of up to £50,000; yours is £80,000. What would have to change: Opens if your income were £50,000 or less. Why it would fit',
    )
    expect(words).toContain('Can you apply? 2 rules not met')
  })

  test('says how fresh each is, as every list does', async () => {
    expect(await wordsOf(PATH)).toContain(
      'From The Example Fund. Not checked for 52 days: ask the funder before you rely on it.',
    )
  })

  test('can be looked at by what stands in the way', async () => {
    const page = await textOf(open(`${PATH}?rule=income`))
    expect(page).toContain('<option value="income" selected>Income (1)</option>')
    expect(page).toContain('1 opportunity, best fit first')
    const none = await textOf(open(`${PATH}?rule=policies`))
    expect(none).toContain('<option value="policies" selected>Policies</option>')
    expect(none).toContain('see everything that is not open to you')
    expect(await textOf(open(`${PATH}?rule=`))).toContain('1 opportunity, best fit first')
    expect((await open(`${PATH}?rule=nonsense`)).status).toBe(400)
  })

  test('is one link away from the matches, and leads back', async () => {
    expect(await textOf(open('/organisations/riverside/matches'))).toContain(`href="${PATH}"`)
    expect(await textOf(open(PATH))).toContain(
      'href="/organisations/riverside/matches" class="govuk-back-link"',
    )
  })

  test('is not found for an organisation that is not there', async () => {
    expect((await open('/organisations/none/not-open')).status).toBe(404)
    expect((await open('/api/v1/organisations/none/not-open')).status).toBe(404)
  })
})

async function houseOf(organisation: Partial<Organisation>, ...calls: Partial<Opportunity>[]) {
  const runtime = aRuntime()
  const opportunities = calls.map((over, at) => anOpportunity({ id: `call-${at}` as never, ...over }))
  await runtime.db.commit([
    ...putOpportunities(
      runtime.db,
      opportunities.map((opportunity) => ({ opportunity, changed: [], revision: 'r' })),
    ),
    ...putOrganisations(runtime.db, ONE_JUNE, [anOrganisation(organisation)]),
  ])
  return wordsOf('/organisations/organisation-1/not-open', createApp(runtime))
}

const limited = { rules: rules({ ...aContent().rules, incomeMax: stated(9_000_000) }) }
const running = {
  rules: rules({ ...aContent().rules, incomeMax: stated(9_000_000), monthsRunning: stated(12) }),
}
const policy = { rules: rules({ ...aContent().rules, policies: stated(['safeguarding']) }) }

describe('the top of the page', () => {
  test('says what would open most', async () => {
    expect(await houseOf({ policies: [] }, policy, policy, {})).toContain(
      'What would open most Each counts only what nothing else shuts you out of. Get a policy on safeguarding: opens 2 more',
    )
  })

  test('says which answers would settle most, and which are asked for beside others', async () => {
    const words = await houseOf({ income: null, foundedOn: null }, limited, limited, running)
    expect(words).toContain(
      'What we do not know of you Tell us your yearly income: settles 2 of your matches, and 1 more asks for it beside other things. What was your income in your last financial year? Tell us when you began: 1 of your matches asks for it, beside other things. On what day did your organisation begin?',
    )
    expect(words).toContain('add it to your list of organisations, and bring the list in again')
  })
})

describe('where nothing is shut', () => {
  test('the page says so', async () => {
    const words = await houseOf({}, {})
    expect(words).toContain('No opportunities No rule that something could change shuts you out')
    expect(words).not.toContain('What would open most')
    expect(words).not.toContain('What we do not know')
    expect(words).not.toContain('What stands in the way')
  })

  test('since next to nothing is known of the organisation, the page says what to tell first', async () => {
    const nothing = { legalForm: null, orgIds: [], areas: [], income: null, whatWeDo: '', whoWeHelp: '' }
    const words = await houseOf(nothing, limited)
    expect(words).toContain('Tell us more.')
    expect(words).toContain('Some may, once we know what is asked above.')
    expect(words).toContain('Tell us your legal form')
  })

  test('since nothing takes bids, the page says that', async () => {
    expect(await houseOf({}, { ended: 'withdrawn' })).toContain(
      'Nothing that takes bids now, or will, is either open or shut to you.',
    )
  })
})

test('before the first list is made, the page says what it counts by', async () => {
  expect(await houseOf({}, {})).toContain('Your list of matches has not been made yet.')
  expect(await houseOf({}, { ended: 'withdrawn' })).not.toContain('has not been made yet')
  expect(await wordsOf(PATH)).not.toContain('has not been made yet')
})
