import type { Hono } from 'hono'
import { beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { type Instant, isoDate } from '../../src/base/date.ts'
import { putOpportunities } from '../../src/db/opportunity-versions.ts'
import { closing } from '../../src/domain/deadline.ts'
import { opportunityId } from '../../src/domain/opportunity.ts'
import { sourceHealth } from '../../src/web/source-health.ts'
import { aHarvestRun, anOpportunity, aSource } from '../support/builders.ts'
import { aRuntime } from '../support/runtime.ts'
import { aSeededApp, PATHS, textOf } from './pages.ts'

let app: Hono
beforeAll(async () => {
  app = await aSeededApp()
})

const empty = createApp(aRuntime())
const open = (path: string, from: Hono = app) => from.request(`http://localhost${path}`)

/** What a reader sees, without markup. */
const wordsOf = async (path: string, from: Hono = app): Promise<string> =>
  (await textOf(open(path, from)))
    .replace(/<head>[\s\S]*<\/head>/, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')

test('the front door leads to the opportunities', async () => {
  const response = await open('/')
  expect(response.headers.get('location')).toBe('/opportunities')
})

test.for(PATHS)('%s shows no code of ours', async (path) => {
  const words = (await wordsOf(path)).replace(/There is no \w+ \w+/g, '')
  expect(words).not.toMatch(/\b[a-z]+_[a-z_]+\b|[EKSWN]\d{8}|null|undefined|\[object|NaN|OGL-UK|GB-[A-Z]{3}/)
})

test.for(PATHS)('%s sends what others wrote as text, never as markup', async (path) => {
  const markup = await textOf(open(path))
  expect(markup.replace('<script type="module" src="/assets/app.js"></script>', '')).not.toMatch(
    /<script|<img|<b>|javascript:/i,
  )
})

describe('the list of opportunities', () => {
  test('shows what decides whether to read on', async () => {
    const words = await wordsOf('/opportunities')
    expect(words).toContain('6 opportunities open now')
    expect(words).toContain('£12.5 million for the whole contract')
    expect(words).toContain('28 August 2026 at midday (88 days left)')
    expect(words).toContain('Somewhere in South West')
    expect(words).toContain('From The Example Fund. Last checked today.')
  })

  test('keeps what was chosen in the form', async () => {
    const markup = await textOf(open('/opportunities?status=closed&kind=loan'))
    expect(markup).toContain('<option value="closed" selected>')
    expect(markup).toContain('<option value="loan" selected>')
    expect(markup).toContain('No opportunities of the kind “Loan” that closed')
  })

  test('takes the empty kind that an untouched form sends for any', async () => {
    expect(await wordsOf('/opportunities?status=open&kind=')).toContain('6 opportunities open now')
  })

  test('shows the calls of one funder, however its name is typed, and says how it was read', async () => {
    const same = await wordsOf('/opportunities?funder=the+example+fund')
    expect(same).toContain('3 opportunities open now Showing one funder: The Example Fund.')
    const like = await wordsOf('/opportunities?funder=unitry')
    expect(like).toContain('Showing funders like “unitry”: Example Unitary Council.')
    expect(like).toContain('1 opportunity open now')
    expect(await textOf(open('/opportunities?funder=unitry'))).toContain('value="unitry"')
    const several = await wordsOf('/opportunities?funder=exampel')
    expect(several).toContain('Showing funders like “exampel”: The Example Fund and Example Unitary Council.')
    expect(await wordsOf('/opportunities?funder=GB-LAE-EXA', app)).toContain(' as Example Unitary Council.')
  })

  test('says so when no funder has a name like that, and when theirs have no such call', async () => {
    const none = await wordsOf('/opportunities?funder=zzyzx')
    expect(none).toContain(
      'No opportunities open now No funder of an opportunity here has a name like “zzyzx”.',
    )
    expect(none).toContain('Choose another status, kind of funding or funder')
    const loans = await wordsOf('/opportunities?kind=loan&funder=example+fund')
    expect(loans).toContain('Showing one funder: The Example Fund.')
    expect(await wordsOf('/opportunities?funder=', app)).toContain('6 opportunities open now')
    expect(await wordsOf('/opportunities?funder=zzyzx', empty)).not.toContain('npm run job')
  })

  test('says what to run when nothing was ever read', async () => {
    expect(await wordsOf('/opportunities', empty)).toContain('npm run job -- collect-opportunities')
  })

  test('is cut into pages with a way on and a way back to the start', async () => {
    const runtime = aRuntime()
    const many = Array.from({ length: 21 }, (_, i) =>
      anOpportunity({
        id: opportunityId(`o${i}`),
        deadline: closing(isoDate(`2026-07-${String(i + 1).padStart(2, '0')}`)),
      }),
    )
    await runtime.db.commit(
      putOpportunities(
        runtime.db,
        many.map((opportunity) => ({ opportunity, changed: [], revision: 'r1' })),
      ),
    )
    const full = createApp(runtime)
    const first = await textOf(open('/opportunities?kind=grant&funder=exampl+fund', full))
    expect(first.match(/class="fl-card"/g)).toHaveLength(20)
    expect(first).not.toContain('rel="prev"')
    const next = first.match(/href="([^"]*)" rel="next"/)?.[1]?.replaceAll('&amp;', '&') ?? ''
    expect(next).toContain('kind=grant&funder=exampl+fund')
    const second = await textOf(open(next, full))
    expect(second.match(/class="fl-card"/g)).toHaveLength(1)
    expect(second).toContain(
      'href="/opportunities?status=open&amp;kind=grant&amp;funder=exampl+fund" rel="prev"',
    )
    expect(second).not.toContain('rel="next"')
  })

  test('refuses a status that there is not, and an unknown place in the list', async () => {
    expect((await open('/opportunities?status=live')).status).toBe(400)
    expect((await open('/opportunities?after=zzz')).status).toBe(400)
  })
})

describe('an opportunity for help before a need has grown', () => {
  const says =
    'Mentions help before a need grows: lunch clubs and day centres for older people (“Lunch clubs”); falls prevention and strength for older people (“strength and balance”)'

  test('says so in its own words, on its page and in the list', async () => {
    expect(await wordsOf('/opportunities/elsewhere')).toContain(says)
    expect(await wordsOf('/opportunities')).toContain(says)
    expect(await wordsOf('/opportunities/kitchens')).not.toContain('before a need grows')
  })

  test('says what both name where an organisation does so too', async () => {
    expect(await wordsOf('/organisations/riverside/not-open')).toContain(
      'Both mention help before a need grows: lunch clubs and day centres for older people (your “lunch club”, their “Lunch clubs”)',
    )
  })

  test('that only mentions it says no more than that', async () => {
    const runtime = aRuntime()
    const opportunity = anOpportunity({ description: 'For all that neighbours do, befriending schemes too.' })
    await runtime.db.commit(putOpportunities(runtime.db, [{ opportunity, changed: [], revision: 'r' }]))
    expect(await wordsOf('/opportunities', createApp(runtime))).toContain(
      'Mentions help before a need grows: befriending (“befriending schemes”)',
    )
  })
})

describe('the page of an opportunity', () => {
  test('gives each rule with how we know it', async () => {
    const words = await wordsOf('/opportunities/contract')
    expect(words).toContain(
      "Somewhere in South West Read from the funder's text: across parts of the South West",
    )
    expect(words).toContain('Lowest yearly income £50,000 Stated by the funder')
    expect(await wordsOf('/opportunities/rolling')).toContain(
      'Who may apply Not stated, as far as we have found.',
    )
  })

  test('tells the whole fund from what one award brings', async () => {
    const runtime = aRuntime()
    const both = anOpportunity({ id: opportunityId('both'), fundTotal: 7_000_000 })
    const neither = anOpportunity({ id: opportunityId('neither'), awardMin: null, awardMax: null })
    const versions = [both, neither].map((opportunity) => ({ opportunity, changed: [], revision: 'r1' }))
    await runtime.db.commit(putOpportunities(runtime.db, versions))
    const small = createApp(runtime)
    expect(await wordsOf('/opportunities/both', small)).toMatch(
      /Amount £1,000 to £10,000 .*Whole fund £70,000 /,
    )
    const words = await wordsOf('/opportunities/neither', small)
    expect(words).toContain('Amount Not stated')
    expect(words).not.toContain('Whole fund')
  })

  test('keeps the paragraphs and lines of the description', async () => {
    const markup = await textOf(open('/opportunities/hostile'))
    expect(markup).toContain('One &lt;b&gt;bold&lt;/b&gt; line<br>and another.</p>')
    expect(markup).toContain('A second paragraph.</p>')
  })

  test('shows every round, what the funder adds, and what has changed', async () => {
    const words = await wordsOf('/opportunities/rounds')
    expect(words).toContain('Round 1 5 January 2026 27 February 2026 at midday')
    expect(words).toContain('“May close early once 200 bids are in.”')
    expect(words).toContain('20 May 2026 at 6am: the highest amount and the deadline changed')
    expect(words).toContain('first seen')
  })

  test('says where it comes from, under which licence', async () => {
    const words = await wordsOf('/opportunities/closed')
    expect(words).toContain('Creative Commons Attribution 4.0 International')
    expect(words).toContain('Last checked 1 April 2026 at 6am (on 1 April 2026)')
  })

  test('leads to where a bid is made while one can be, and only to read when it is over', async () => {
    expect(await textOf(open('/opportunities/contract'))).toMatch(
      /href="https:\/\/portal\.example\/bid" rel="noopener">\s*Read and apply at Example Unitary Council/,
    )
    for (const id of ['closed', 'withdrawn']) {
      const words = await wordsOf(`/opportunities/${id}`)
      expect(words).toContain('You can no longer apply.')
      expect(words).not.toContain('Read and apply')
      expect(words).toContain("Read the funder's own page")
    }
  })

  test('shows the latest that its funder has paid for, what it all comes to, and whose list that is', async () => {
    const words = await wordsOf('/opportunities/kitchens')
    expect(words).toContain(
      'What this funder has paid for We know of 7 awards from 31 January 2024 to 1 June 2025, £30,000 in all without 1 in other currencies. Most awards £5,000 Middle award £5,000 Open to all Not known: no list says whether anybody could apply Where South Gloucestershire : 7',
    )
    expect(words).toMatch(
      /The latest 5 awards Riverside Kitchen Stove 6 £5,000 on 1 June 2025, South Gloucestershire .* Stove 2 /,
    )
    expect(words).toContain('All awards of this funder that we know')
    expect(words).not.toContain('Stove 1')
    expect(words).toContain(
      'Source: Awards of The Example Fund. Licence: Creative Commons Attribution 4.0 International',
    )
    expect(words).toContain('Source: Old list. Licence: not stated.')
  })

  test('says what an award was for where its title only names who got it', async () => {
    const words = await wordsOf('/opportunities/hostile')
    expect(words).toContain('&lt;b&gt;For&lt;/b&gt; nothing £5,000 on 1 May 2025')
  })

  test('says nothing of past awards where none are known', async () => {
    expect(await wordsOf('/opportunities/contract')).not.toContain('has paid for')
  })

  test('is not found when there is none', async () => {
    const response = await open('/opportunities/none')
    expect(response.status).toBe(404)
    expect(await response.text()).toContain('Page not found')
  })
})

describe('the matches of an organisation', () => {
  test('show what the funder of each paid for nearby, and nothing where it is not known to have', async () => {
    const words = await wordsOf('/organisations/riverside/matches')
    expect(words).toContain(
      'What this funder paid for where you work : Community kitchens Riverside Kitchen: Stove 6, £5,000 on 1 June 2025, South Gloucestershire (Awards of The Example Fund, Creative Commons Attribution 4.0 International )',
    )
    expect(words).not.toContain('where you work : Framework')
  })

  test('say whether it may apply, how well it fits and why, and promise nothing', async () => {
    const words = await wordsOf('/organisations/riverside/matches')
    expect(words).toContain('It is not a prediction of an award.')
    expect(words).toMatch(/Community kitchens May apply Fit \d\d out of 100/)
    expect(words).toContain('You write “community kitchen”, they write “Community kitchens”.')
    expect(words).toMatch(/2026 to 2030 Unclear Fit \d\d out of 100/)
    expect(words).toContain('What would settle it: Do you work there?')
    expect(words.indexOf('Community kitchens May')).toBeLessThan(words.indexOf('2026 to 2030 Unclear'))
  })

  test('say what to do when there are none', async () => {
    expect(await wordsOf('/organisations/hostile/matches')).toContain('npm run job -- match-organisations')
  })

  test('are not found for an organisation that is not there', async () => {
    expect((await open('/organisations/none/matches')).status).toBe(404)
  })
})

test('the list of organisations gives each with its legal form and places', async () => {
  const words = await wordsOf('/organisations')
  expect(words).toContain('2 organisations')
  expect(words).toContain(
    'Riverside Kitchen We run a community kitchen and lunch club. Legal form Charitable incorporated organisation Works in South Gloucestershire and Bristol',
  )
  expect(words).toContain('Legal form Not known Works in Not known')
})

test('the list of organisations says what to run when it is empty', async () => {
  expect(await wordsOf('/organisations', empty)).toContain('npm run import -- organisations')
})

test('every page over sample data says so, and no other page', async () => {
  const sample = await aSeededApp({ registry: { sample: true, sources: [aSource()] } })
  for (const path of PATHS) {
    expect(await wordsOf(path, sample), path).toContain(
      'every funder, opportunity and organisation here is invented',
    )
    expect(await wordsOf(path), path).not.toContain('is invented')
  }
})

test('the foot of the page names each source that is read under its licence', async () => {
  const sources = [
    aSource({ id: 'a', name: 'Find Things' }),
    aSource({ id: 'b', name: 'Contracts of Example' }),
    aSource({ id: 'c', name: 'Open Charity', licence: 'CC-BY-4.0' }),
    aSource({ id: 'd', name: 'Switched Off', enabled: false }),
  ]
  const words = await wordsOf('/organisations', createApp(aRuntime({ registry: { sample: false, sources } })))
  expect(words).toMatch(
    /Contains public sector information licensed under the Open Government Licence v3\.0 ?\. Sources: Find Things and Contracts of Example\./,
  )
  expect(words).toContain('Contains information from Open Charity. Licence: Creative Commons Attribution 4.0')
  expect(words).not.toContain('Switched Off')
})

describe('how fresh the sources are', () => {
  const now = new Date('2026-06-01T12:00:00Z')
  const site = { sample: false, sources: [aSource({ id: 'a', name: 'Find Things' })] }
  const at = '2026-05-31T05:00:00.000Z' as Instant

  test('is said for each by name, with what could not be read', () => {
    const health = [{ sourceId: 'a', lastGoodAt: at, notBefore: null, lastRun: aHarvestRun(), waiting: 2 }]
    const words = String(sourceHealth(site, now, health)).replace(/<[^>]*>|\s+/g, ' ')
    expect(words).toMatch(/Find Things +Yesterday +Went well\. 2 records could not be read and wait/)
  })

  test('names a source that nobody has compared with a live page as such', () => {
    const health = [{ sourceId: 'a', lastGoodAt: at, notBefore: null, lastRun: aHarvestRun(), waiting: 0 }]
    const guessed = { ...site, sources: [aSource({ id: 'a', name: 'Find Things', verified: false })] }
    expect(String(sourceHealth(guessed, now, health))).toContain('Find Things (not yet verified live)')
    expect(String(sourceHealth(site, now, health))).not.toContain('verified')
  })

  test('is said at once when a source failed', () => {
    const lastRun = aHarvestRun({ error: 'It answered 500', finished: false })
    const failed = { sourceId: 'gone', lastGoodAt: null, notBefore: null, lastRun, waiting: 0 }
    const resting = { ...failed, sourceId: 'quiet', lastRun: { ...lastRun, resting: true } }
    const health = [failed, resting]
    const words = String(sourceHealth(site, now, health)).replace(/<[^>]*>|\s+/g, ' ')
    expect(words).toContain('1 source could not be read the last time')
    expect(words).toMatch(/Never +Failed/)
  })

  test('is not said before the first harvest', () => {
    expect(sourceHealth(site, now, [])).toBeNull()
  })
})

test('an organisation is found by a name that is misspelt, and the form keeps what was typed', async () => {
  const words = await wordsOf('/organisations?name=riversde+kitchn')
  expect(words).toContain('1 organisation with a name like “riversde kitchn”')
  expect(words).toContain('Riverside Kitchen')
  expect(await textOf(open('/organisations?name=riversde+kitchn'))).toContain('value="riversde kitchn"')
})

test('a name that nobody has is answered with what to try', async () => {
  const words = await wordsOf('/organisations?name=zzyzx')
  expect(words).toContain('No organisations with a name like “zzyzx”')
  expect(words).toContain('Try fewer words')
  expect(words).not.toContain('npm run import')
})

test('a hostile name is only text', async () => {
  expect(
    await textOf(open(`/organisations?name=${encodeURIComponent('"><script>alert(1)</script>')}`)),
  ).not.toContain('<script>alert')
})

test('what “May apply” means, and what it does not, stands above the matches', async () => {
  const words = await wordsOf('/organisations/riverside/matches')
  expect(words).toContain('It is not a prediction of an award.')
  expect(words).toContain('no rule that we know of stands against you')
})
