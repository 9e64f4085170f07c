import { listWords } from '../base/text.ts'
import { goneFacts } from './gone-facts.ts'
import { countLately, type RunTotals } from './run-totals.ts'
import { TOLD_FACTS } from './told-facts.ts'

/** When a total counts as having fallen; only those of runs to the end are compared. */
const FALL = {
  /** The newest is compared with the median of so many before it fell. */
  earlierRuns: 10,
  leastRuns: 3,
  /** Smaller totals go up and down by themselves; but a list that had anything and is empty is told. */
  leastTotal: 10,
  /** A fall by so much, 0 to 1, is told. */
  share: 0.5,
} as const

/** How a source is other than it was. */
export interface Drift {
  /** Null unless a total fell: that of the `items` in its list or, when that did not, of what is `open`. */
  readonly fell: Fall | null
  /** Facts that most items had and that have stopped to appear; empty for none. */
  readonly gone: ReturnType<typeof goneFacts>
}

interface Fall {
  readonly what: 'items' | 'open'
  readonly from: number
  readonly to: number
}

/**
 * Compares a source's newest runs with those before any moment of the last two weeks. What has stayed
 * changed for longer counts as usual, and is no longer told; what is right again neither.
 *
 * @param runs - newest first
 */
export const driftOf = (runs: readonly RunTotals[]): Drift => ({
  fell: fallOf(runs, 'items') ?? fallOf(runs, 'open'),
  gone: goneFacts(runs),
})

function fallOf(runs: readonly RunTotals[], what: Fall['what']): Fall | null {
  const counted = runs
    .filter(({ finished }) => finished)
    .flatMap(({ startedAt, listed, open }) => {
      const total = what === 'items' ? listed : open
      return total === null ? [] : [{ startedAt, total }]
    })
  const totals = counted.map(({ total }) => total)
  const [to] = totals
  if (to === undefined) return null
  const medians = Array.from({ length: countLately(counted) }, (_, i) =>
    usualOf(totals.slice(i + 1, i + 1 + FALL.earlierRuns), what === 'items' && to === 0),
  )
  const from = medians.find((usual) => usual !== null && to <= usual * (1 - FALL.share))
  return from == null ? null : { what, from, to }
}

/** What those totals mostly were; null when they are too few or too small to tell a fall by. */
function usualOf(totals: readonly number[], isEmptyNow: boolean): number | null {
  const [leastRuns, leastTotal] = isEmptyNow ? [1, 1] : [FALL.leastRuns, FALL.leastTotal]
  const usual = median(totals)
  return totals.length >= leastRuns && usual >= leastTotal ? usual : null
}

/** Of an even number, the lower of the two in the middle. */
function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0
}

/** The drift in sentences; none when there is none. */
export function sayDrift({ fell, gone }: Drift): readonly string[] {
  return [
    ...(fell === null ? [] : [sayFall(fell)]),
    ...(gone.length === 0 ? [] : [`Fields that stopped appearing: ${listWords(gone.map(sayGone))}`]),
  ]
}

function sayFall({ what, from, to }: Fall): string {
  const number = what === 'items' ? 'The number of items' : 'The number of open opportunities'
  if (to === 0 && what === 'items') return `The list has become empty (it had ${from})`
  return `${number} fell by ${percent(1 - to / from)} (from ${from} to ${to})`
}

const sayGone = ({ fact, had, ofEarlier, have, ofRecent }: Drift['gone'][number]): string =>
  `${TOLD_FACTS[fact]} (in ${percent(had / ofEarlier)} of the ${ofEarlier} before, ` +
  `in ${have === 0 ? 'none' : have} of the last ${ofRecent})`

const percent = (share: number): string => `${Math.round(share * 100)}%`
