import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { openSource } from '../../../src/sources/index.ts'
import { parseRegistry } from '../../../src/sources/registry.ts'
import type { PoliteGet } from '../../../src/sources/source.ts'
import { SourceRefused } from '../../../src/sources/source-refused.ts'
import { hasRecordings, ONE_JUNE, pagesOf, recording } from '../../support/sources.ts'

/** The text with a change that must be one, so that a payload in another form is noticed. */
function changed(text: string, change: ((text: string) => string) | undefined): string {
  const after = change?.(text) ?? text
  if (change !== undefined && after === text)
    throw new Error('The payload has nothing of what is to be changed')
  return after
}

const REGISTRY = parseRegistry(readFileSync('data/sources.json', 'utf8'), 'data/sources.json')
const OURS = ['ukri', 'national-lottery-community-fund', 'quartet']

function entryOf(id: string, licence = 'OGL-UK-3.0') {
  const entry = REGISTRY.sources.find((it) => it.id === id)
  if (!entry) throw new Error(`The registry has no ${id}`)
  return { ...entry, licence }
}

/** What is made of a site that has these pages. */
async function readingsOf(entry: ReturnType<typeof entryOf>, pages: Readonly<Record<string, string>>) {
  const get: PoliteGet = async (url) => {
    const page = pages[url]
    if (page === undefined) throw new SourceRefused(404, `${url} is not there`)
    return page
  }
  const reader = openSource(entry)
  const read = await pagesOf(reader, get)
  return read.flatMap(({ records }) => records.map(({ value }) => reader.read(value)))
}

test.for(OURS)('%s has settings that can be used, is off, and says that nobody has read it live', (id) => {
  const entry = REGISTRY.sources.find((it) => it.id === id)
  expect(entry).toMatchObject({ enabled: false, verified: false, licence: 'Not known' })
  expect(() => openSource(entryOf(id))).not.toThrow()
})

const FEED = 'https://www.ukri.org/opportunity/feed/'
const CALL = 'https://www.ukri.org/opportunity/example-community-research-fund/'
const ROLLING = 'https://www.ukri.org/opportunity/example-rolling-scheme/'

