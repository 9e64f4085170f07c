import { expect, test } from 'vitest'
import { roleMailbox, withoutContacts, withoutPersons } from '../../src/base/personal-data.ts'

test.for([
  ['Write to jane.smith@council.example.', 'Write to [e-mail removed].'],
  ['Contact: Jane Smith on 0117 496 0123', 'Contact: [name removed] on [telephone removed]'],
  ['Contact name:\nJANE SMITH\nroom 4', 'Contact name:\n[name removed]\nroom 4'],
  ['Please contact Jane Smith or John Brown by noon', 'Please contact [name removed] by noon'],
  ['For the attention of Dr A. Jones, Room 1', 'For the attention of [name removed], Room 1'],
  ['FAO: Mary-Ann O’Neil', 'FAO: [name removed]'],
  ['Mrs Patel will answer', '[name removed] will answer'],
  ['Ask Jane Smith (jsmith@council.example)', 'Ask [name removed] ([e-mail removed])'],
  ['Jo Bloggs leads. Mail: jo.bloggs@council.example', '[name removed] leads. Mail: [e-mail removed]'],
  ['Tel: +44 (0)117 496 0123 ext 4', 'Tel: [telephone removed]'],
  ['(0117) 4960123 or 07700 900123', '[telephone removed] or [telephone removed]'],
] as const)('a person is taken out of: %s', ([text, cleaned]) => {
  expect(withoutPersons(text)).toBe(cleaned)
})

test.for([
  'Write to grants@fund.example or procurement.team@council.example',
  'Please contact the commissioning team',
  'Contact: Procurement Team',
  'Please contact Bristol City Council',
  'who come into contact with Young People',
  'Closes on 01-02-2026 12:00, reference 0048/2022, worth £01234567890',
  'https://portal.example/01174960123?call=01174960123',
  'Lot 1: 20 places for people aged 16 to 24 at 50,000 a year',
])('nothing is taken out of: %s', (text) => {
  expect(withoutPersons(text)).toBe(text)
})

test.for([
  ['Grants@Fund.example', 'grants@fund.example'],
  ['enquiries@fund.example', 'enquiries@fund.example'],
  ['procurement.team@council.example', 'procurement.team@council.example'],
  ['commissioning@nhs.example', 'commissioning@nhs.example'],
  ['stepprocurement@nhs.example', 'stepprocurement@nhs.example'],
  ['adult.social.care.commissioning@council.example', 'adult.social.care.commissioning@council.example'],
  ['grant@fund.example', 'grant@fund.example'],
  ['jane.smith@council.example', null],
  ['tom.grant@council.example', null],
  ['j.smith.commissioning@council.example', null],
  ['jsmith@council.example', null],
  ['REDACTED', null],
  ['', null],
] as const)('%s is the role mailbox %s', ([email, mailbox]) => {
  expect(roleMailbox(email)).toBe(mailbox)
})

test('a kept record has no contact but a role mailbox, and clean texts', () => {
  const record = {
    parties: [
      {
        name: 'A Council',
        contactPoint: { name: 'Jane Smith', email: 'tenders@council.example', telephone: '1' },
      },
      { contactPoint: { name: 'John Brown', email: 'john.brown@council.example' } },
      { contactPoint: 'Jane Smith' },
    ],
    tender: { description: 'Call 0117 496 0123', value: { amount: 1, of: null } },
  }
  expect(withoutContacts(record)).toEqual({
    parties: [
      { name: 'A Council', contactPoint: { email: 'tenders@council.example' } },
      { contactPoint: {} },
      { contactPoint: {} },
    ],
    tender: { description: 'Call [telephone removed]', value: { amount: 1, of: null } },
  })
})

test('a record nested without end is cut, not fatal', () => {
  const deep: unknown = JSON.parse(`${'['.repeat(5_000)}${']'.repeat(5_000)}`)
  expect(JSON.stringify(withoutContacts(deep))).toContain('nested too deeply')
})

test('a long text is cleaned quickly', () => {
  const text = `${'Contact: A. '.repeat(20_000)}${'0'.repeat(50_000)}${'a.'.repeat(30_000)}`
  const started = performance.now()
  withoutPersons(text)
  expect(performance.now() - started).toBeLessThan(2_000)
})
