import { expect, test } from 'vitest'
import type { Instant } from '../../src/base/date.ts'
import { openSource } from '../../src/sources/index.ts'
import type { PoliteGet } from '../../src/sources/source.ts'
import { aPackage, aRelease } from '../fixtures/ocds/releases.ts'
import { startReplayServer } from '../support/replay-server.ts'
import { anOcdsSource, ONE_JUNE, pagesOf, quickGet } from '../support/sources.ts'

/** Two windows of a day each. */
const TWO_DAYS = { windowHours: 24, lookbackDays: 2, overlapMinutes: 0, paceMs: 0 }
/** The whole of a first harvest in one window. */
const ONE_WINDOW = { windowHours: 48, lookbackDays: 1, paceMs: 0 }

const readerAt = (origin: string, settings: Record<string, unknown> = ONE_WINDOW) =>
  openSource(anOcdsSource({ url: `${origin}/api/search`, settings }))

/** Gives every address the same answer, and remembers the addresses. */
function recordingGet(answer: (url: string) => string = () => aPackage([])) {
  const urls: string[] = []
  const get: PoliteGet = async (url) => {
    urls.push(url)
    return answer(url)
  }
  return { get, urls }
}
const queries = (urls: readonly string[]) => urls.map((url) => url.slice(url.indexOf('?')))
const isSourceUnavailable = (message: RegExp) =>
  expect.objectContaining({ code: 'source_unavailable', message: expect.stringMatching(message) })

test('a first harvest reads the days before now, the oldest window first', async () => {
  const { get, urls } = recordingGet()
  const pages = await pagesOf(readerAt('https://notices.example', TWO_DAYS), get)
  expect(queries(urls)).toEqual([
    '?publishedFrom=2026-05-30T12:00:00Z&publishedTo=2026-05-31T12:00:00Z&limit=100',
    '?publishedFrom=2026-05-31T12:00:00Z&publishedTo=2026-06-01T12:00:00Z&limit=100',
  ])
  expect(pages.map(({ last }) => last)).toEqual([false, true])
})

test('the next harvest begins a little before the end of the last one', async () => {
  const { get, urls } = recordingGet()
  const reader = readerAt('https://notices.example', { ...ONE_WINDOW, overlapMinutes: 30 })
  const [page] = await pagesOf(reader, get)
  await pagesOf(reader, get, { from: page?.resume, now: '2026-06-01T18:00:00.500Z' as Instant })
  expect(queries(urls)[1]).toBe(
    '?publishedFrom=2026-06-01T11:30:00Z&publishedTo=2026-06-01T18:00:00Z&limit=100',
  )
})

test('times go out as London clocks show them where the source wants that, and its own parameters', async () => {
  const { get, urls } = recordingGet()
  const settings = {
    ...ONE_WINDOW,
    fromParam: 'updatedFrom',
    toParam: 'updatedTo',
    timeFormat: 'london',
    stages: ['planning', 'tender'],
    limit: 50,
  }
  await pagesOf(readerAt('https://notices.example', settings), get)
  expect(queries(urls)).toEqual([
    '?stages=planning,tender&updatedFrom=2026-05-31T13:00:00&updatedTo=2026-06-01T13:00:00&limit=50',
  ])
})

test('in the hour that autumn repeats, the start stays before the end', async () => {
  const { get, urls } = recordingGet()
  const settings = { ...ONE_WINDOW, timeFormat: 'london', overlapMinutes: 0 }
  const from = { from: '2026-10-25T00:45:00.000Z', to: null, next: null, page: 0 }
  await pagesOf(readerAt('https://notices.example', settings), get, {
    from,
    now: '2026-10-25T01:15:00.000Z' as Instant,
  })
  expect(queries(urls)).toEqual([
    '?publishedFrom=2026-10-25T00:45:00&publishedTo=2026-10-25T01:15:00&limit=100',
  ])
})

