import { expect, test } from 'vitest'
import { parseItems } from '../../../src/sources/feed/feed-items.ts'
import { ATOM, anItem, anRss, JSON_FEED, RDF } from '../../fixtures/feed/feeds.ts'
import { hasRecordings, recording } from '../../support/sources.ts'

const items = (text: string) => parseItems(text, 'The Example Fund')
const first = (text: string) => items(text)[0]

test('RSS, Atom, RDF and JSON Feed say the same in one form', () => {
  const rss = anRss(
    anItem(1, {
      more: '<category>Food</category><content:encoded><![CDATA[<p>Cook <em>well</em>.</p><script>x()</script>]]></content:encoded>',
    }),
  )
  expect(first(rss)).toEqual({
    id: 'https://fund.example/?p=1',
    link: 'https://fund.example/calls/1/',
    title: 'Call 1',
    summary: 'For work of kind 1.',
    text: 'Cook well.',
    categories: ['Food'],
    updated: null,
  })
  expect(first(ATOM)).toEqual({
    id: 'urn:call:1',
    link: '/calls/1?utm_source=feed#top',
    title: 'Fish & chips',
    summary: 'Cook well.',
    text: null,
    categories: ['Food'],
    updated: '2026-06-01T00:00:00Z',
  })
  expect(first(RDF)).toMatchObject({ id: 'urn:call:1', title: 'Fish and chips', categories: ['Food'] })
  expect(first(JSON_FEED)).toMatchObject({
    title: 'Fish & chips',
    text: 'Cook well.\n\nThen eat.',
    link: 'https://fund.example/calls/1',
  })
})

test.for([
  ['Fish &amp;amp; chips', 'Fish & chips'],
  ['Arts &amp;#8211; for all', 'Arts – for all'],
  ['<![CDATA[<b>Bold</b> &pound;5]]>', 'Bold £5'],
  ['A & B', 'A & B'],
  ['  Two\n lines ', 'Two lines'],
] as const)('the title %s is read as %s', ([title, read]) => {
  expect(first(anRss(anItem(1, { title })))?.title).toBe(read)
})

test.for([
  ['', null],
  ['<![CDATA[   ]]>', null],
  ['&lt;p&gt;One&lt;/p&gt;&lt;p&gt;Two&lt;/p&gt;', 'One\n\nTwo'],
  ['&amp;lt;p&amp;gt;Encoded twice&amp;lt;/p&amp;gt;', 'Encoded twice'],
  ['<![CDATA[<style>p{}</style><ul><li>a</li><li>b</li></ul>]]>', 'a\nb'],
] as const)('the description %s is read as text', ([description, read]) => {
  expect(first(anRss(anItem(1, { description })))?.summary).toBe(read)
})

test('a guid is the link where there is none, unless it says that it is not', () => {
  const guid = '<guid>https://fund.example/1</guid>'
  expect(first(anRss(anItem(1, { link: '', guid })))?.link).toBe('https://fund.example/1')
  expect(first(anRss(anItem(1, { link: '' })))?.link).toBe(null)
})

test.for([
  ['a page for people', '<html><body>Sorry</body></html>', /sent something that is not a feed/],
  ['nothing', '', /sent something that is not a feed/],
  ['JSON of another kind', '{"releases": []}', /sent something that is not a feed/],
  ['a feed without its end', anRss(anItem(1), anItem(2)).slice(0, -16), /sent a feed that breaks off/],
  ['half an item', anRss(anItem(1), anItem(2)).slice(0, -60), /sent a feed that cannot be read/],
  ['half of JSON', JSON_FEED.slice(0, -20), /is not a feed|cannot be read/],
] as const)('%s is refused', ([, text, message]) => {
  expect(() => items(text)).toThrow(
    expect.objectContaining({ code: 'source_unavailable', message: expect.stringMatching(message) }),
  )
})

test('a bomb of entities and 20,000 nested elements are survived', () => {
  const bomb = `<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "${'x'.repeat(1_000)}"><!ENTITY b "${'&a;'.repeat(1_000)}"><!ENTITY c "${'&b;'.repeat(1_000)}">]>`
  const [item] = items(bomb + anRss(anItem(1, { title: '&c;' })).replace(/<\?xml.*\?>/, ''))
  expect((item?.title ?? '').length).toBeLessThan(10_000)
  const deep = `<![CDATA[${'<div>'.repeat(20_000)}deep]]>`
  expect(first(anRss(anItem(1, { description: deep })))?.summary).toBe('deep')
})

test('a feed may end in a comment', () => {
  expect(items(`${anRss(anItem(1))}\n<!-- cached -->\n`)).toHaveLength(1)
})

test.runIf(hasRecordings)('the constructed feed of UKRI is read', () => {
  const read = items(recording('ukri/constructed/opportunity-feed.xml'))
  expect(read).toMatchObject([
    {
      id: 'https://www.ukri.org/?post_type=opportunity&p=100001',
      link: 'https://www.ukri.org/opportunity/example-community-research-fund/',
      summary: 'CONSTRUCTED summary – with HTML entities & tags […]',
    },
    { title: 'Opportunity without a summary', summary: null },
  ])
})

test.skipIf(hasRecordings)('the constructed feed of UKRI is not here, so it was not read', () => {})
