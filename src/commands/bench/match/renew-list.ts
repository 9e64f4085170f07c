import { unitsIn } from '../../../matching/rank/worth.ts'

/** Places that are kept for an organisation, and of them those that it is shown. */
export const KEPT = 32
export const SHOWN = 20

/**
 * A kept list after some opportunities changed, without looking at the others: what is not on a full list
 * is worth less than its last place.
 *
 * @param old - worths, highest first; fewer than `KEPT` when there were no more
 * @param isChanged - whether the opportunity in that place of the old list changed, or went
 * @param fresh - worths of changed and new opportunities, highest first
 * @returns `null` when fewer than `SHOWN` places are certain, so that all must be ranked again
 */
export function renewList(
  old: Float64Array,
  isChanged: (worth: number) => boolean,
  fresh: Float64Array,
): Float64Array | null {
  const isFull = old.length >= KEPT
  const floor = isFull ? (old.at(-1) ?? 0) : Number.NEGATIVE_INFINITY
  const stayed = old.filter((worth) => !isChanged(worth))
  const certain = fresh.filter((worth) => worth >= floor)
  if (certain.length === 0 && stayed.length === old.length) return old
  const all = new Float64Array(stayed.length + certain.length)
  all.set(stayed)
  all.set(certain, stayed.length)
  all.sort().reverse()
  return isFull && all.length < SHOWN ? null : all.subarray(0, KEPT)
}

/** The score in units that a changed opportunity must have to come into question. */
export const leastToRenew = (old: Float64Array): number =>
  old.length >= KEPT ? unitsIn(old.at(-1) ?? 0) : Number.NEGATIVE_INFINITY
