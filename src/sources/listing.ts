import * as z from 'zod'
import type { Instant } from '../base/date.ts'
import { AppError } from '../base/errors.ts'
import { listRecord } from './list-record.ts'
import type { Page } from './source.ts'
import { Whole, wholeAfter } from './whole-list.ts'

/** One item of a list. */
export interface ListItem {
  /** The source's own key of it; null when it has none that can be read. */
  readonly key: string | null
  /** What its connector reads it from. */
  readonly value: unknown
  /** What it was like, to find it unchanged the next time; null when it must be read again then. */
  readonly mark: string | null
}

export interface ListPage {
  /** Those that an earlier page had may be left out. */
  readonly items: readonly ListItem[]
  /** How many items stood on the page. */
  readonly length: number
  /** How many the whole list has by its own word; null when it does not say. */
  readonly total: number | null
}

/** What is known when a page is fetched. */
export interface ListSoFar {
  /** What each item was like when it was last read in full, by its key. */
  readonly marks: ReadonlyMap<string, string>
  /** The keys that earlier pages of this run had. */
  readonly seen: ReadonlySet<string>
  /** How many items stood on those pages, repeated ones included: a short page moves what comes next. */
  readonly taken: number
}

/** A list on numbered pages. */
export interface Listing {
  /** Whose it is, for messages. */
  readonly name: string
  readonly maxPages: number
  /** Whether what is in neither of two whole lists in a row is withdrawn. */
  readonly listsEverything: boolean
  /** What is asked for: of a list for other questions, what is missing from it says nothing. */
  readonly about: string
  /** Fetches a page, the first of which is 1. */
  fetch(page: number, soFar: ListSoFar): Promise<ListPage>
}

const Run = z.object({
  page: z.int().min(1),
  /** Items so far, repeated ones included. */
  count: z.int().nonnegative(),
  total: z.int().nonnegative().nullable(),
  /** Whether every page said the same total, and every item could be told from the others. */
  steady: z.boolean(),
  keys: z.array(z.string()),
  startedAt: z.string(),
})
type Run = Readonly<z.infer<typeof Run>>

/** How far a harvest has come: `run` is null between two of them. */
const State = z.object({
  marks: z.record(z.string(), z.string()),
  run: Run.nullable(),
  /** Null before the first whole list. */
  whole: Whole.nullable().default(null),
})

/** A run that was left for longer begins again, since its list is another one by now. */
const LONGEST_PAUSE_MS = 6 * 3_600_000

/**
 * Reads a list page by page until it is at its end, each item once. What it offers in all is told only
 * when the keys are just as many as every page said, and are then those of this list and the whole one
 * before it: one list alone may have lost an item that moved from page to page.
 *
 * @param from - the `resume` of its last page; whatever cannot be read counts as a first harvest
 */
export async function* readListing(listing: Listing, from: unknown, now: Instant): AsyncIterable<Page> {
  const stored = State.safeParse(from).data
  const marks = new Map(Object.entries(stored?.marks ?? {}))
  const whole = stored?.whole ?? null
  let run = continued(stored?.run ?? null, now)
  for (;;) {
    const seen = new Set(run.keys)
    const page = await listing.fetch(run.page, { marks, seen, taken: run.count })
    const items = withoutRepeats(page.items, seen)
    run = after(run, page, items)
    noteMarks(marks, items)
    const records = items.map(({ value }) => listRecord(value, now))
    if (isEnd(run, page, items.length > 0)) {
      const listed = countListed(run, page, items.length > 0)
      yield { records, last: true, listed, ...ending(listing, run, { marks, whole }) }
      return
    }
    const fault = faultOf(listing, run, page, items.length > 0)
    yield { records, last: false, resume: { ...stateOf(marks, whole), run: fault === null ? run : null } }
    if (fault !== null) throw new AppError('source_unavailable', `${listing.name} ${fault}`)
  }
}

function continued(run: Run | null, now: Instant): Run {
  const isFresh = run !== null && Date.parse(now) - Date.parse(run.startedAt) <= LONGEST_PAUSE_MS
  return isFresh ? run : { page: 1, count: 0, total: null, steady: true, keys: [], startedAt: now }
}

function withoutRepeats(items: readonly ListItem[], seen: ReadonlySet<string>): readonly ListItem[] {
  const keys = new Set(seen)
  return items.filter(({ key }) => {
    const isRepeat = key !== null && keys.has(key)
    if (key !== null) keys.add(key)
    return !isRepeat
  })
}

function after(run: Run, page: ListPage, items: readonly ListItem[]): Run {
  // Nothing in all, and yet items: then it does not count them.
  const total = page.total === 0 && page.length > 0 ? null : page.total
  const isSameTotal = run.page === 1 || run.total === total
  return {
    ...run,
    page: run.page + 1,
    count: run.count + page.length,
    total,
    steady: run.steady && isSameTotal && items.every(({ key }) => key !== null),
    keys: [...run.keys, ...items.flatMap(({ key }) => (key === null ? [] : [key]))],
  }
}

function noteMarks(marks: Map<string, string>, items: readonly ListItem[]): void {
  for (const { key, mark } of items) {
    if (key === null) continue
    if (mark === null) marks.delete(key)
    else marks.set(key, mark)
  }
}

/** Without a total it ends with an empty page, or, where a site sends its last page for every later one, with nothing new. */
const isEnd = ({ count, total }: Run, { length }: ListPage, isNew: boolean): boolean =>
  total === null ? length === 0 || !isNew : count >= total

/** A last page that only says again what the one before said is no part of the list. */
const countListed = ({ count }: Run, { length }: ListPage, isNew: boolean): number =>
  isNew ? count : count - length

function faultOf(listing: Listing, run: Run, { length }: ListPage, isNew: boolean): string | null {
  if (length === 0) return 'sent an empty page before the end of its list'
  if (!isNew) return 'sends the same page again and again'
  return run.page > listing.maxPages ? `has more than ${listing.maxPages} pages` : null
}

interface Before {
  readonly marks: ReadonlyMap<string, string>
  readonly whole: Whole | null
}

/** An empty list is more likely a fault than the end of everything, so it takes nothing back. */
function ending({ listsEverything, about }: Listing, run: Run, { marks, whole }: Before) {
  const isWhole = run.steady && run.keys.length > 0 && run.keys.length === run.total
  if (!listsEverything || !isWhole) return { resume: stateOf(marks, whole) }
  const { whole: next, offered } = wholeAfter(whole, about, run.keys)
  if (offered === undefined) return { resume: stateOf(marks, next) }
  const isOffered = new Set(offered)
  const kept = new Map([...marks].filter(([key]) => isOffered.has(key)))
  return { resume: stateOf(kept, next), offered }
}

const stateOf = (marks: ReadonlyMap<string, string>, whole: Whole | null) => ({
  marks: Object.fromEntries(marks),
  run: null,
  whole,
})
