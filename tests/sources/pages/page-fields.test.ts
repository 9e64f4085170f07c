import { describe, expect, test } from 'vitest'
import { FieldRules } from '../../../src/sources/pages/field-rules.ts'
import { readFields } from '../../../src/sources/pages/page-fields.ts'
import { parseMarkup } from '../../../src/sources/web/markup.ts'

const fieldsOf = (markup: string, rules: Readonly<Record<string, unknown>>) =>
  readFields(parseMarkup(markup) ?? [], FieldRules.parse({ title: 'h1', ...rules }))

test('texts are found by selectors, in the order of the places; empty ones do not count', () => {
  const markup = '<h1> </h1><h2>Second</h2><meta property="og:title" content="Third">'
  const title = ['h1', 'h2', { selector: 'meta[property="og:title"]', attribute: 'content' }]
  expect(fieldsOf(markup, { title }).title).toEqual(['Second', 'Third'])
})

test('long texts are of every element, with their paragraphs; short ones of the first, in one line', () => {
  const markup = '<p class="a">One<br>two</p><ul class="a"><li>three</li><li>four</li></ul>'
  expect(fieldsOf(markup, { description: '.a', summary: '.a' })).toMatchObject({
    description: ['One\ntwo\n\nthree\nfour'],
    summary: ['One two'],
  })
})

describe('what stands beside a label', () => {
  test.for([
    ['a list of terms', '<dl><dt>Closing date: </dt><dd>3 June</dd><dt>Other</dt><dd>x</dd></dl>', '3 June'],
    ['terms in their own boxes', '<dl><div><dt>CLOSING DATE</dt><dd><p>3 June</p></dd></div></dl>', '3 June'],
    ['a table', '<table><tr><th>Closing date</th><td>3 June</td></tr></table>', '3 June'],
    ['running text', '<div>Closing date: 3 June<br>Other: x</div>', '3 June'],
    ['running text in one line', '<div>Amount: £5 Closing date: 3 June Status: Open</div>', '3 June'],
    ['bold in running text', '<p><strong>Closing date:</strong> 3 June</p>', '3 June'],
    ['a line of its own', '<h4>Closing date:</h4><p>3 June</p>', '3 June'],
  ] as const)('in %s', ([, markup, text]) => {
    const rules = {
      closes: { label: 'Closing date' },
      award: { label: 'Amount' },
      status: { label: 'Status' },
    }
    expect(fieldsOf(markup, rules).closes).toEqual([text])
  })

  test('is nothing where it is not there, or stands empty before another label', () => {
    const rules = { closes: { label: 'Closing date' }, award: { label: 'Amount' } }
    expect(fieldsOf('<dl><dt>Date</dt><dd>x</dd></dl>', rules).closes).toEqual([])
    expect(fieldsOf('<p>Amount: Closing date: 3 June</p>', rules).award).toEqual([])
    expect(fieldsOf('<p>Total Closing dates: 3 June</p>', rules).closes).toEqual([])
  })

  test('can be narrowed to an element and its attribute', () => {
    const markup = '<dl><dt>Closing date:</dt><dd><time datetime="2026-06-03T12:00">soon</time></dd></dl>'
    const place = { label: 'Closing date', selector: 'time', attribute: 'datetime' }
    expect(fieldsOf(markup, { closes: [place, { label: 'Closing date' }] }).closes).toEqual([
      '2026-06-03T12:00',
      'soon',
    ])
  })
})

test('several funders are named together, once each', () => {
  const markup = '<a class="f">Arts Council</a><a class="f">Sport Body</a><a class="f">Arts Council</a>'
  expect(fieldsOf(markup, { funder: '.f' }).funder).toEqual(['Arts Council, Sport Body'])
})

test('JSON-LD is read at a path, and passed over where it cannot be', () => {
  const markup = `<script type="application/ld+json">{broken</script>
    <script type="application/ld+json">{"@graph": [{"name": "Page"}, {"funder": [{"name": "The Trust"}, {"name": 7}], "amount": 5}]}</script>`
  expect(fieldsOf(markup, { funder: { jsonLd: 'funder.name' } }).funder).toEqual(['The Trust, 7'])
  expect(fieldsOf(markup, { funder: { jsonLd: 'constructor.name' } }).funder).toEqual([])
})

test.for([{ title: {} }, { title: 'h1[' }, { title: [] }, { title: { label: '' } }, { headline: 'h1' }])(
  'the places %j are refused',
  (rules) => {
    expect(FieldRules.safeParse({ title: 'h1', ...rules }).success).toBe(false)
  },
)
