/** What some work took, in seconds. */
export interface Taken {
  /** Of all threads. */
  readonly cpu: number
  readonly wall: number
}

/** Runs some work and measures it. */
export async function timed<T>(work: () => T | Promise<T>): Promise<Taken & { readonly result: T }> {
  const before = process.cpuUsage()
  const start = performance.now()
  const result = await work()
  const wall = (performance.now() - start) / 1_000
  const { user, system } = process.cpuUsage(before)
  return { result, wall, cpu: (user + system) / 1_000_000 }
}

/** Adds up the processor's time of pieces of work that lie apart. */
export function stopwatch() {
  let micros = 0
  return {
    time<T>(work: () => T): T {
      const before = process.cpuUsage()
      const result = work()
      const { user, system } = process.cpuUsage(before)
      micros += user + system
      return result
    },
    seconds: (): number => micros / 1_000_000,
  }
}

/** The value that a share of the sorted values is under. @param share - 0 to 1 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
}

const MB = 1024 * 1024

/** Memory in use, in megabytes, arrays outside the heap included. */
export function memoryInUse(): number {
  const { heapUsed, external } = process.memoryUsage()
  return (heapUsed + external) / MB
}
