const POSTINGS = 37_000
const ROUNDS = 300

/**
 * What this machine needs at this moment only to add 37,000 postings into an array: the part of the work
 * that no cleverness takes away, and a measure of how busy the machine is.
 *
 * @returns microseconds
 */
export function measureLimit(): number {
  const slots = Uint16Array.from({ length: POSTINGS }, (_, at) => Math.imul(at, 7) % 3_700)
  const impacts = Uint8Array.from({ length: POSTINGS }, (_, at) => 1 + (at % 255))
  const sums = new Int32Array(4_096)
  const round = (pull: number) => {
    for (let at = 0; at < POSTINGS; at += 1) {
      const slot = slots[at] ?? 0
      sums[slot] = (sums[slot] ?? 0) + Math.imul(pull, impacts[at] ?? 0)
    }
  }
  for (let warm = 0; warm < ROUNDS; warm += 1) round(warm)
  const before = process.cpuUsage()
  for (let at = 0; at < ROUNDS; at += 1) round(at)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / ROUNDS
}
