import { expect, test } from 'vitest'
import { VCSE } from '../../src/domain/applicant-type.ts'
import { inferred, stated, UNKNOWN } from '../../src/domain/fact.ts'
import { NO_RULES } from '../../src/domain/rules.ts'
import { aBuyer, aRelease, aTypedRelease, type Json } from '../fixtures/ocds/releases.ts'
import { anOcdsSource, contentOf, readWith } from '../support/sources.ts'

const TAGGED = anOcdsSource({ settings: { noticeUrl: 'https://notices.example/Notice/{notice}' } })
const TYPED = anOcdsSource({
  settings: { classifyBy: 'noticeType', noticeUrl: 'https://notices.example/Notice/{release}' },
})
const LOCAL_Z = anOcdsSource({
  settings: { zTimesAreLocal: true, noticeUrl: 'https://notices.example/{release}' },
})

const read = (release: unknown) => readWith(TAGGED, release)
const content = (tender: Json = {}, over: Json = {}) => contentOf(read(aRelease(over, tender)))
const places = (...deliveryAddresses: Json[]) =>
  content({ items: [{ id: '1', deliveryAddresses }] }).rules.areas

test('a call for bids is read with what its notice states', () => {
  expect(read(aRelease())).toEqual({
    outcome: 'opportunity',
    key: 'ocds-test01-falls',
    revision: '6f2d7a50-0000-4000-8000-000000000001-700001',
    releasedAt: '2026-06-01T08:00:00.000Z',
    content: {
      title: 'Falls prevention at home',
      summary: 'Support for older people who live on their own.',
      description: 'Support for older people who live on their own.',
      kind: 'contract',
      funder: { name: 'Severnside Council', orgId: 'GB-LAE-SGC' },
      programme: null,
      url: 'https://notices.example/Notice/6f2d7a50-0000-4000-8000-000000000001',
      applyUrl: null,
      contactEmail: 'commissioning@severnside.example',
      awardMin: null,
      awardMax: null,
      fundTotal: 12_000_000,
      currency: 'GBP',
      deadline: {
        kind: 'fixed',
        zone: 'Europe/London',
        rounds: [{ opensOn: null, closesOn: '2026-07-10', closesTime: '12:00' }],
        note: null,
      },
      forecast: false,
      ended: null,
      themes: [],
      beneficiaries: [],
      cpv: ['85312000'],
      vcseSignals: ['suitable'],
      lots: [],
      rules: { ...NO_RULES, areas: stated(['E12000009']) },
    },
  })
})

test('two releases of one procurement share their key, and the newer one says so', () => {
  const first = read(aRelease())
  const second = read(
    aRelease({ id: 'other-700002', tag: ['tenderAmendment'], date: '2026-06-01T09:00:01+01:00' }),
  )
  expect(second).toMatchObject({ outcome: 'opportunity', key: 'ocds-test01-falls', revision: 'other-700002' })
  expect([first, second].map((reading) => ('releasedAt' in reading ? reading.releasedAt : null))).toEqual([
    '2026-06-01T08:00:00.000Z',
    '2026-06-01T08:00:01.000Z',
  ])
})

test('a release without an id goes by its date', () => {
  const release = aRelease({ id: undefined })
  expect(read(release)).toMatchObject({
    revision: '2026-06-01T08:00:00.000Z',
    content: { url: 'https://notices.example/Notice/6f2d7a50-0000-4000-8000-000000000001' },
  })
})

test.for([
  [['tender'], { outcome: 'opportunity', content: { forecast: false } }],
  [['tenderAmendment'], { outcome: 'opportunity', content: { forecast: false } }],
  [['tenderUpdate'], { outcome: 'opportunity', content: { forecast: false } }],
  [['planning'], { outcome: 'opportunity', content: { forecast: true } }],
  [['planningUpdate'], { outcome: 'opportunity', content: { forecast: true } }],
  [['award'], { outcome: 'ending', ended: 'awarded' }],
  [['awardUpdate'], { outcome: 'ending', ended: 'awarded' }],
  [['award', 'contract'], { outcome: 'ending', ended: 'awarded' }],
  [['tender', 'tenderCancellation'], { outcome: 'ending', ended: 'withdrawn' }],
  [['implementation'], { outcome: 'skipped', reason: 'The notice is not a call for bids (implementation)' }],
  [[], { outcome: 'skipped', reason: 'The notice does not say what it is' }],
] as const)('a notice tagged %j is read for what it is', ([tag, reading]) => {
  expect(read(aRelease({ tag }))).toMatchObject(reading)
})

