import { describe, expect, test } from 'vitest'
import { VCSE } from '../../src/domain/applicant-type.ts'
import { inferred, stated, UNKNOWN } from '../../src/domain/fact.ts'
import { nextPageProps } from '../../src/sources/next-data.ts'
import { plainText } from '../../src/sources/rich-text.ts'
import { aGrantPage, aListedGrant, paragraph, richText } from '../fixtures/find-a-grant/grants.ts'
import type { Json } from '../fixtures/ocds/releases.ts'
import { aSource } from '../support/builders.ts'
import { contentOf, hasRecordings, ONE_JUNE, readWith, recording } from '../support/sources.ts'

const entry = aSource({ connector: 'find-a-grant', url: 'https://grants.example/grants' })
const read = (listed: unknown, fields: unknown = null, over = entry) =>
  readWith(over, { item: { listed, fields }, readAt: ONE_JUNE })
const content = (over: Json = {}, page: Json = {}) => {
  const listed = aListedGrant(over)
  return contentOf(read(listed, aGrantPage(listed, page)))
}

test('a grant is read whole from its entry and its page', () => {
  const listed = aListedGrant()
  expect(read(listed, aGrantPage())).toMatchObject({
    outcome: 'opportunity',
    key: 'InventedEntry1',
    releasedAt: ONE_JUNE,
  })
  expect(content()).toMatchObject({
    title: 'Places to meet',
    summary: 'Invented: money for rooms in which neighbours meet.',
    description:
      'Rooms, kitchens and ramps.\n\nEligibility\n\nYou can apply if you are:\n\n' +
      '- a charity\n- a community interest company\n\nDates\n\nKey dates\n\nBids close in September.',
    kind: 'grant',
    funder: { name: 'Department for Examples', orgId: null },
    url: 'https://grants.example/grants/places-to-meet-1',
    applyUrl: 'https://www.example.gov.uk/places-to-meet',
    awardMin: 100_000,
    awardMax: 2_000_000,
    fundTotal: 500_000_000,
    currency: 'GBP',
    deadline: {
      kind: 'fixed',
      rounds: [{ opensOn: '2026-05-01', closesOn: '2026-09-14', closesTime: '12:00' }],
    },
    rules: { applicantTypes: stated(VCSE), areas: stated(['E12000009']) },
  })
})

test('a grant whose page could not be had is read from the list', () => {
  expect(contentOf(read(aListedGrant()))).toMatchObject({ applyUrl: null, awardMax: 2_000_000 })
})

test('where the licence allows no copy, only facts and the link are kept', () => {
  const closed = { ...entry, licence: 'All rights reserved' }
  const { summary, description, awardMax } = contentOf(read(aListedGrant(), aGrantPage(), closed))
  expect([summary, description]).toEqual(['Places to meet', 'Places to meet'])
  expect(awardMax).toBe(2_000_000)
  // They may be read for facts all the same.
  expect(read(aListedGrant(), aGrantPage(), closed)).toMatchObject({
    words: expect.stringContaining('You can apply if you are:'),
  })
})

test('persons are left out of every text, and mailboxes of a team stay', () => {
  const words = 'Ask jane.smith@example.gov.uk or grants@example.gov.uk'
  const { description } = content({}, { grantSummaryTab: richText(paragraph(words)) })
  expect(description).toContain('Ask [e-mail removed] or grants@example.gov.uk')
})

test.for([
  ['1 as no minimum', { grantMinimumAward: 1 }, { awardMin: null }],
  ['amounts as texts', { grantMaximumAward: '20,000' }, { awardMax: 2_000_000 }],
  [
    'amounts that are none',
    { grantMaximumAward: 'tbc', grantTotalAwardAmount: null },
    { awardMax: null, fundTotal: null },
  ],
  ['an amount below nothing', { grantMaximumAward: -5 }, { awardMax: null }],
  ['an amount beyond counting', { grantTotalAwardAmount: 1e300 }, { fundTotal: null }],
] as const)('%s', ([, over, expected]) => {
  expect(content(over)).toMatchObject(expected)
})

