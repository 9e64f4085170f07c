import { bestOf } from './best.ts'

/** One slot in so many is looked at. */
const STEP = 8
/** Of so many times as many as are wanted, some may turn out not to be theirs. */
const SPARE = 3

const SAMPLE = bestOf()

/**
 * A sum that several times as many slots reach as are wanted, guessed from every eighth. Where it is right,
 * which the caller must check, few slots need a closer look.
 *
 * @returns `least` where there are too few slots to guess from
 */
export function likelyFloor(sums: Int32Array, stretches: Int32Array, most: number, least: number): number {
  SAMPLE.clear(Math.ceil((most * SPARE) / STEP))
  let floor = least
  for (let at = 0; at < stretches.length; at += 2) {
    const end = stretches[at + 1] ?? 0
    for (let slot = stretches[at] ?? 0; slot < end; slot += STEP) {
      const sum = sums[slot] ?? 0
      if (sum <= floor) continue
      SAMPLE.put(sum)
      floor = Math.max(floor, SAMPLE.least())
    }
  }
  return floor
}
