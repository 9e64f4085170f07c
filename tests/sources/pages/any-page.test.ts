import { expect, test } from 'vitest'
import { readAnyPage } from '../../../src/sources/pages/any-page.ts'

const page = (main: string, head = '') =>
  `<html><head><title>Kitchens | Fund</title>${head}</head><body><nav>Menu</nav>${main}<footer>Imprint</footer></body></html>`

test('the main part of a page is read, with its heading', () => {
  expect(readAnyPage(page('<main><h1>Kitchens  fund</h1><p>Up to <b>£5,000</b>.</p></main>'))).toEqual({
    title: 'Kitchens fund',
    names: [],
    text: 'Kitchens fund\n\nUp to £5,000.',
  })
})

test.for([
  ['no main part', page('<p>Up to £5,000.</p>'), 'Menu\n\nUp to £5,000.\n\nImprint'],
  ['an empty main part', page('<main> </main><article><p>Words.</p></article>'), 'Words.'],
  ['nothing but text', 'Up to £5,000.', 'Up to £5,000.'],
  ['no end', '<html><body><main><p>Up to £5,000.', 'Up to £5,000.'],
] as const)('a page with %s is read', ([, markup, text]) => {
  expect(readAnyPage(markup)).toMatchObject({ text })
})

test.for([
  ['its heading', page('<h1>Kitchens</h1>', '<meta property="og:title" content="Shared">'), 'Kitchens'],
  ['what it is shared as', page('<p>x</p>', '<meta property="og:title" content="Shared">'), 'Shared'],
  ['its title', page('<p>x</p>'), 'Kitchens | Fund'],
] as const)('a page is called by %s', ([, markup, title]) => {
  expect(readAnyPage(markup)).toMatchObject({ title })
})

test('who gives comes before who publishes, and each is named once', () => {
  const jsonLd = JSON.stringify({
    '@graph': [{ '@type': 'Grant', funder: { name: 'The Fund' }, publisher: { name: 'The Publisher' } }],
  })
  const head = `<script type="application/ld+json">${jsonLd}</script><script type="application/ld+json">{no</script><meta property="og:site_name" content="The Fund">`
  expect(readAnyPage(page('<p>x</p>', head))).toMatchObject({ names: ['The Fund', 'The Publisher'] })
})

test('persons in a heading are left out', () => {
  expect(readAnyPage(page('<h1>Kitchens, ask jane.smith@fund.example</h1>'))).not.toMatchObject({
    title: expect.stringContaining('jane.smith'),
  })
})

test.for([
  ['is empty', ' '],
  [
    'has no words that we can read: it may be made by a script',
    page('').replace(/<nav>.*/, '<script>x</script>'),
  ],
  ['is nested too deeply to be read', `<html><body>${'<div>'.repeat(20_000)}</body></html>`],
] as const)('a page that %s is refused', ([fault, markup]) => {
  expect(readAnyPage(markup)).toEqual({ fault })
})
