import { describe, expect, test } from 'vitest'
import { isoDate } from '../../../src/base/date.ts'
import { readAwardAmount, readAwardDay } from '../../../src/catalogue/awards/award-cells.ts'
import { type AwardCells, awardCells, awardField } from '../../../src/catalogue/awards/award-headings.ts'
import { textsOf } from '../../../src/catalogue/awards/award-json.ts'
import { parseAwardRow } from '../../../src/catalogue/awards/award-row.ts'

const ORIGIN = { sourceName: 'Open list', licence: 'CC-BY-4.0' }
const TODAY = isoDate('2026-06-01')
const GOOD: AwardCells = {
  id: '360G-example-1',
  title: 'A new stove',
  description: 'For the kitchen',
  currency: 'GBP',
  amount: '1250.50',
  date: '2025-03-04',
  funderId: 'GB-CHC-1000001',
  funderName: 'The Example Fund',
  recipientId: 'GB-CHC-1000002',
  recipientName: 'Riverside Kitchen',
}
const read = (over: AwardCells = {}, without: readonly (keyof AwardCells)[] = []) => {
  const cells = Object.fromEntries(
    Object.entries({ ...GOOD, ...over }).filter(([field]) => !without.some((name) => name === field)),
  )
  return parseAwardRow(cells, ORIGIN, TODAY)
}
const awardOf = (...args: Parameters<typeof read>) => {
  const reading = read(...args)
  if (reading.outcome !== 'award') throw new Error(JSON.stringify(reading))
  return reading.award
}
const faultsOf = (...args: Parameters<typeof read>) => {
  const reading = read(...args)
  return reading.outcome === 'bad' ? reading.faults : []
}

test('an award is read whole', () => {
  expect(
    awardOf({
      areas: 'E06000025;E01014370; e06000023',
      programme: 'Kitchens',
      charityNumber: '1000002',
      companyNumber: '123456',
      recipientAreas: 'E06000023',
      openCall: 'Y',
    }),
  ).toEqual({
    key: '360G-example-1',
    funder: { name: 'The Example Fund', orgId: 'GB-CHC-1000001' },
    recipient: { name: 'Riverside Kitchen', orgIds: ['GB-CHC-1000002', 'GB-COH-00123456'] },
    title: 'A new stove',
    purpose: 'For the kitchen',
    amount: 125_050,
    currency: 'GBP',
    awardedOn: '2025-03-04',
    areas: ['E06000025', 'E06000023'],
    recipientAreas: ['E06000023'],
    openCall: true,
    programme: 'Kitchens',
    sourceName: 'Open list',
    licence: 'CC-BY-4.0',
  })
})

test.for([
  ['Recipient Org:Name', 'recipientName'],
  ['Recipient Org:0:Name', 'recipientName'],
  ['recipient org : 0 : name', 'recipientName'],
  ['RecipientOrganization:Name', 'recipientName'],
  ['recipientOrganization/0/name', 'recipientName'],
  ['amountAwarded', 'amount'],
  ['AMOUNT AWARDED', 'amount'],
  ['Beneficiary Location:2:Geographic Code', 'areas'],
  ['beneficiaryLocation/0/geoCode', 'areas'],
  ['Recipient Ind:Name', 'individual'],
  ['toIndividualsDetails/primaryGrantReason', 'individual'],
  ['Recipient Org:Location:0:Name', undefined],
  ['Amount Applied For', undefined],
  ['From An Open Call?', 'openCall'],
  ['Open Call?', 'openCall'],
  ['From an open call', 'openCall'],
  ['fromOpenCall', 'openCall'],
  ['Recipient Org:0:Location:0:Geographic Code', 'recipientAreas'],
] as const)('the heading %s is for %s', ([heading, field]) => {
  expect(awardField(heading)).toBe(field)
})

test('JSON is read as a spreadsheet is, the first of a list but every area', () => {
  const grant = {
    id: '360G-a',
    amountAwarded: 1914.0,
    recipientOrganization: [{ id: 'GB-CHC-1', name: 'First' }, { name: 'Second' }],
    beneficiaryLocation: [{ geoCode: 'E06000025' }, { name: 'Bristol', geoCode: 'E06000023' }],
    __proto__: { title: 'not mine' },
  }
  expect(awardCells(textsOf(grant))).toEqual({
    id: '360G-a',
    amount: '1914',
    recipientId: 'GB-CHC-1',
    recipientName: 'First',
    areas: 'E06000025;E06000023',
    areaNames: 'Bristol',
  })
})

test.for([
  ['2019-10-03', '2019-10-03'],
  ['2019-10-03T00:00:00+00:00', '2019-10-03'],
  ['2019-06-02T23:00:00Z', '2019-06-03'],
  ['2019-10-03T12:30', '2019-10-03'],
  ['26/03/2001 00:00', '2001-03-26'],
  ['31 March 2014', '2014-03-31'],
  ['2019-10', '2019-10-01'],
  ['2019', '2019-01-01'],
  ['2019-02-30T00:00:00Z', null],
  ['12/31/2019', null],
  ['43741', '2019-10-03'],
  ['43741.75', '2019-10-03'],
  ['19999', null],
  ['60000', null],
] as const)('the date %s is %s', ([text, day]) => {
  const result = readAwardDay(text)
  expect(result.ok ? result.value : null).toBe(day)
})

