import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { details } from '../../../src/web/components/details.ts'
import { errorSummary } from '../../../src/web/components/error-summary.ts'
import { genericHeader, serviceNavigation } from '../../../src/web/components/header.ts'
import { insetText } from '../../../src/web/components/inset-text.ts'
import { notificationBanner } from '../../../src/web/components/notification-banner.ts'
import { pagination } from '../../../src/web/components/pagination.ts'
import { radios } from '../../../src/web/components/radios.ts'
import { select } from '../../../src/web/components/select.ts'
import { skipLink } from '../../../src/web/components/skip-link.ts'
import { summaryList } from '../../../src/web/components/summary-list.ts'
import { table } from '../../../src/web/components/table.ts'
import { tag } from '../../../src/web/components/tag.ts'
import { textInput } from '../../../src/web/components/text-input.ts'
import { textarea } from '../../../src/web/components/textarea.ts'
import { html } from '../../../src/web/html.ts'

/** What GOV.UK Frontend's own template makes in that example, in its own words. */
function fixture(component: string, name: string): string {
  const file = `node_modules/govuk-frontend/dist/govuk/components/${component}/fixtures.json`
  const { fixtures } = JSON.parse(readFileSync(file, 'utf8'))
  return fixtures.find((one: { name: string }) => one.name === name).html
}

/** Markup without the white space that a browser ignores between tags and attributes. */
const tidy = (markup: { toString(): string } | null): string =>
  String(markup).replace(/\s+/g, ' ').replace(/ ?> ?/g, '>').replace(/ ?< ?/g, '<').trim()