test.for([
  ['UK1', { outcome: 'opportunity', content: { forecast: true } }],
  ['UK2', { outcome: 'opportunity', content: { forecast: true } }],
  ['UK3', { outcome: 'opportunity', content: { forecast: true } }],
  ['UK4', { outcome: 'opportunity', content: { forecast: false } }],
  ['UK5', { outcome: 'ending', ended: 'awarded' }],
  ['UK6', { outcome: 'ending', ended: 'awarded' }],
  ['UK7', { outcome: 'ending', ended: 'awarded' }],
  ['UK9', { outcome: 'skipped' }],
  ['UK10', { outcome: 'skipped' }],
  ['UK11', { outcome: 'skipped' }],
  ['UK12', { outcome: 'ending', ended: 'withdrawn' }],
  ['UK13', { outcome: 'opportunity', content: { forecast: true } }],
  ['UK14', { outcome: 'opportunity', content: { forecast: false } }],
  ['UK15', { outcome: 'skipped' }],
  ['UK16', { outcome: 'skipped' }],
  ['UK17', { outcome: 'skipped' }],
] as const)('a notice of type %s is what its type says, whatever its tags', ([type, reading]) => {
  expect(readWith(TYPED, aTypedRelease(type, { tag: ['award', 'contract'] }))).toMatchObject(reading)
})

test('of several typed notices in a release, its own counts', () => {
  const release = aTypedRelease('UK4', {
    planning: { documents: [{ id: '000009-2026', noticeType: 'UK3', datePublished: '2027-01-01' }] },
  })
  expect(readWith(TYPED, release)).toMatchObject({ content: { forecast: false } })
})

test('a notice without a type is read by its tags', () => {
  expect(readWith(TYPED, aRelease({ tag: ['planning'] }))).toMatchObject({ content: { forecast: true } })
})

test.for([
  { procurementMethod: 'direct' },
  { procurementMethod: null, procurementMethodDetails: 'Single tender action (below threshold)' },
  { procurementMethod: 'limited', procurementMethodDetails: 'Other - Direct Award' },
  { procurementMethod: 'limited', procurementMethodDetails: 'Below threshold - without competition' },
])('a call that nobody can answer is skipped: %j', (tender) => {
  expect(read(aRelease({}, tender))).toEqual({ outcome: 'skipped', reason: 'Awarded without a competition' })
})

test('without a licence to copy them the words are read for facts and not kept', () => {
  const reading = readWith({ ...TAGGED, licence: 'Not known' }, aRelease())
  expect(reading).toMatchObject({
    content: { title: 'Falls prevention at home', summary: 'Falls prevention at home', description: '' },
    words: 'Support for older people who live on their own.',
  })
})