test('the next page is followed as it is given, past empty pages, until links are absent', async () => {
  const next = 'https://notices.example/api/search?cursor=b2+/=&publishedTo=2026-06-01T12:00:00+01:00'
  const answers = [
    aPackage([aRelease()], next),
    aPackage([], `${next}&page=3`),
    aPackage(undefined, `${next}&page=4`),
    aPackage([aRelease(), aRelease()]),
  ]
  const { get, urls } = recordingGet(() => answers.shift() ?? '')
  const pages = await pagesOf(readerAt('https://notices.example'), get)
  expect(urls.slice(1)).toEqual([next, `${next}&page=3`, `${next}&page=4`])
  expect(pages.map(({ records }) => records.length)).toEqual([1, 0, 0, 2])
  expect(pages.map(({ last }) => last)).toEqual([false, false, false, true])
})

test.for([{ links: null }, { links: {} }, { links: [] }, { links: { next: null } }, { links: { next: '' } }])(
  'a page with %j is the last of its window',
  async (links) => {
    const { get, urls } = recordingGet(() => JSON.stringify({ releases: [], ...links }))
    await pagesOf(readerAt('https://notices.example'), get)
    expect(urls).toHaveLength(1)
  },
)

test('a harvest that was killed after any page goes on at the next one', async () => {
  const next = (page: number) => `https://notices.example/api/search?cursor=${page}`
  const answer = (url: string) => {
    const page = Number(/cursor=(\d)/.exec(url)?.[1] ?? 1)
    const nextPage = page === 3 ? null : next(page + 1)
    return aPackage([aRelease({ id: url })], nextPage)
  }
  const whole = recordingGet(answer)
  await pagesOf(readerAt('https://notices.example', TWO_DAYS), whole.get)

  const pieces = recordingGet(answer)
  let from: unknown = null
  for (let page = 0; page < whole.urls.length; page++) {
    const reader = readerAt('https://notices.example', TWO_DAYS)
    const [read] = await pagesOf(reader, pieces.get, { from: JSON.parse(JSON.stringify(from)), most: 1 })
    from = read?.resume
    if (page === whole.urls.length - 1) expect(read?.last).toBe(true)
  }
  expect(whole.urls).toHaveLength(6)
  expect(pieces.urls).toEqual(whole.urls)
})

test('a page that the source no longer knows sends the harvest back to the start of its window', async () => {
  await using server = await startReplayServer([
    { match: 'cursor=old', status: 400, body: '{"exception": "The cursor is not valid"}' },
    { body: aPackage([aRelease()]) },
  ])
  const from = {
    from: '2026-05-31T12:00:00.000Z',
    to: ONE_JUNE,
    next: `${server.origin}/api/search?cursor=old`,
    page: 7,
  }
  const pages = await pagesOf(readerAt(server.origin), quickGet(), { from })
  expect(pages).toMatchObject([{ last: true, resume: { from: ONE_JUNE, to: null, next: null, page: 0 } }])
  expect(server.requests[1]?.url).toContain(
    'publishedFrom=2026-05-31T12:00:00Z&publishedTo=2026-06-01T12:00:00Z',
  )
})

test('a state that cannot be read counts as a first harvest', async () => {
  const { get, urls } = recordingGet()
  await pagesOf(readerAt('https://notices.example'), get, { from: { cursor: 'of an older version' } })
  expect(queries(urls)[0]).toContain('publishedFrom=2026-05-31T12:00:00Z')
})

test('a source that sends the same page for ever is stopped, and what it brought counts', async () => {
  const { get, urls } = recordingGet((url) => aPackage([aRelease()], url))
  const reader = readerAt('https://notices.example')
  const brought: unknown[] = []
  const harvest = async () => {
    for await (const page of reader.pages(get, null, ONE_JUNE)) brought.push(page)
  }
  await expect(harvest()).rejects.toEqual(
    isSourceUnavailable(/^Example Notices sends the same page again and again$/),
  )
  expect(urls).toHaveLength(1)
  expect(brought).toMatchObject([
    {
      records: [{}],
      last: false,
      resume: { from: '2026-05-31T12:00:00.000Z', to: ONE_JUNE, next: null, page: 0 },
    },
  ])
})

test('a source whose pages go on with ever new addresses is stopped too', async () => {
  let page = 0
  const { get, urls } = recordingGet(() =>
    aPackage([], `https://notices.example/api/search?cursor=${++page}`),
  )
  const harvest = pagesOf(readerAt('https://notices.example', { ...ONE_WINDOW, maxPages: 5 }), get)
  await expect(harvest).rejects.toEqual(isSourceUnavailable(/again and again/))
  expect(urls).toHaveLength(5)
})

