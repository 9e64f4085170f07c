import { listWords } from '../base/text.ts'
import { addFacts, type FactCounts, NO_FACTS, TOLD_FACTS, type ToldFact } from './told-facts.ts'

/**
 * When a source counts as having changed its ways. A run that reads changes alone sees few items, so
 * facts are compared as shares, over as many runs as it takes, and totals only of runs to the end.
 */
export const DRIFT = {
  /** Runs are put together, newest first, until they have read as many opportunities. */
  recentItems: 50,
  /** With fewer, nothing is said of facts. */
  leastRecent: 20,
  /** As many before those are what is usual. */
  earlierItems: 200,
  leastEarlier: 50,
  /** A fact counts as usual from this share of the earlier items … */
  usualShare: 0.5,
  /** … and as gone when its share is at most this part of what it was. */
  goneBelow: 0.1,
  /** The total of the newest run to the end is compared with the median of so many before it. */
  earlierRuns: 10,
  leastRuns: 3,
  /** Smaller totals go up and down by themselves. */
  leastTotal: 10,
  /** A fall by so much, 0 to 1, is told. */
  fall: 0.5,
} as const

/** What is compared of one harvest. */
export interface RunTotals {
  readonly facts: FactCounts
  /** Whether it reached the end of what the source offers. */
  readonly finished: boolean
  /** Items that the source offered in all; null when it does not say. */
  readonly offered: number | null
  /** Its opportunities that were open afterwards; null when that was not counted. */
  readonly open: number | null
}

/** How a source is other than it was. */
export interface Drift {
  /** Null unless the total fell. `items` when the source lists everything, else its open opportunities. */
  readonly fell: { readonly what: 'items' | 'open'; readonly from: number; readonly to: number } | null
  /** Facts that most items had and that have stopped to appear; empty for none. */
  readonly gone: readonly GoneFact[]
}

export interface GoneFact {
  readonly fact: ToldFact
  /** How many of the earlier items told it. */
  readonly had: number
  readonly ofEarlier: number
  /** How many of the newest tell it. */
  readonly have: number
  readonly ofRecent: number
}

/**
 * Compares a source's newest runs with those before, by the table above. What has stayed changed for
 * long enough counts as usual, and is no longer told.
 *
 * @param runs - newest first
 */
export const driftOf = (runs: readonly RunTotals[]): Drift => ({ fell: fallOf(runs), gone: goneOf(runs) })

function fallOf(runs: readonly RunTotals[]): Drift['fell'] {
  const finished = runs.filter((run) => run.finished)
  const what = finished[0]?.offered != null ? 'items' : 'open'
  const totals = finished.flatMap((run) => (what === 'items' ? run.offered : run.open) ?? [])
  const [to, ...before] = totals
  const earlier = before.slice(0, DRIFT.earlierRuns)
  if (to === undefined || earlier.length < DRIFT.leastRuns) return null
  const from = median(earlier)
  return from >= DRIFT.leastTotal && to <= from * (1 - DRIFT.fall) ? { what, from, to } : null
}

/** Of an even number, the lower of the two in the middle. */
function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0
}

function goneOf(runs: readonly RunTotals[]): readonly GoneFact[] {
  const counts = runs.map(({ facts }) => facts)
  const recent = gather(counts, DRIFT.recentItems)
  const earlier = gather(counts.slice(recent.runs), DRIFT.earlierItems)
  const [now, then] = [recent.facts, earlier.facts]
  if (now.opportunities < DRIFT.leastRecent || then.opportunities < DRIFT.leastEarlier) return []
  return (Object.keys(TOLD_FACTS) as ToldFact[])
    .filter((fact) => {
      const usual = then[fact] / then.opportunities
      return usual >= DRIFT.usualShare && now[fact] / now.opportunities <= usual * DRIFT.goneBelow
    })
    .map((fact) => ({
      fact,
      had: then[fact],
      ofEarlier: then.opportunities,
      have: now[fact],
      ofRecent: now.opportunities,
    }))
}

/** Whole runs, from the first, until they have so many opportunities. */
function gather(counts: readonly FactCounts[], enough: number): { runs: number; facts: FactCounts } {
  let facts = NO_FACTS
  let runs = 0
  for (const next of counts) {
    if (facts.opportunities >= enough) break
    facts = addFacts(facts, next)
    runs += 1
  }
  return { runs, facts }
}

/** The drift in sentences; none when there is none. */
export function sayDrift({ fell, gone }: Drift): readonly string[] {
  return [
    ...(fell === null ? [] : [sayFall(fell)]),
    ...(gone.length === 0 ? [] : [`Fields that stopped appearing: ${listWords(gone.map(sayGone))}`]),
  ]
}

function sayFall({ what, from, to }: NonNullable<Drift['fell']>): string {
  const number = what === 'items' ? 'The number of items' : 'The number of open opportunities'
  return `${number} fell by ${percent(1 - to / from)} (from ${from} to ${to})`
}

const sayGone = ({ fact, had, ofEarlier, have, ofRecent }: GoneFact): string =>
  `${TOLD_FACTS[fact]} (in ${percent(had / ofEarlier)} of the ${ofEarlier} before, ` +
  `in ${have === 0 ? 'none' : have} of the last ${ofRecent})`

const percent = (share: number): string => `${Math.round(share * 100)}%`