test('a notice without an id has its page by the id of its procurement or the buyer’s reference', () => {
  const page = (noticeUrl: string) =>
    contentOf(readWith(anOcdsSource({ settings: { noticeUrl } }), aRelease({ id: null }))).url
  expect(page('https://notices.example/o/{ocid}')).toBe('https://notices.example/o/ocds-test01-falls')
  expect(page('https://notices.example/t/{tender}')).toBe('https://notices.example/t/SG-2026-17')
  // What the template asks for and the notice lacks is looked for in its documents.
  expect(page('https://notices.example/n/{release}')).toMatch(/^https:\/\/notices\.example\/Notice\//)
})

test.for(['cancelled', 'withdrawn'])('a call that says it is %s has ended, whatever its tag', (status) => {
  expect(read(aRelease({ tag: ['tenderUpdate'] }, { status }))).toMatchObject({
    outcome: 'ending',
    ended: 'withdrawn',
  })
})

test('of any other status that a notice gives itself nothing is believed', () => {
  expect(content({ status: 'complete' }).ended).toBeNull()
  expect(read(aRelease({ tag: ['award'] }, { status: 'planned' })).outcome).toBe('ending')
})

test('a deadline that was over when it was published is kept as it is', () => {
  expect(content({ tenderPeriod: { endDate: '2026-05-01T12:00:00+01:00' } }).deadline.rounds).toEqual([
    { opensOn: null, closesOn: '2026-05-01', closesTime: '12:00' },
  ])
})

test('the value is that of the whole contract, before tax, and never an award of one bidder', () => {
  const value = { amount: 2_772_000, amountGross: 3_326_400, currency: 'GBP' }
  expect(content({ value, minValue: { amount: 5, currency: 'GBP' } })).toMatchObject({
    fundTotal: 277_200_000,
    awardMin: null,
    awardMax: null,
  })
  expect(content({ value: { amountGross: 120, currency: 'GBP' } }).fundTotal).toBe(12_000)
  expect(content({ value: { amount: '1,200.50', currency: 'eur' } })).toMatchObject({
    fundTotal: 120_050,
    currency: 'EUR',
  })
  expect(content({ value: { amount: 0, currency: 'GBP' } }).fundTotal).toBeNull()
  expect(content({ value: undefined })).toMatchObject({ fundTotal: null, currency: 'GBP' })
})

test('a lot in another currency than its notice has no value', () => {
  const lots = [
    { id: '1', title: 'North', description: null, value: { amount: 100, currency: 'GBP' } },
    { id: 2, description: null, value: { amount: 100, currency: 'AED' } },
    { value: null },
  ]
  expect(content({ lots }).lots).toEqual([
    { id: '1', title: 'North', value: 10_000 },
    { id: '2', title: null, value: null },
    { id: '3', title: null, value: null },
  ])
})

test('codes are gathered from the notice and its items, each once, without check digits', () => {
  const tender = {
    classification: { scheme: 'CPV', id: '85312000-9' },
    additionalClassifications: [
      { scheme: 'CPV', id: '85312000' },
      { scheme: 'UNSPSC', id: '93141501' },
    ],
    items: [
      {
        classification: { scheme: 'CPV', id: 98000000 },
        additionalClassifications: [{ scheme: 'CPV', id: '85' }],
      },
    ],
  }
  expect(content(tender).cpv).toEqual(['85312000', '98000000'])
})

test.for([
  [{ suitability: { vcse: false } }, [], UNKNOWN],
  [{ suitability: { vcse: true } }, ['suitable'], UNKNOWN],
  [
    { suitability: null, otherRequirements: { reservedParticipation: ['smeVcse'] } },
    ['reserved'],
    stated([...VCSE, 'company']),
  ],
  [
    { suitability: null, lots: [{ id: '1', otherRequirements: { reservedParticipation: ['smeVcse'] } }] },
    ['reserved'],
    stated([...VCSE, 'company']),
  ],
  [
    { suitability: null, otherRequirements: { reservedParticipation: ['shelteredWorkshop'] } },
    ['reserved'],
    UNKNOWN,
  ],
  [{ specialRegime: ['lightTouch'] }, ['suitable', 'light_touch'], UNKNOWN],
] as const)('signs for the voluntary sector in %j', ([tender, signals, types]) => {
  const { vcseSignals, rules } = content(tender)
  expect(vcseSignals).toEqual(signals)
  expect(rules.applicantTypes).toEqual(types)
})

test('a call-off names the list that a supplier must be on', () => {
  const details = 'Call-off from a dynamic purchasing system'
  expect(content({ procurementMethodDetails: details }).rules.supplierList).toEqual(stated(details))
  expect(content({ procurementMethodDetails: 'Other - ' }).rules.supplierList).toEqual(UNKNOWN)
})

test('regions and countries of the UK are stated areas', () => {
  const uk = { countryName: 'United Kingdom' }
  expect(places({ region: 'South West', ...uk })).toEqual(stated(['E12000009']))
  expect(places({ region: 'Yorkshire and the Humber', ...uk })).toEqual(stated(['E12000003']))
  expect(places(uk)).toEqual(stated(['K02000001']))
  expect(places({ region: 'UKK', ...uk }, { region: 'TLL', ...uk })).toEqual(
    stated(['E12000009', 'W92000004']),
  )
  expect(places({ region: 'England', ...uk }, { region: 'London', ...uk }, { region: 'UKC', ...uk })).toEqual(
    stated(['E92000001']),
  )
})

test('a statistical code states its very areas', () => {
  expect(places({ region: 'UKF14' }, { region: 'UKL22' })).toEqual(
    stated(['E06000018', 'W06000014', 'W06000015']),
  )
  expect(places({ region: 'TLK51', countryName: 'United Kingdom' })).toEqual(stated(['E06000023']))
})

test('where only the region of a code is known it is inferred, with the code as the evidence', () => {
  expect(places({ region: 'UKM61' }, { region: 'UKM62' })).toEqual(inferred(['S92000003'], 'UKM61, UKM62'))
})

test('postcodes and other countries say nothing about where the work is', () => {
  expect(places({ postalCode: 'ZZ1 1ZZ' }, { postalCode: 'ZZ1 1ZZ', countryName: 'United Kingdom' })).toEqual(
    UNKNOWN,
  )
  expect(places({ countryName: 'Isle of Man' }, { countryName: 'France' }, { region: 'FR101' })).toEqual(
    UNKNOWN,
  )
  expect(places({ countryName: 'Bermuda' }, { region: 'Wales', countryName: 'United Kingdom' })).toEqual(
    stated(['W92000004']),
  )
})

test('the buyer is named by a register that others know, or not at all', () => {
  const org = (buyer: Json) => content({}, { parties: [aBuyer(buyer)] }).funder.orgId
  expect(org({ identifier: { scheme: 'GB-CFS', id: '12345' }, id: 'GB-CFS-12345' })).toBeNull()
  expect(org({ identifier: { scheme: 'GB-SRS', id: 'x/1' }, id: 'GB-SRS-x/1' })).toBeNull()
  expect(org({ identifier: {}, id: 'GB-COH-01234567' })).toBe('GB-COH-01234567')
  expect(org({ identifier: { scheme: 'GB-COH', id: 'n/a' }, id: 'GB-COH-n/a' })).toBeNull()
  expect(
    org({
      identifier: { scheme: 'GB-PPON', id: 'PABC-1234-DEFG' },
      additionalIdentifiers: [{ scheme: 'GB-CHC', id: '1000001' }],
    }),
  ).toBe('GB-CHC-1000001')
})

test('only a role mailbox of the buyer is kept as the contact', () => {
  const mail = (email: string) => content({}, { parties: [aBuyer({ contactPoint: { email } })] }).contactEmail
  expect(mail('jane.smith@severnside.example')).toBeNull()
  expect(mail('Tenders@severnside.example')).toBe('tenders@severnside.example')
})

test('persons are taken out of every text', () => {
  const read = content({
    title: 'Home care (contact: Jane Smith)',
    description:
      'Please contact Jane Smith on 0117 496 0123 or jane.smith@severnside.example.\r\n\r\n\r\nThe end.',
    lots: [{ id: '1', title: 'Lot of Mr Brown' }],
  })
  expect(read.title).toBe('Home care (contact: [name removed])')
  expect(read.description).toBe(
    'Please contact [name removed] on [telephone removed] or [e-mail removed].\n\nThe end.',
  )
  expect(JSON.stringify(read)).not.toMatch(/Smith|Brown|0123/i)
})

test('bids go to the address that the notice gives for them, else to a link to another site', () => {
  expect(content({ submissionMethodDetails: 'www.portal.example/bid' }).applyUrl).toBe(
    'https://www.portal.example/bid',
  )
  expect(content({ submissionMethodDetails: 'By post' }).applyUrl).toBeNull()
  const documents = [
    { id: '1', url: 'https://notices.example/Notice/Attachment/1', format: 'application/pdf' },
    { id: '2', documentType: 'tenderNotice', url: 'https://mirror.example/view', format: null },
    { id: '3', url: 'https://portal.example/advert?id=1' },
    { id: '4', url: 'not an address' },
  ]
  expect(content({ documents }).applyUrl).toBe('https://portal.example/advert?id=1')
  expect(content({ documents: [{ id: '1', url: 'javascript:alert(1)' }] }).applyUrl).toBeNull()
})

test('a buyer that is itself a charity is a buyer like any other', () => {
  const buyer = aBuyer({ name: 'Rivers Trust', identifier: { scheme: 'GB-CHC', id: '1000002' } })
  expect(content({}, { parties: [buyer], buyer: { id: 'GB-LAE-SGC', name: 'Rivers Trust' } }).funder).toEqual(
    {
      name: 'Rivers Trust',
      orgId: 'GB-CHC-1000002',
    },
  )
})

test.for([
  ['no object', null, null, 'The record is not a notice'],
  ['no ocid', aRelease({ ocid: undefined }), null, 'The notice has no id of its procurement (ocid)'],
  ['no date', aRelease({ date: null }), 'ocds-test01-falls', 'The notice has no date that can be read: none'],
  [
    'an impossible date',
    aRelease({ date: '2026-13-01T00:00:00Z' }),
    'ocds-test01-falls',
    'The notice has no date that can be read: 2026-13-01T00:00:00Z',
  ],
  ['no title', aRelease({}, { title: ' ' }), 'ocds-test01-falls', 'The notice has no title'],
  [
    'no buyer',
    aRelease({ buyer: [], parties: null }),
    'ocds-test01-falls',
    'The notice does not say who buys',
  ],
  [
    'an unreadable deadline',
    aRelease({}, { tenderPeriod: { endDate: '31/12/2026' } }),
    'ocds-test01-falls',
    'The notice has a closing date that cannot be read: 31/12/2026',
  ],
] as const)('a notice with %s is bad, and says why', ([, release, key, reason]) => {
  expect(read(release)).toMatchObject({ outcome: 'bad', key, reason })
})

test('stray shapes cost no notice', () => {
  const tender = {
    description: null,
    lots: [{ id: '1', description: null, value: [] }, null, 'x'],
    items: {},
    suitability: [],
    otherRequirements: null,
    specialRegime: 'lightTouch',
    procurementMethodDetails: 7,
    documents: null,
    classification: [],
    additionalClassifications: [null],
  }
  const reading = read(aRelease({ buyerID: [], awards: null, contracts: {}, planning: [] }, tender))
  expect(contentOf(reading)).toMatchObject({ description: '', summary: 'Falls prevention at home', cpv: [] })
  expect(contentOf(reading).vcseSignals).toEqual(['light_touch'])
})

test.for([
  ['2026-07-10T23:59:59+01:00', '2026-07-10', null],
  ['2026-07-10T23:59:59Z', '2026-07-10', null],
  ['2026-07-10T22:59:59Z', '2026-07-10', null],
  ['2026-07-11T00:00:00+01:00', '2026-07-10', null],
  ['2026-07-10T23:00:00Z', '2026-07-10', null],
  ['2026-01-01T00:00:00Z', '2025-12-31', null],
  ['2026-07-10', '2026-07-10', null],
  ['2026-07-10T12:00:00Z', '2026-07-10', '13:00'],
  ['2026-12-10T12:00:00Z', '2026-12-10', '12:00'],
  ['2026-07-10T12:00:00', '2026-07-10', '12:00'],
  ['2026-07-10T12:00:00.000+0100', '2026-07-10', '12:00'],
  ['2026-07-10T23:59:00+01:00', '2026-07-10', '23:59'],
] as const)('the end %s closes on %s at %s', ([endDate, closesOn, closesTime]) => {
  expect(content({ tenderPeriod: { endDate } }).deadline.rounds).toEqual([
    { opensOn: null, closesOn, closesTime },
  ])
})

test('a Z that means London is read so, in the deadline and the release', () => {
  const reading = readWith(
    LOCAL_Z,
    aRelease({ date: '2026-06-01T09:00:00Z' }, { tenderPeriod: { endDate: '2026-07-10T12:00:00Z' } }),
  )
  expect(reading).toMatchObject({ releasedAt: '2026-06-01T08:00:00.000Z' })
  expect(contentOf(reading).deadline.rounds[0]?.closesTime).toBe('12:00')
})

test('a date years away stands for a call that stays open', () => {
  expect(content({ tenderPeriod: { endDate: '2040-12-31T23:59:59Z' } }).deadline).toEqual({
    kind: 'rolling',
    zone: 'Europe/London',
    rounds: [],
    note: 'The notice gives 31 December 2040 as its closing date',
  })
  expect(content({ tenderPeriod: { endDate: '2031-05-31T12:00:00Z' } }).deadline.kind).toBe('fixed')
})

test('without a date the deadline is unknown, and that of the earliest lot counts before that', () => {
  expect(content({ tenderPeriod: undefined }).deadline).toMatchObject({ kind: 'unknown', rounds: [] })
  expect(content({ tenderPeriod: { endDate: '0001-01-01T00:00:00' } }).deadline.kind).toBe('unknown')
  const lots = [{ tenderPeriod: { endDate: '2026-08-01' } }, { tenderPeriod: { endDate: '2026-07-20' } }, {}]
  expect(content({ tenderPeriod: {}, lots }).deadline.rounds[0]?.closesOn).toBe('2026-07-20')
})

test('without a template the page for people is the notice among the documents', () => {
  const plain = anOcdsSource()
  expect(contentOf(readWith(plain, aRelease())).url).toBe(
    'https://notices.example/Notice/6f2d7a50-0000-4000-8000-000000000001',
  )
  expect(readWith(plain, aRelease({}, { documents: [] }))).toMatchObject({
    outcome: 'bad',
    reason: 'The notice has no page for people',
  })
})
