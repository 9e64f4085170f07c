import { instantOf } from '../../base/date.ts'
import { linkKey } from '../../catalogue/duplicates/block-keys.ts'
import {
  type Comparable,
  comparableOf,
  linksOf,
  withoutLinks,
} from '../../catalogue/duplicates/comparable.ts'
import { areOtherCalls, compareRecords } from '../../catalogue/duplicates/compare.ts'
import { DUPLICATES } from '../../catalogue/duplicates/thresholds.ts'
import { listAlike, listCommonKeys } from '../../db/duplicate-keys.ts'
import { listPairsOf } from '../../db/duplicate-pairs.ts'
import { listOpportunitiesById } from '../../db/opportunities.ts'
import { type DuplicatePair, pairIds } from '../../domain/duplicate.ts'
import type { OpportunityId } from '../../domain/opportunity.ts'
import type { Runtime } from '../../runtime.ts'

/** Opportunities that are read at a time, with all their words. */
const PART = 100

/** What comparing found. */
export interface Found {
  /** Pairs that were not known, are surer than they were, or are sure no more. */
  readonly found: DuplicatePair[]
  /** Pairs that are alike no more, though nothing surer was found of them before. */
  readonly gone: DuplicatePair[]
}

/**
 * Compares opportunities, filed under their keys already, with all that share a telling key with one of them, and
 * with those that they were paired with before. What was found to be the same stays so while the two differ a
 * little, since one source may change first; where they are plainly two calls by now, people are asked.
 */
export async function comparePairs(
  { db, now }: Pick<Runtime, 'db' | 'now'>,
  comparables: readonly Comparable[],
): Promise<Found> {
  const compared = comparables.map(({ id }) => id)
  const known = await listPairsOf(db, compared)
  const alike = await listAlike(db, compared, DUPLICATES)
  const pairs = new Map([
    ...alike.map(({ id, other }) => entryOf(pairIds(id, other))),
    ...known.map((pair) => entryOf(pair)),
  ])
  const read = await readAll(db, await withOwnLinks(db, comparables), [...pairs.values()])
  const before = new Map(known.map((pair) => [nameOf(pair), pair]))
  const foundAt = instantOf(now())
  const result: Found = { found: [], gone: [] }
  for (const [name, ids] of pairs) {
    const [one, other] = [read.get(ids.first), read.get(ids.second)]
    if (one === undefined || other === undefined) continue
    note(result, one, other, before.get(name) ?? { ...ids, ...NEW, foundAt })
  }
  return result
}

/** Links that more than a few share are taken from one side, and so agree with nothing on the other. */
async function withOwnLinks(
  db: Runtime['db'],
  comparables: readonly Comparable[],
): Promise<readonly Comparable[]> {
  const links = [...new Set(comparables.flatMap(linksOf))]
  const common = new Set(await listCommonKeys(db, links.map(linkKey), DUPLICATES.mostOnPage))
  const shared = new Set(links.filter((link) => common.has(linkKey(link))))
  return comparables.map((comparable) => withoutLinks(comparable, shared))
}

/** A pair that is not known yet. */
const NEW = { found: null, state: 'waiting', decidedBy: null, decidedAt: null } as const

/** @param was - `found` is null for a pair that is not known yet */
function note(
  { found, gone }: Found,
  one: Comparable,
  other: Comparable,
  was: Omit<DuplicatePair, 'found'> & { readonly found: DuplicatePair['found'] | null },
): void {
  const answer = compareRecords(one, other)
  if (was.found === 'same') {
    if (was.decidedBy !== 'person' && areOtherCalls(one, other)) found.push({ ...was, found: 'maybe' })
  } else if (answer === 'different') {
    // One that is merged still is settled first, so that what a crash leaves behind is found again.
    if (was.found === 'maybe' && was.state !== 'merged') gone.push({ ...was, found: was.found })
  } else if (was.found === null || answer === 'same') {
    found.push({ ...was, found: answer })
  }
}

type Ids = Pick<DuplicatePair, 'first' | 'second'>

const nameOf = ({ first, second }: Ids): string => `${first} ${second}`

const entryOf = (pair: Ids): readonly [string, Ids] => [nameOf(pair), pair]

/** The comparables with those of all others that the pairs name, read part by part. */
async function readAll(
  db: Runtime['db'],
  comparables: readonly Comparable[],
  pairs: readonly Ids[],
): Promise<ReadonlyMap<OpportunityId, Comparable>> {
  const read = new Map(comparables.map((it) => [it.id, it]))
  const others = new Set(pairs.flatMap(({ first, second }) => [first, second]).filter((id) => !read.has(id)))
  const ids = [...others]
  for (let at = 0; at < ids.length; at += PART) {
    const opportunities = await listOpportunitiesById(db, ids.slice(at, at + PART))
    for (const opportunity of opportunities) read.set(opportunity.id, comparableOf(opportunity))
  }
  return read
}
