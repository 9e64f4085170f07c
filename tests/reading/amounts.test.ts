import { expect, test } from 'vitest'
import { moneyIn } from '../../src/reading/money.ts'
import { valuesOf } from './readings.ts'

const amountsOf = (text: string) =>
  (['awardMin', 'awardMax', 'fundTotal'] as const).map((field) => valuesOf(text, field)[0] ?? null)

test.for([
  ['You can apply for up to £20k.', null, 2_000_000, null],
  ['Grants of between £300 and £20,000 are available.', 30_000, 2_000_000, null],
  ['Grants: £300–£20,000', 30_000, 2_000_000, null],
  ['The grants range from £1000 - £5000.', 100_000, 500_000, null],
  ['GRANTS OF UP TO £2,500 ARE AVAILABLE', null, 250_000, null],
  ['The maximum award is £5,000.', null, 500_000, null],
  ['We welcome applications for grants of up to £5,000.', null, 500_000, null],
  ['Charities can apply for between £300 and £20,000 for groups.', 30_000, 2_000_000, null],
  ['Maximum grant: £7,500', null, 750_000, null],
  ['The minimum grant is £250 and the maximum grant is £5,000.', 25_000, 500_000, null],
  ['We give grants of £1-2 million.', 100_000_000, 200_000_000, null],
  ['Small grants are up to £500. Large grants are from £501 to £1,000.', null, 100_000, null],
  ['Small grants are between £100 and £500. Large grants are from £501 to £1,000.', 10_000, 100_000, null],
  ['Apply for grants of up to &pound;5,000.50.', null, 500_050, null],
  ['Grants up to a maximum of £20,000 are available.', null, 2_000_000, null],
  ['A total of £1.5 million is available.', null, null, 150_000_000],
  ['The total fund available is £10,000.', null, null, 1_000_000],
  ['£250,000 is now available for groups in the county.', null, null, 25_000_000],
  ['The total contract value will be £60,000.', null, null, 6_000_000],
])('reads “%s”', ([text, ...amounts]) => {
  expect(amountsOf(String(text))).toEqual(amounts)
})

test.for([
  'There is no upper limit on grants.',
  'The scheme costs would be between £50,000 and £375,000 for a grant.',
  'Grants are usually between £300 and £700.',
  'Grants are normally up to £5,000.',
  'In exceptional cases grants of up to £20,000 may be considered.',
  'A grant of £20,000 was made towards the purchase of a painting.',
  'We awarded grants of up to £5,000 to nine groups and they were delighted.',
  'Applications need a quote for any purchase of up to £1,000.',
  'Grants for groups with an income of up to £20,000.',
  'A budget of £50,000 per year is available.',
  'The economy is worth £217 billion.',
  'The total contract value will be £120,00.',
  'Last year we received 40 applications for grants of £1,000.',
  'Insurance of up to £5 million is needed to apply.',
  'You need 10% match funding for grants over £10,000.',
  '10% match funding for grants over £10,000',
  'Grants over £10,000 need 10% match funding.',
  'Two quotes are needed for grants of up to £1,000.',
  'Grants under £1,000 are decided each month.',
  'Individuals can apply for up to £500, groups for up to £5,000.',
  'Grants of up to £500 for individuals and up to £5,000 for groups.',
])('finds no amount in “%s”', (text) => {
  expect(amountsOf(text)).toEqual([null, null, null])
})

test.for([
  ['£1', [100]],
  ['£1,234,567.89', [123_456_789]],
  ['gbp 10,000', [1_000_000]],
  ['£2bn', [200_000_000_000]],
  ['£120,00', []],
  ['£5000 and 3 trustees', [500_000]],
  ['£10-20k', [1_000_000, 2_000_000]],
])('takes “%s” apart', ([text, pence]) => {
  expect(moneyIn(String(text)).map((money) => money.pence)).toEqual(pence)
})