describe("our components make the same markup as GOV.UK Frontend's own", () => {
  test.for(['green', 'yellow', 'grey', 'red'] as const)('a %s tag', (colour) => {
    const text = colour.charAt(0).toUpperCase() + colour.slice(1)
    expect(tidy(tag({ text, colour }))).toBe(tidy(fixture('tag', colour)))
  })

  test('inset text', () => {
    const text =
      'It can take up to 8 weeks to register a lasting power of attorney if there are no mistakes in the application.'
    expect(tidy(insetText(text))).toBe(tidy(fixture('inset-text', 'default')))
  })

  test('details', () => {
    const text =
      'We need to know your nationality so we can work out which elections you’re entitled to vote in. If you can’t provide your nationality, you’ll have to send copies of identity documents through the post.'
    expect(tidy(details('Help with nationality', text))).toBe(tidy(fixture('details', 'default')))
  })

  test('details that are open', () => {
    const text = 'We need to know your nationality'
    const theirs = fixture('details', 'expanded').replace(' id="help-with-nationality"', '')
    const ours = tidy(details('Help with nationality', text, true))
    expect(tidy(theirs)).toContain(ours.replace('</div></details>', ''))
  })

  test('an error summary', () => {
    const ours = errorSummary([
      { href: 'example-error-1', text: 'The date your passport was issued must be in the past' },
      { href: 'example-error-2', text: 'Enter a postcode, like AA1 1AA' },
    ])
    expect(tidy(ours)).toBe(tidy(fixture('error-summary', 'default')))
  })

  test('small radios', () => {
    const ours = radios({
      name: 'how-contacted-2',
      id: 'how-contacted-2',
      legend: 'How do you want to be contacted?',
      options: [
        ['email', 'Email'],
        ['phone', 'Phone'],
        ['text', 'Text message'],
      ],
      chosen: null,
      fault: null,
    })
    expect(tidy(ours)).toBe(tidy(fixture('radios', 'small')))
  })

  test('radios of which one is chosen and wrong', () => {
    const ours = radios({
      name: 'example',
      id: 'example',
      legend: 'Have you changed your name?',
      options: [
        ['yes', 'Yes'],
        ['no', 'No'],
      ],
      chosen: 'no',
      fault: 'Please select an option',
    })
    const theirs = fixture('radios', 'with fieldset and error message')
    expect(tidy(ours).replace(' govuk-radios--small', '')).toBe(tidy(theirs))
  })

  test('a textarea with a hint and an error', () => {
    const ours = textarea({
      name: 'with-hint-error',
      id: 'with-hint-error',
      label: 'With hint and error',
      hint: 'Hint',
      value: '',
      fault: 'Error message',
    })
    const theirs = tidy(fixture('textarea', 'with hint and error message'))
    expect(tidy(ours).replace('rows="3"', 'rows="5"')).toBe(theirs)
  })

  test('a line of text with a hint, and one with an error', () => {
    const theirs = (name: string, id: string) =>
      tidy(fixture('input', name))
        .replaceAll(id, 'place')
        .replace(/name="[^"]*"/, 'name="place"')
        .replace('class="govuk-input', 'class="govuk-input govuk-input--width-20')
    const label = 'National Insurance number'
    const hint =
      'It’s on your National Insurance card, benefit letter, payslip or P60. For example, ‘QQ 12 34 56 C’.'
    const plain = tidy(textInput({ name: 'place', label: 'National insurance number', hint, value: '' }))
    expect(plain).toBe(theirs('with hint text', 'input-with-hint-text'))
    const fault = 'Enter a National Insurance number in the correct format'
    const wrong = tidy(textInput({ name: 'place', label, hint, value: 'QQ 12', fault }))
    const parts = theirs('with error message', 'input-with-error-message')
      .replace('type="text"', 'type="text" value="QQ 12"')
      .replace('aria-describedby="', 'aria-describedby="place-hint ')
    expect(wrong.replace(/<div id="place-hint".*?<\/div>/, '')).toBe(parts)
  })

  test('a banner of success, as a section that a heading of its place names', () => {
    const content = html`<p class="govuk-notification-banner__heading">Email sent to example@email.com</p>`
    const ours = notificationBanner({ id: 'govuk-notification-banner', title: 'Success', content })
    const theirs = tidy(fixture('notification-banner', 'with type as success'))
      .replace('<div', '<section')
      .replace('role="alert"', 'id="govuk-notification-banner"')
      .replace(' data-module="govuk-notification-banner"', '')
      .replaceAll('h2', 'h3')
      .replace(/div>$/, 'section>')
    expect(tidy(ours)).toBe(theirs)
  })

  test('a skip link', () => {
    const theirs = fixture('skip-link', 'default')
    expect(tidy(skipLink('#test-target-element'))).toBe(tidy(theirs))
  })

  test('the generic header', () => {
    expect(tidy(genericHeader('My cool service'))).toBe(tidy(fixture('generic-header', 'default')))
  })

  test('service navigation, but for the menu button that few links do not need', () => {
    const items = [1, 2, 3, 4].map((n) => ({
      href: `#/${n}`,
      text: `Navigation item ${n}`,
      here: n === 2 ? ('page' as const) : ('no' as const),
    }))
    const theirs = tidy(fixture('service-navigation', 'with navigation with a current item'))
    expect(tidy(serviceNavigation(items))).toBe(theirs.replace(/<button.*<\/button>/, ''))
  })

  test('service navigation on a page that lies under an item', () => {
    const items = [{ href: '#/2', text: 'Navigation item 2', here: 'section' as const }]
    const theirs = tidy(fixture('service-navigation', 'with navigation with an active item'))
    const item = theirs.match(/<li class="[^"]*--active">.*?<\/li>/)?.[0]
    expect(item).toBeDefined()
    expect(tidy(serviceNavigation(items))).toContain(item)
  })

  test('a summary list', () => {
    const theirs = tidy(fixture('summary-list', 'default'))
    const [first, second] = theirs.matchAll(/<div class="govuk-summary-list__row">.*?<\/div>/g)
    const ours = summaryList([
      { key: 'Name', value: 'Firstname Lastname' },
      { key: 'Date of birth', value: '13/08/1980' },
    ])
    expect(tidy(ours)).toBe(`<dl class="govuk-summary-list">${first}${second}</dl>`)
  })

  test('pagination with a way on only', () => {
    const ours = pagination({ firstHref: null, nextHref: '/next' })
    expect(tidy(ours)).toBe(tidy(fixture('pagination', 'with next only')))
  })

  test('pagination with a way back to the start too', () => {
    const ours = pagination({ firstHref: '/previous', nextHref: '/next' })
    const theirs = fixture('pagination', 'with prev and next only').replace('Previous<', 'First<')
    expect(tidy(ours)).toBe(tidy(theirs))
  })

  test('no pagination when everything fits on one page', () => {
    expect(pagination({ firstHref: null, nextHref: null })).toBeNull()
  })

  test('a choice', () => {
    const options = [1, 2, 3].map((n) => [`${n}`, `GOV.UK frontend option ${n}`] as const)
    const ours = select({ name: 'select-1', label: 'Label text goes here', options, chosen: '2' })
    const theirs = fixture('select', 'with selected value').replace(' disabled', '')
    expect(tidy(ours)).toBe(tidy(theirs))
  })

  test('a table', () => {
    const ours = table({
      caption: 'Caption 1: Months and rates',
      head: [
        { text: 'Month you apply' },
        { text: 'Rate for bicycles', numeric: true },
        { text: 'Rate for vehicles', numeric: true },
      ],
      rows: [
        ['January', '£85', '£95'],
        ['February', '£75', '£55'],
        ['March', '£165', '£125'],
      ],
    })
    const theirs = fixture('table', 'with head and caption').replace('caption--m', 'caption--s')
    expect(tidy(ours)).toBe(tidy(theirs))
  })
})