test.for([
  ['1914.0', 191_400],
  ['£1,250.50', 125_050],
  ['Â£300', 30_000],
  ['€ 99', 9_900],
  ['1234.56789', 123_457],
  ['1,234.999', 123_500],
  ['0', 0],
  ['-5', null],
  ['=1+1', null],
  ['1e6', null],
] as const)('the amount %s is %s in minor units', ([text, pence]) => {
  const result = readAwardAmount(text)
  expect(result.ok ? result.value : null).toBe(pence)
})

describe('an award to a person', () => {
  test('is known by the columns for individuals', () => {
    const person = { individual: 'IND-1' }
    expect(read(person, ['recipientId', 'recipientName']).outcome).toBe('individual')
    expect(read(person, ['recipientId']).outcome).toBe('individual')
    expect(read(person).outcome).toBe('award')
  })

  test('is known by a word that stands for one in the place of an organisation', () => {
    expect(read({ recipientName: 'Individual Recipient' }, ['recipientId']).outcome).toBe('individual')
    expect(read({ recipientName: 'Individual Living Trust' }, ['recipientId']).outcome).toBe('award')
  })
})

test('everything that is wrong with a row is said, in the words of its headings', () => {
  expect(
    faultsOf({ amount: 'lots', date: 'soon', currency: 'pounds', title: '', description: '' }, [
      'funderName',
    ]),
  ).toEqual([
    'Funding Org:Name: is missing',
    'Amount Awarded: "lots" is not an amount in pounds like 10000 or £10,000',
    'Award Date: "soon" is not a date like 2026-06-03 or 3 June 2026',
    'Title: is missing',
    'Currency: "POUNDS" is not a three-letter code like GBP',
  ])
})

test('a date that has not come yet is refused: it would stand first for ever', () => {
  expect(faultsOf({ date: '2026-06-02' })).toEqual(['Award Date: 2026-06-02 has not come yet'])
  expect(faultsOf({ date: '2026-06-01' })).toEqual([])
})

test('what a spreadsheet would take for a formula is only text', () => {
  expect(awardOf({ title: '=HYPERLINK("https://evil.example")', recipientName: '+Plus' })).toMatchObject({
    title: '=HYPERLINK("https://evil.example")',
    recipient: { name: '+Plus' },
  })
})

test('the names and addresses of persons are taken out of what it is for', () => {
  expect(awardOf({ description: 'Contact: Jane Smith, jane.smith@riverside.example' }).purpose).not.toMatch(
    /jane|smith/i,
  )
})

describe('the key', () => {
  test('is an id of 360Giving, or another id within its list', () => {
    expect(awardOf().key).toBe('360G-example-1')
    expect(awardOf({ id: '17' }).key).toBe('open-list:17')
  })

  test('is made of what the award says where it has no id, and does not hang on the amount', () => {
    const key = (over: AwardCells = {}) => awardOf(over, ['id']).key
    expect(key()).toMatch(/^open-list:[0-9a-f]{16}$/)
    expect(key({ amount: '7' })).toBe(key())
    expect(key({ title: 'Another' })).not.toBe(key())
  })
})

test.for([
  ['Yes', true],
  ['YES', true],
  ['Y', true],
  ['true', true],
  ['No', false],
  ['NO', false],
  ['N', false],
  ['', null],
  ['Partly', null],
] as const)('an open call that says "%s" is %s', ([openCall, expected]) => {
  expect(awardOf({ openCall }).openCall).toBe(expected)
})

test('where the work is comes from names when no code is known, and only from sure ones', () => {
  const areasOf = (areas: string, areaNames: string) => awardOf({ areas, areaNames }).areas
  expect(areasOf('Oxford 008B', 'Oxford city')).toEqual(['E07000178'])
  expect(areasOf('', 'South Glos; Bristol')).toEqual(['E06000025', 'E06000023'])
  expect(areasOf('E06000025', 'Bristol')).toEqual(['E06000025'])
  expect(areasOf('', 'Newcastle')).toEqual([])
  expect(areasOf('', 'Sub-Sahara Africa')).toEqual([])
})

test.for(['-500', '-£1,250.00', '(£500)', '£-5'])('%s taken back is no award', (amount) => {
  expect(faultsOf({ amount })[0]).toMatch(/^Amount Awarded: "/)
})

test('nothing is an amount, and is kept as it stands', () => {
  expect(awardOf({ amount: '0' }).amount).toBe(0)
})

test('texts that were saved twice over are put right', () => {
  const { title, recipient } = awardOf({ title: 'Â£500 for chairs', recipientName: 'CafÃ© Âme' })
  expect([title, recipient.name]).toEqual(['£500 for chairs', 'CafÃ© Âme'])
  expect(awardOf({ recipientName: 'CafÃ©' }).recipient.name).toBe('Café')
})
