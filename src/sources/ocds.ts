import type { Instant } from '../base/date.ts'
import { AppError } from '../base/errors.ts'
import { withoutContacts } from '../base/personal-data.ts'
import type { SourceEntry } from '../domain/source.ts'
import { parseLenientJson } from './lenient-json.ts'
import { readRelease } from './ocds-read.ts'
import { PACKAGE_PARTS, RELEASE_FIELDS, ReleasePackage } from './ocds-schema.ts'
import { type OcdsSettings, ocdsSettings } from './ocds-settings.ts'
import {
  addressOf,
  firstWindow,
  isLastWindow,
  type OcdsState,
  type Window,
  windowFrom,
} from './ocds-window.ts'
import { webUrl } from './settings.ts'
import type { Connector, Page, PoliteGet, RawRecord } from './source.ts'
import { SourceRefused } from './source-refused.ts'

/** Any API of the Open Contracting Data Standard that answers with pages of releases. */
export const ocds: Connector = {
  name: 'ocds',
  open(entry) {
    webUrl(entry)
    const settings = ocdsSettings(entry)
    return {
      pages: (get, from, now) => readWindows(entry, settings, get, from, now),
      read: (record) => readRelease(record, settings, entry.licence),
      basis: (record) => `${entry.licence} ${JSON.stringify(record)}`,
      fields: RELEASE_FIELDS,
      sent: (record) => record,
    }
  },
}

/** Reads window after window, the oldest first, up to `now`. */
async function* readWindows(
  entry: SourceEntry,
  settings: OcdsSettings,
  get: PoliteGet,
  from: unknown,
  now: Instant,
): AsyncIterable<Page> {
  let window = firstWindow(from, now, settings)
  for (;;) {
    yield* readWindow(entry, settings, get, window, now)
    if (isLastWindow(window, now)) return
    window = windowFrom(window.to, now, settings)
  }
}

/** Follows `links.next` as it comes until it is absent. */
async function* readWindow(
  entry: SourceEntry,
  settings: OcdsSettings,
  get: PoliteGet,
  window: Window,
  now: Instant,
): AsyncIterable<Page> {
  const seen = new Set<string>()
  let { next, page } = window
  let kept = next
  for (;;) {
    const address = next ?? addressOf(entry.url, window, settings)
    seen.add(address)
    const fetched = await fetchPage(entry, settings, get, { ...window, next: kept }, address)
    const { records } = fetched
    if (fetched.restarted) {
      // Its pages come again, so those seen before the restart say nothing of a circle.
      seen.clear()
      // Refused once more, it is no longer an old page but a fault.
      kept = null
      page = 0
    }
    page += 1
    next = fetched.next
    if (next === null) {
      const state: OcdsState = { from: window.to, to: null, next: null, page: 0 }
      yield { records, resume: state, last: isLastWindow(window, now) }
      return
    }
    const fault = faultOfNext(entry.url, next, seen, page >= settings.maxPages)
    if (fault !== null) {
      // What this page brought counts; the next harvest begins the window again.
      yield { records, resume: { from: window.from, to: window.to, next: null, page: 0 }, last: false }
      throw new AppError('source_unavailable', `${entry.name} ${fault}`)
    }
    const state: OcdsState = { from: window.from, to: window.to, next, page }
    yield { records, resume: state, last: false }
  }
}

/** Why a next page must not be followed; null when it may. */
function faultOfNext(
  url: string,
  next: string,
  seen: ReadonlySet<string>,
  isLongest: boolean,
): string | null {
  if (!URL.canParse(next) || new URL(next).origin !== new URL(url).origin) {
    return `says that its next page is on another site: ${next}`
  }
  return seen.has(next) || isLongest ? 'sends the same page again and again' : null
}

interface Fetched {
  readonly records: readonly RawRecord[]
  readonly next: string | null
  /** Whether this is the first page of the window instead of the one that was asked for. */
  readonly restarted: boolean
}

/** A page kept from an earlier harvest may no longer be known there: then its window begins again. */
async function fetchPage(
  entry: SourceEntry,
  settings: OcdsSettings,
  get: PoliteGet,
  window: Window,
  address: string,
): Promise<Fetched> {
  try {
    return { ...readPage(await get(address, settings), entry, settings), restarted: false }
  } catch (error) {
    if (!(error instanceof SourceRefused) || address !== window.next) throw error
    const first = addressOf(entry.url, window, settings)
    return { ...readPage(await get(first, settings), entry, settings), restarted: true }
  }
}

function readPage(
  text: string,
  { name }: SourceEntry,
  { mayLackReleases }: OcdsSettings,
): Omit<Fetched, 'restarted'> {
  const json = parseLenientJson(text, name)
  if (!isPackage(json, mayLackReleases)) {
    throw new AppError('source_unavailable', `${name} sent a page that is not a list of notices`)
  }
  const { releases, links } = ReleasePackage.parse(json)
  return { records: releases.map(rawRecord), next: links.next }
}

/** What else the standard knows in a package: a page with anything more and no list is a message about a fault. */
const HEAD_PARTS = ['publishedDate', 'extensions', 'license', 'publicationPolicy']

function isPackage(json: unknown, mayLackReleases: boolean): boolean {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return false
  if (PACKAGE_PARTS.some((part) => part in json)) return true
  return mayLackReleases && Object.keys(json).every((part) => HEAD_PARTS.includes(part))
}

/** The text is made only when it is asked for: few records go to quarantine. */
const rawRecord = (value: unknown): RawRecord => ({
  value,
  get text() {
    return JSON.stringify(withoutContacts(value))
  },
})