describe.runIf(hasRecordings)('UKRI as constructed', () => {
  /** The page of one call, which nobody has recorded: the card of the listing under a heading. */
  const page = (change?: (text: string) => string) => {
    const listing = changed(recording('ukri/constructed/listing-page.html'), change)
    const [, first = '', second = ''] = listing.split('<div class="post-')
    const around = (card: string, title: string) =>
      `<html><body><h1>${title}</h1><div class="post-${card}</body></html>`
    return {
      [FEED]: recording('ukri/constructed/opportunity-feed.xml'),
      [CALL]: around(first, 'Example community research fund'),
      [ROLLING]: around(second, 'Example rolling scheme'),
    }
  }
  const contentsOf = async (change?: (text: string) => string) =>
    (await readingsOf(entryOf('ukri'), page(change))).map((it) =>
      it.outcome === 'opportunity' ? it.content : it,
    )

  test('is found by its feed and read from its pages', async () => {
    expect(await contentsOf()).toMatchObject([
      {
        title: 'Example community research fund',
        url: CALL,
        summary: 'CONSTRUCTED summary of the opportunity.',
        funder: { name: 'Economic and Social Research Council (ESRC)', orgId: null },
        fundTotal: 500_000_000,
        awardMin: null,
        awardMax: 25_000_000,
        deadline: {
          kind: 'fixed',
          rounds: [{ opensOn: '2026-09-08', closesOn: '2026-11-19', closesTime: '16:00' }],
        },
        ended: null,
        forecast: false,
      },
      {
        title: 'Example rolling scheme',
        deadline: { kind: 'rolling', rounds: [] },
        funder: { name: 'Innovate UK' },
      },
    ])
  })

  test.for([
    [
      'a missing deadline',
      (text: string) => text.replace(/<div><dt>Closing date: <\/dt>.*<\/div>/g, ''),
      { deadline: { kind: 'unknown', note: null } },
    ],
    [
      'a deadline that only the attribute has',
      (text: string) => text.replace('19 November 2026 4:00pm UK time', 'soon'),
      { deadline: { kind: 'fixed', rounds: [{ closesOn: '2026-11-19', closesTime: '16:00' }] } },
    ],
    [
      'a deadline in words that we do not know',
      (text: string) => text.replace(/<time datetime="2026-11-19[^<]*<\/time>/, 'Late autumn'),
      { deadline: { kind: 'unknown', note: 'Late autumn' } },
    ],
    [
      'a renamed label',
      (text: string) => text.replace('Maximum award', 'Top award'),
      { awardMax: null, fundTotal: 500_000_000 },
    ],
    [
      'other facts before it',
      (text: string) =>
        text.replace(/(<div><dt>Opportunity status.*<\/div>)\s*(<div><dt>Funders.*<\/div>)/, '$2$1'),
      { funder: { name: 'Economic and Social Research Council (ESRC)' } },
    ],
    [
      'an unknown status',
      (text: string) => text.replace('>Open<', '>Paused for review<'),
      { ended: null, forecast: false },
    ],
    ['a status to come', (text: string) => text.replace('>Open<', '>Upcoming<'), { forecast: true }],
    [
      'a status that it has closed',
      (text: string) => text.replace('>Open<', '>Closed<'),
      { ended: 'closed_early' },
    ],
    [
      'a sum in words',
      (text: string) => text.replace('£5,000,000', '£5 million'),
      { fundTotal: 500_000_000 },
    ],
    [
      'a sum that is not sure',
      (text: string) => text.replace('£250,000', '£250,000 a year'),
      { awardMax: null },
    ],
    [
      'no funder',
      (text: string) => text.replace(/<div><dt>Funders: .*<\/div>/, ''),
      { funder: { name: 'UK Research and Innovation' } },
    ],
    [
      'no zone',
      (text: string) => text.replace('4:00pm UK time', '4:00pm'),
      { deadline: { rounds: [{ closesTime: '16:00' }] } },
    ],
  ] as const)('with %s says what is left, and no more', async ([, change, expected]) => {
    expect((await contentsOf(change))[0]).toMatchObject(expected)
  })

  test('keeps facts and the link alone while its licence is not known', async () => {
    const [first] = await readingsOf(entryOf('ukri', 'Not known'), page())
    expect(first).toMatchObject({
      content: {
        summary: 'Example community research fund',
        description: 'Example community research fund',
        fundTotal: 500_000_000,
        url: CALL,
      },
    })
  })

  test('can be read from the cards of its listing too, with settings alone', async () => {
    const entry = entryOf('ukri')
    const url = 'https://www.ukri.org/opportunity/'
    const settings = {
      ...entry.settings,
      discovery: 'listing',
      listing: { card: 'div.opportunity', links: 'a.ukri-funding-opp__link', next: 'a.next' },
      cardsOnly: true,
      fields: { ...(entry.settings['fields'] as object), title: 'h3' },
    }
    const readings = await readingsOf(
      { ...entry, url, settings },
      {
        [url]: recording('ukri/constructed/listing-page.html'),
        [`${url}page/2/`]: '<html><body></body></html>',
      },
    )
    expect(readings).toMatchObject([
      { key: CALL, releasedAt: ONE_JUNE, content: { awardMax: 25_000_000 } },
      { key: ROLLING, content: { deadline: { kind: 'rolling' } } },
    ])
  })
})

const PROGRAMMES = 'https://www.tnlcommunityfund.org.uk/funding/funding-programmes'

describe.runIf(hasRecordings)('the National Lottery Community Fund as constructed', () => {
  /** The page of a programme, which nobody has recorded: its name, and what else is given. */
  const aProgramme = (title: string, more = '') =>
    `<html><body><main><h1>${title}</h1>${more}</main></body></html>`
  const contentsOf = async (change?: (text: string) => string, more?: string) => {
    const page = changed(recording('nlcf/constructed/funding-programmes.html'), change)
    const readings = await readingsOf(entryOf('national-lottery-community-fund'), {
      [PROGRAMMES]: page,
      [`${PROGRAMMES}/national-lottery-awards-for-all-england`]: aProgramme(
        'National Lottery Awards for All England',
        more,
      ),
      [`${PROGRAMMES}/example-closed-programme`]: aProgramme('Example closed programme'),
    })
    return readings.map((it) => (it.outcome === 'opportunity' ? it.content : it))
  }

  test('is read from its cards and pages: what both say, the page says', async () => {
    const more = '<p>Grants pay for small projects.</p><dl><dt>Amount</dt><dd>£500 to £10,000</dd></dl>'
    expect((await contentsOf(undefined, more))[0]).toMatchObject({
      title: 'National Lottery Awards for All England',
      summary: 'CONSTRUCTED description.',
      description: expect.stringContaining('Grants pay for small projects.'),
      awardMin: 50_000,
      awardMax: 1_000_000,
      rules: { areas: { basis: 'stated', value: ['E92000001'] } },
    })
  })

  test('is read from its cards where the pages say no more', async () => {
    expect(await contentsOf()).toMatchObject([
      {
        title: 'National Lottery Awards for All England',
        url: `${PROGRAMMES}/national-lottery-awards-for-all-england`,
        summary: 'CONSTRUCTED description.',
        awardMin: 30_000,
        awardMax: 2_000_000,
        deadline: { kind: 'unknown' },
        ended: null,
        rules: { areas: { basis: 'stated', value: ['E92000001'] } },
      },
      {
        title: 'Example closed programme',
        awardMin: 2_000_100,
        ended: 'closed_early',
        rules: { areas: { basis: 'stated', value: ['K02000001'] } },
      },
    ])
  })

  test.for([
    [
      'no amount',
      (text: string) => text.replace('Amount: £300 to £20,000', ''),
      { awardMin: null, awardMax: null },
    ],
    [
      'an amount of another form',
      (text: string) => text.replace('£300 to £20,000', 'Up to £20k'),
      { awardMin: null, awardMax: 2_000_000 },
    ],
    [
      'an amount that is not sure',
      (text: string) => text.replace('£300 to £20,000', 'varies'),
      { awardMin: null, awardMax: null },
    ],
    [
      'its facts in another order',
      (text: string) => text.replace(/(Project location: England)\s*(Amount: £300 to £20,000)/, '$2\n$1'),
      { awardMax: 2_000_000, rules: { areas: { value: ['E92000001'] } } },
    ],
    [
      'several places',
      (text: string) => text.replace('Project location: England', 'Project location: England; Scotland'),
      { rules: { areas: { value: ['E92000001', 'S92000003'] } } },
    ],
    [
      'a place that we do not know',
      (text: string) => text.replace('Project location: England', 'Project location: Narnia'),
      { rules: { areas: { basis: 'unknown' } } },
    ],
    [
      'one known place of two',
      (text: string) => text.replace('Project location: England', 'Project location: England, Narnia'),
      { rules: { areas: { basis: 'unknown' } } },
    ],
    [
      'an unknown status',
      (text: string) => text.replace('Programme status: Open', 'Programme status: Ask us'),
      { ended: null, forecast: false },
    ],
  ] as const)('with %s says what is left, and no more', async ([, change, expected]) => {
    expect((await contentsOf(change))[0]).toMatchObject(expected)
  })

  test('of another shape is an error, not a list of nothing', async () => {
    await expect(contentsOf((text) => text.replaceAll('card mb-4', 'tile'))).rejects.toThrow(
      'lists no page that counts',
    )
  })

  test('with two cards of one programme reads the first', async () => {
    expect(await contentsOf((text) => text + text.replaceAll('£300', '£999'))).toMatchObject([
      { awardMin: 30_000 },
      { awardMin: 2_000_100 },
    ])
  })
})

test.skipIf(hasRecordings)('the constructed pages are not here, so they were not read', () => {})