describe('closing dates', () => {
  const deadline = (close: unknown, open: unknown = null) =>
    content({ grantApplicationCloseDate: close, grantApplicationOpenDate: open }).deadline

  test.for([
    ['a summer time', '2026-09-14T12:00', '2026-09-14', '12:00'],
    ['a winter time', '2026-12-01T23:59', '2026-12-01', '23:59'],
    ['midnight, which belongs to the day before', '2026-11-01T00:00', '2026-10-31', null],
    ['a day alone', '2026-11-14', '2026-11-14', null],
    ['seconds and an offset', '2026-07-21T14:13:26+00:00', '2026-07-21', '15:13'],
    ['the hour that spring skips', '2027-03-28T01:30', '2027-03-28', '01:30'],
    ['the hour that autumn repeats', '2026-10-25T01:30', '2026-10-25', '01:30'],
  ] as const)('%s', ([, close, closesOn, closesTime]) => {
    expect(deadline(close).rounds).toEqual([{ opensOn: null, closesOn, closesTime }])
  })

  test('one in the far future means that it is open all year, since its opening', () => {
    expect(deadline('2040-10-24T23:59', '2023-08-24T00:01')).toMatchObject({
      kind: 'rolling',
      rounds: [{ opensOn: '2023-08-24', closesOn: null, closesTime: null }],
      note: 'The list gives 24 October 2040 as its closing date',
    })
  })

  test('one within five years of now is kept, however long ago it opened', () => {
    expect(deadline('2027-01-31T12:00', '2018-01-01T00:01')).toMatchObject({ kind: 'fixed' })
  })

  test('one that is missing is not known', () => {
    expect(deadline(null)).toMatchObject({ kind: 'unknown', rounds: [] })
  })

  test.for(['soon', '2026-02-30T12:00', '2026-09-14T25:00'])('%s cannot be read, which is said', (close) => {
    const listed = aListedGrant({ grantApplicationCloseDate: close })
    expect(read(listed)).toMatchObject({
      outcome: 'bad',
      key: 'InventedEntry1',
      reason: `The grant has a closing date that cannot be read: ${close}`,
    })
  })
})

test.for([
  [['Non-profit', 'Local authority'], stated([...VCSE, 'local_authority'])],
  [['Personal / Individual'], stated(['individual'])],
  [['Private Sector'], stated(['company'])],
  [['Non-profit', 'Cooperatives of ghosts'], inferred(VCSE, 'Non-profit, Cooperatives of ghosts')],
  [['Cooperatives of ghosts'], UNKNOWN],
  [[], UNKNOWN],
  [null, UNKNOWN],
] as const)('applicants %j', ([words, fact]) => {
  expect(content({ grantApplicantType: words }).rules.applicantTypes).toEqual(fact)
})

test.for([
  [['National'], stated(['K02000001'])],
  [['Wales', 'Scotland'], stated(['W92000004', 'S92000003'])],
  [['South West England', 'London'], stated(['E12000009', 'E12000007'])],
  [['England', 'North East (England)'], stated(['E92000001'])],
  [['Midlands'], stated(['E12000004', 'E12000005'])],
  [['England', 'London'], stated(['E92000001'])],
  [['England', 'Virtual/Online'], UNKNOWN],
  [['Atlantis'], UNKNOWN],
  [undefined, UNKNOWN],
] as const)('places %j', ([words, fact]) => {
  expect(content({ grantLocation: words }).rules.areas).toEqual(fact)
})

test.for([
  ['no record', null, 'The record is not an entry of the list'],
  ['no entry', { item: 7 }, 'The record is not an entry of the list'],
  ['no id', { item: { listed: aListedGrant({ id: undefined }) } }, 'The grant has no id'],
  ['no name', { item: { listed: aListedGrant({ grantName: ' ' }) } }, 'The grant has no name'],
  [
    'no funder',
    { item: { listed: aListedGrant({ grantFunder: 3 }) } },
    'The grant does not say who gives it',
  ],
  ['no page', { item: { listed: aListedGrant({ label: null }) } }, 'The grant has no page for people'],
])('a record with %s is bad, and says why', ([, record, reason]) => {
  expect(readWith(entry, record)).toMatchObject({ outcome: 'bad', reason })
})

test('an embedded thing, an unknown node and a deep one cost no text around them', () => {
  const deep = Array.from({ length: 60 }).reduce<Json>(
    (inner) => ({ nodeType: 'quote', content: [inner] }),
    paragraph('deep'),
  )
  const document = richText(
    paragraph('before'),
    { nodeType: 'embedded-asset-block', data: {} },
    { nodeType: 7 },
    deep,
    paragraph('after'),
  )
  expect(plainText(document)).toBe('before\n\nafter')
  expect(plainText('none')).toBe('')
})

test.for([
  ['<html>no data</html>', 'a page without its data'],
  ['<script id="__NEXT_DATA__" type="application/json">{"props"', 'half a page'],
  ['<script id="__NEXT_DATA__">{"props": oops}</script>', 'damaged data'],
] as const)('the page %s has no data that can be used', ([html, message]) => {
  expect(() => nextPageProps(html, 'Grants')).toThrow(message)
})

test.runIf(hasRecordings)('the constructed list of the reading material is read: four grants', () => {
  const html = recording('govuk-find-a-grant/constructed/grants-page-1.html')
  const { searchResult } = nextPageProps(html, 'Grants') as { searchResult: unknown[] }
  const readings = searchResult.map((listed) => contentOf(read(listed)))
  expect(readings.map(({ deadline }) => deadline.kind)).toEqual(['fixed', 'fixed', 'rolling', 'fixed'])
  expect(readings.map(({ awardMin }) => awardMin)).toEqual([100_000, 5_000_000, null, 500_000])
  expect(readings[3]?.deadline.rounds[0]).toMatchObject({ closesOn: '2026-10-31', closesTime: null })
})
