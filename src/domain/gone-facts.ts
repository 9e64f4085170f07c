import { countLately, type RunTotals } from './run-totals.ts'
import { addFacts, type FactCounts, NO_FACTS, TOLD_FACTS, type ToldFact } from './told-facts.ts'

/**
 * When a fact counts as gone. A run that reads changes alone sees few items, so shares are compared, over
 * as many runs as it takes.
 */
export const GONE = {
  /** Runs are put together, newest first, until they have read as many opportunities. */
  recentItems: 50,
  /** With fewer, nothing is said of facts. */
  leastRecent: 20,
  /** As many before it stopped are what is usual. */
  earlierItems: 200,
  leastEarlier: 50,
  /** A fact counts as usual from this share of the earlier items … */
  usualShare: 0.5,
  /** … and as gone when its share is at most this part of what it was. */
  goneBelow: 0.1,
} as const

/** A fact that has stopped to appear. */
interface GoneFact {
  readonly fact: ToldFact
  /** How many of the earlier items told it. */
  readonly had: number
  readonly ofEarlier: number
  /** How many of the newest tell it. */
  readonly have: number
  readonly ofRecent: number
}

/**
 * The facts that hardly any of the newest items tells, and most told before some moment of the last two
 * weeks, or before those newest items where they took longer to come.
 *
 * @param runs - newest first
 */
export function goneFacts(runs: readonly RunTotals[]): readonly GoneFact[] {
  const sums = sumsOf(runs)
  const recent = reach(sums, 0, GONE.recentItems)
  const now = between(sums, 0, recent)
  if (now.opportunities < GONE.leastRecent) return []
  const latest = Math.max(recent, countLately(runs))
  const befores = Array.from({ length: latest - recent + 1 }, (_, i) => recent + i)
    .map((from) => between(sums, from, reach(sums, from, GONE.earlierItems)))
    .filter(({ opportunities }) => opportunities >= GONE.leastEarlier)
  return (Object.keys(TOLD_FACTS) as ToldFact[]).flatMap((fact) => {
    const then = mostTelling(fact, befores)
    return then !== null && isGone(fact, then, now) ? [goneFact(fact, then, now)] : []
  })
}

/** That of which the largest share told the fact: what stopped within it counts less. Null for none. */
const mostTelling = (fact: ToldFact, befores: readonly FactCounts[]): FactCounts | null =>
  befores.reduce<FactCounts | null>((most, next) => {
    const isMore = most === null || next[fact] * most.opportunities > most[fact] * next.opportunities
    return isMore ? next : most
  }, null)

const isGone = (fact: ToldFact, then: FactCounts, now: FactCounts): boolean => {
  const usual = then[fact] / then.opportunities
  return usual >= GONE.usualShare && now[fact] / now.opportunities <= usual * GONE.goneBelow
}

const goneFact = (fact: ToldFact, then: FactCounts, now: FactCounts): GoneFact => ({
  fact,
  had: then[fact],
  ofEarlier: then.opportunities,
  have: now[fact],
  ofRecent: now.opportunities,
})

/** What the first runs told together: of none of them, of one, of two … */
function sumsOf(runs: readonly RunTotals[]): readonly FactCounts[] {
  let sum = NO_FACTS
  return [
    sum,
    ...runs.map(({ facts }) => {
      sum = addFacts(sum, facts)
      return sum
    }),
  ]
}

/** The run before which whole runs from that one on have so many opportunities, or the end of them. */
function reach(sums: readonly FactCounts[], from: number, enough: number): number {
  const least = (sums[from]?.opportunities ?? 0) + enough
  const at = sums.findIndex(({ opportunities }, i) => i >= from && opportunities >= least)
  return at === -1 ? sums.length - 1 : at
}

function between(sums: readonly FactCounts[], from: number, to: number): FactCounts {
  const [first, last] = [sums[from] ?? NO_FACTS, sums[to] ?? NO_FACTS]
  const names = Object.keys(NO_FACTS) as (keyof FactCounts)[]
  return Object.fromEntries(names.map((name) => [name, last[name] - first[name]])) as unknown as FactCounts
}
