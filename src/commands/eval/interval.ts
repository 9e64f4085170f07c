import { chanceOf } from '../soak/chance.ts'

const RESAMPLES = 1_000
const SEED = 20_260_601

export const meanOf = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length

/**
 * The interval that holds the mean with 95% confidence, had other queries of the same kind been
 * asked: percentiles of the means of 1,000 resamples. The same values give the same interval.
 */
export function bootstrapInterval(values: readonly number[]): readonly [low: number, high: number] {
  const chance = chanceOf(SEED)
  const means = Array.from({ length: RESAMPLES }, () => {
    let sum = 0
    for (let n = 0; n < values.length; n += 1) sum += values[chance.upTo(values.length)] ?? 0
    return values.length === 0 ? 0 : sum / values.length
  }).sort((a, b) => a - b)
  return [means[RESAMPLES * 0.025] ?? 0, means[RESAMPLES * 0.975 - 1] ?? 0]
}

/** Up to `most` of the items, in their order; the same ones each time. */
export function sampleOf<T>(items: readonly T[], most: number): readonly T[] {
  if (items.length <= most) return items
  const chance = chanceOf(SEED)
  const at = items.map((_, position) => position)
  for (let n = 0; n < most; n += 1) {
    const other = n + chance.upTo(items.length - n)
    const kept = at[other] ?? n
    at[other] = at[n] ?? n
    at[n] = kept
  }
  const kept = new Set(at.slice(0, most))
  return items.filter((_, position) => kept.has(position))
}
