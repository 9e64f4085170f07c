import { readFileSync } from 'node:fs'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeOpportunity } from '../../src/actions/rechecks/close-opportunity.ts'
import { readConfig } from '../../src/config.ts'
import { opportunityId } from '../../src/domain/opportunity.ts'
import { type NodeServer, startServer } from '../../src/hosts/node-server.ts'
import { aRuntime } from '../support/runtime.ts'
import { NEWSLETTER } from '../web/by-hand/forms.ts'
import { PATHS } from '../web/pages.ts'
import { SOURCES, seed } from '../web/seed.ts'
import { hasChromium, openChromium } from './chromium.ts'

const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** A folder for pictures of every page; none are taken without it. */
const { PICTURES } = process.env

interface AxeResults {
  readonly violations: readonly {
    readonly id: string
    readonly nodes: readonly { readonly html: string }[]
  }[]
}

const suite = hasChromium ? describe : describe.skip

suite(`in a browser${hasChromium ? '' : ' (skipped: there is no /usr/bin/chromium)'}`, () => {
  let server: NodeServer
  let empty: NodeServer
  let browser: Browser

  beforeAll(async () => {
    const config = readConfig({ FUNDLOCAL_PORT: '0' })
    const runtime = aRuntime({ config, registry: { sample: false, sources: SOURCES } })
    await seed(runtime.db)
    server = await startServer(runtime)
    empty = await startServer(aRuntime({ config, registry: { sample: true, sources: [] } }))
    browser = await openChromium()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
    await empty?.close()
  })

  const urls = (): readonly string[] => [
    ...PATHS.map((path) => server.url + path),
    `${empty.url}/opportunities`,
    `${empty.url}/organisations`,
    `${empty.url}/sources`,
    `${empty.url}/rechecks`,
    `${empty.url}/duplicates`,
    `${empty.url}/duplicates/decided`,
  ]

  async function withPage(
    options: Parameters<Browser['newContext']>[0],
    use: (page: Page, context: BrowserContext) => Promise<void>,
  ): Promise<void> {
    const context = await browser.newContext(options)
    try {
      await use(await context.newPage(), context)
    } finally {
      await context.close()
    }
  }

  async function openDetails(page: Page): Promise<void> {
    for (const summary of await page.locator('summary').all()) await summary.click()
  }

  /** What breaks a rule of WCAG on the page as it is. */
  const faultsOf = async (page: Page): Promise<string[]> => {
    await page.addScriptTag({ content: AXE })
    const { violations } = await page.evaluate<AxeResults, string[]>(
      (tags) => (globalThis as unknown as { axe: Axe }).axe.run({ runOnly: tags }),
      WCAG,
    )
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
  }

  const picture = async (page: Page, url: string, width: number): Promise<void> => {
    if (PICTURES === undefined) return
    const server = url.startsWith(empty.url) ? 'empty' : 'full'
    const name =
      server + new URL(url).pathname.replace(/\W+/g, '-') + new URL(url).search.replace(/\W+/g, '-')
    await page.screenshot({ path: `${PICTURES}/${width}-${name}.png`, fullPage: true })
  }

  test('no page breaks a rule of WCAG 2.2 AA, closed or with everything opened', async () => {
    await withPage({ viewport: { width: 1280, height: 900 }, bypassCSP: true }, async (page) => {
      for (const url of urls()) {
        await page.goto(url)
        await openDetails(page)
        await page.addScriptTag({ content: AXE })
        const { violations } = await page.evaluate<AxeResults, string[]>(
          (tags) => (globalThis as unknown as { axe: Axe }).axe.run({ runOnly: tags }),
          WCAG,
        )
        const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
        expect(found, url).toEqual([])
        await picture(page, url, 1280)
      }
    })
  }, 120_000)

  test('a form that comes back with a fault breaks none either, and leads to the field', async () => {
    await withPage({ viewport: { width: 320, height: 900 }, bypassCSP: true }, async (page) => {
      await page.goto(`${server.url}/organisations/riverside/matches`)
      await page.getByText('Not for us: Community kitchens').click()
      await page.locator('#note-0').fill('x'.repeat(501))
      await page.getByRole('button', { name: /^Hide it\W+Community kitchens/ }).click()
      await page.addScriptTag({ content: AXE })
      const { violations } = await page.evaluate<AxeResults, string[]>(
        (tags) => (globalThis as unknown as { axe: Axe }).axe.run({ runOnly: tags }),
        WCAG,
      )
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
      await picture(page, `${server.url}/fault`, 320)
      await page.getByRole('link', { name: 'Your note must be 500 characters or less' }).click()
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
      expect(await page.evaluate('document.querySelector(":target").id')).toBe('note-0')
    })
  })

  test('a report that comes back with faults breaks none, without scripts too, and leads to the field', async () => {
    const options = { viewport: { width: 375, height: 900 }, bypassCSP: true }
    await withPage({ ...options, javaScriptEnabled: false }, async (page) => {
      await page.goto(`${server.url}/opportunities/kitchens`)
      await page.getByRole('link', { name: 'Report a mistake' }).click()
      await page.getByRole('button', { name: 'Send' }).click()
      await page.getByRole('link', { name: 'Say what is wrong' }).click()
      expect(new URL(page.url()).hash).toBe('#what')
      await picture(page, `${server.url}/report-fault`, 375)
      await page.getByLabel('The deadline').check()
      await page.getByRole('button', { name: 'Send' }).click()
      await page.getByRole('heading', { name: 'Thank you' }).waitFor()
    })
    await withPage(options, async (page) => {
      await page.goto(`${server.url}/opportunities/rolling/report-a-mistake`)
      await page.getByRole('radio', { name: 'Something else' }).check()
      await page.getByRole('button', { name: 'Send' }).click()
      await page.addScriptTag({ content: AXE })
      const { violations } = await page.evaluate<AxeResults, string[]>(
        (tags) => (globalThis as unknown as { axe: Axe }).axe.run({ runOnly: tags }),
        WCAG,
      )
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
    })
  })

  test('axe finds a fault that was planted', async () => {
    await withPage({ bypassCSP: true }, async (page) => {
      await page.goto(`${server.url}/opportunities`)
      await page.evaluate("document.querySelector('main').innerHTML += '<img src=\"x\">'")
      await page.addScriptTag({ content: AXE })
      const { violations } = await page.evaluate<AxeResults, string[]>(
        (tags) => (globalThis as unknown as { axe: Axe }).axe.run({ runOnly: tags }),
        WCAG,
      )
      expect(violations.map(({ id }) => id)).toContain('image-alt')
    })
  })

  test('no page scrolls sideways on a screen of 320 pixels', async () => {
    await withPage({ viewport: { width: 320, height: 640 } }, async (page) => {
      for (const url of urls()) {
        await page.goto(url)
        await openDetails(page)
        const width = await page.evaluate<number>('document.documentElement.scrollWidth')
        expect(width, url).toBeLessThanOrEqual(320)
        await picture(page, url, 320)
      }
    })
  }, 60_000)

  test('no page says anything on the console, and nothing that it asks for is missing or refused', async () => {
    await withPage({}, async (page) => {
      const faults: string[] = []
      page.on('console', (message) => faults.push(`${page.url()} ${message.text()}`))
      page.on('pageerror', (error) => faults.push(`${page.url()} ${error.message}`))
      page.on('response', (response) => {
        const isPage = response.request().isNavigationRequest()
        if (!isPage && response.status() >= 400) faults.push(`${response.status()} ${response.url()}`)
      })
      for (const url of urls()) await page.goto(url, { waitUntil: 'load' })
      // The browser itself remarks on a page that is answered with an error.
      expect(faults.filter((text) => !text.includes('the server responded with a status of 4'))).toEqual([])
    })
  }, 60_000)

  test('the scripts run under the content policy', async () => {
    await withPage({}, async (page) => {
      await page.goto(`${server.url}/opportunities`)
      await page.waitForSelector('body.govuk-frontend-supported')
      expect(await page.locator('[data-govuk-skip-link-init]').count()).toBe(1)
    })
  })

  test('markup in a title stays text', async () => {
    await withPage({}, async (page) => {
      page.on('dialog', () => expect.unreachable('A script of a funder ran'))
      await page.goto(`${server.url}/opportunities/hostile`)
      expect(await page.locator('h1').textContent()).toBe('<script>alert(1)</script> & co')
    })
  })

  test('without scripts a person finds a call, reads it, and sees why it matched', async () => {
    await withPage({ javaScriptEnabled: false, viewport: { width: 375, height: 700 } }, async (page) => {
      await page.goto(server.url)
      await page.getByLabel('Kind of funding').selectOption('Contract')
      await page.getByRole('button', { name: 'Show' }).click()
      expect(await page.locator('.fl-card').count()).toBe(1)
      await page.locator('.fl-card a').click()
      expect(await page.getByRole('heading', { name: 'Rules of the funder' }).isVisible()).toBe(true)
      await page.getByRole('link', { name: 'Organisations', exact: true }).click()
      await page.getByRole('link', { name: 'Riverside Kitchen' }).click()
      expect(
        await page
          .getByText(/Fit \d\d out of 100/)
          .first()
          .isVisible(),
      ).toBe(true)
      const question = page.getByText('Do you work there?')
      expect(await question.isVisible()).toBe(false)
      await page.getByText('2 points to settle').click()
      expect(await question.isVisible()).toBe(true)
    })
  })

  test('without scripts a person hides a match, with a reason, and brings it back', async () => {
    const runtime = aRuntime({ config: readConfig({ FUNDLOCAL_PORT: '0' }) })
    await seed(runtime.db)
    const own = await startServer(runtime)
    try {
      await withPage({ javaScriptEnabled: false, viewport: { width: 375, height: 700 } }, async (page) => {
        await page.goto(`${own.url}/organisations/riverside/matches`)
        await page.getByText('Not for us: Community kitchens').click()
        await page.getByLabel('The sum is too small').first().check()
        await page.getByRole('button', { name: /^Hide it\W+Community kitchens/ }).click()
        expect(new URL(page.url()).hash).toBe('#said')
        const banner = page.getByText('Hidden: Community kitchens.')
        expect(await banner.isVisible()).toBe(true)
        const { y = -1 } = (await banner.boundingBox()) ?? {}
        expect(y).toBeGreaterThanOrEqual(0)
        expect(y).toBeLessThan(700)
        const titles = page.locator('.fl-card__title', { hasText: 'Community kitchens' })
        expect(await titles.count()).toBe(0)
        await page.getByRole('button', { name: /^Undo\W+Community kitchens/ }).click()
        expect(new URL(page.url()).hash).toBe('#match-kitchens')
        expect(await titles.count()).toBe(1)
      })
    } finally {
      await own.close()
    }
  })

  test('a person adds an opportunity by hand, changes it and withdraws it, at any width', async () => {
    const runtime = aRuntime({ config: readConfig({ FUNDLOCAL_PORT: '0' }) })
    await seed(runtime.db)
    const own = await startServer(runtime)
    const look = async (page: Page, name: string) => {
      for (const width of [1280, 375, 320]) {
        await page.setViewportSize({ width, height: 900 })
        expect(await page.evaluate('document.documentElement.scrollWidth'), name).toBeLessThanOrEqual(width)
        if (PICTURES !== undefined)
          await page.screenshot({ path: `${PICTURES}/${width}-${name}.png`, fullPage: true })
      }
      expect(await faultsOf(page), name).toEqual([])
    }
    try {
      await withPage({ bypassCSP: true }, async (page) => {
        await page.goto(`${own.url}/opportunities`)
        await page.getByRole('link', { name: 'Add an opportunity by hand' }).click()
        await page.getByRole('button', { name: 'Read it' }).click()
        await look(page, 'hand-nothing-given')
        await page.getByLabel('Or its words (optional)').fill(NEWSLETTER)
        await page.getByRole('button', { name: 'Read it' }).click()
        expect(await page.locator('#day').inputValue()).toBe('30')
        await page.getByRole('button', { name: 'Continue' }).click()
        await look(page, 'hand-faults')
        await page.getByRole('link', { name: /^Enter the link/ }).click()
        expect(await page.evaluate('document.querySelector(":target").id')).toBe('link')
        await page.getByLabel('Link', { exact: true }).fill('https://fund.example/grants/1')
        await page.getByLabel('What it pays for').fill('Pays for kitchens that neighbours share.')
        await page.getByLabel('Registered charity', { exact: true }).check()
        await page.getByRole('button', { name: 'Continue' }).click()
        await look(page, 'hand-there')
        await page.getByRole('button', { name: /^Go on/ }).click()
        await look(page, 'hand-check')
        await page.getByRole('button', { name: 'Change an answer' }).click()
        await look(page, 'hand-form')
        await page.getByRole('button', { name: 'Continue' }).click()
        await page.getByRole('button', { name: 'Add this opportunity' }).click()
        expect(await page.getByText('The opportunity is added.').isVisible()).toBe(true)
        await look(page, 'hand-added')
        await page.getByRole('link', { name: 'Change this opportunity' }).click()
        await page.locator('#day').fill('29')
        await look(page, 'hand-change')
        await page.getByRole('button', { name: 'Continue' }).click()
        await page.getByRole('button', { name: 'Save the change' }).click()
        const id = new URL(page.url()).pathname.split('/').at(-1) ?? ''
        await closeOpportunity(runtime, opportunityId(id))
        await page.getByRole('link', { name: 'Change this opportunity' }).click()
        await page.getByRole('button', { name: 'Continue' }).click()
        await look(page, 'hand-closed')
        await page.getByRole('button', { name: 'Save the change' }).click()
        await page.getByRole('link', { name: 'Withdraw this opportunity' }).click()
        await look(page, 'hand-withdraw')
        await page.getByLabel('Why is it withdrawn?').fill('The fund has closed')
        await page.getByRole('button', { name: 'Withdraw it' }).click()
        expect(await page.getByText('The fund has closed. You can no longer apply.').isVisible()).toBe(true)
      })
    } finally {
      await own.close()
    }
  }, 120_000)

  test('a form that another site sends here is refused by the browser’s own headers', async () => {
    await withPage({}, async (page) => {
      // The other server is another origin, though on the same machine.
      await page.route(`${empty.url}/trap`, (route) =>
        route.fulfill({
          contentType: 'text/html',
          body: `<form action="${server.url}/organisations/riverside/feedback" method="post">
            <input name="opportunity" value="contract"><input name="verdict" value="not_for_us"><button>Win</button></form>`,
        }),
      )
      await page.goto(`${empty.url}/trap`)
      await page.getByRole('button').click()
      expect(await page.getByText('Another site sent this form').isVisible()).toBe(true)
    })
  })

  test('the first stop of the tab key skips to the main matter', async () => {
    await withPage({}, async (page) => {
      await page.goto(`${server.url}/opportunities`)
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      expect(await page.evaluate('document.activeElement.id')).toBe('main-content')
    })
  })
})

interface Axe {
  run(options: { readonly runOnly: readonly string[] }): Promise<AxeResults>
}
