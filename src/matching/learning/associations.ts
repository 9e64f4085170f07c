import type { SparseRows } from './count-pairs.ts'

/** Takes from the weight of rare neighbours, which would look too telling (Levy, Goldberg & Dagan 2015). */
const SMOOTHING = 0.75

/**
 * How much more often than by chance two words stand together: positive pointwise mutual information with
 * context distribution smoothing (Levy, Goldberg & Dagan 2015, "Improving Distributional Similarity with
 * Lessons Learned from Word Embeddings", sections 2.1 and 3.2),
 * `max(0, ln(P(word, near) / (P(word) × P(near)^.75)))`, natural logarithm. Pairs at chance are left out.
 */
export function associations(pairs: SparseRows): SparseRows {
  const totals = totalsOf(pairs)
  const smoothed = totals.map((total) => total ** SMOOTHING)
  const all = smoothed.reduce((sum, value) => sum + value, 0)
  const starts = new Int32Array(pairs.starts.length)
  const columns = new Int32Array(pairs.columns.length)
  const values = new Float32Array(pairs.values.length)
  let end = 0
  const keep = (word: number, near: number, count: number) => {
    const chance = ((totals[word] ?? 0) * (smoothed[near] ?? 0)) / all
    if (count <= chance) return
    columns[end] = near
    values[end++] = Math.log(count / chance)
  }
  for (let word = 0; word < totals.length; word++) {
    for (let at = pairs.starts[word] ?? 0; at < (pairs.starts[word + 1] ?? 0); at++) {
      keep(word, pairs.columns[at] ?? 0, pairs.values[at] ?? 0)
    }
    starts[word + 1] = end
  }
  return { starts, columns: columns.subarray(0, end), values: values.subarray(0, end) }
}

function totalsOf({ starts, values }: SparseRows): Float64Array {
  const totals = new Float64Array(starts.length - 1)
  for (let word = 0; word < totals.length; word++) {
    let sum = 0
    for (let at = starts[word] ?? 0; at < (starts[word + 1] ?? 0); at++) sum += values[at] ?? 0
    totals[word] = sum
  }
  return totals
}