test.for(['https://elsewhere.example/api', 'http://notices.example/api', 'ftp:x', '?page=2', 'javascript:1'])(
  'a next page at %s is not followed',
  async (next) => {
    const { get, urls } = recordingGet(() => aPackage([aRelease()], next))
    const harvest = pagesOf(readerAt('https://notices.example'), get)
    await expect(harvest).rejects.toEqual(isSourceUnavailable(/next page is on another site/))
    expect(urls).toHaveLength(1)
  },
)

test.for([
  ['{"releases": [{"ocid"', /sent half a page/],
  ['<html>Sorry</html>', /not JSON/],
  ['[]', /not a list of notices/],
  ['{"error": "maintenance"}', /not a list of notices/],
] as const)('the answer %s fails the page and moves nothing on', async ([body, message]) => {
  const { get } = recordingGet(() => body)
  await expect(pagesOf(readerAt('https://notices.example'), get)).rejects.toEqual(
    isSourceUnavailable(message),
  )
})

test('a broken number costs one notice of a page', async () => {
  const { get } = recordingGet(() =>
    aPackage([aRelease({ ocid: 'bad-one', limit: 424242 }), aRelease()]).replace('424242', ' 000'),
  )
  const reader = readerAt('https://notices.example')
  const [page] = await pagesOf(reader, get)
  const readings = page?.records.map(({ value }) => reader.read(value))
  expect(readings).toMatchObject([
    { outcome: 'bad', key: 'bad-one', reason: 'The notice has a number that JSON does not allow: 000' },
    { outcome: 'opportunity' },
  ])
})

test('the kept text of a record has no person in it, and can be read again', async () => {
  const { get } = recordingGet(() => aPackage([aRelease({}, { description: 'Contact: Jane Smith' })]))
  const reader = readerAt('https://notices.example')
  const [page] = await pagesOf(reader, get)
  const text = page?.records[0]?.text ?? ''
  expect(text).not.toMatch(/Smith|0117/)
  expect(reader.read(JSON.parse(text))).toMatchObject({ outcome: 'opportunity', key: 'ocds-test01-falls' })
})

test('the source is asked at its own pace, and its throttle stops the harvest after the pages it gave', async () => {
  await using server = await startReplayServer([
    { match: 'cursor=2', status: 403, body: '<p>Request forbidden</p>' },
    { body: aPackage([aRelease()], '{origin}/api/search?cursor=2') },
  ])
  const reader = readerAt(server.origin, { ...ONE_WINDOW, throttle: [{ status: 403, waitMs: 300_000 }] })
  const pages: unknown[] = []
  const harvest = async () => {
    for await (const page of reader.pages(quickGet(), null, ONE_JUNE)) pages.push(page)
  }
  await expect(harvest()).rejects.toMatchObject({ name: 'SourceBusy', retryAt: '2026-06-01T12:05:00.000Z' })
  expect(pages).toMatchObject([{ resume: { next: `${server.origin}/api/search?cursor=2`, page: 1 } }])
})

test.for([
  [{ limit: 0 }, /settings\.limit/],
  [{ stages: ['tenders'] }, /settings\.stages.*tender/],
  [{ timeFormat: 'GMT' }, /settings\.timeFormat.*"utc"\|"london"/],
  [{ colour: 'red' }, /colour/],
  [{ noticeUrl: 'https://notices.example/' }, /settings\.noticeUrl: must be an address with \{release\}/],
  [{ windowHours: 1, overlapMinutes: 60 }, /settings\.overlapMinutes: must be less than windowHours/],
] as const)('the settings %j are refused by name', ([settings, message]) => {
  expect(() => openSource(anOcdsSource({ settings }))).toThrow(
    expect.objectContaining({ code: 'invalid', message: expect.stringMatching(message) }),
  )
})

test('an address that is not of the web is refused', () => {
  expect(() => openSource(anOcdsSource({ url: 'file:notices.json' }))).toThrow('must begin with https://')
})
