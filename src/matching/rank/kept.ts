/** What is kept at a time; beyond, it is made again. */
const MOST_KEPT = 4_000

/** Makes something once for all that go by the same name, as long as there is room. */
export function kept<T>(make: () => T): (name: string) => T {
  const known = new Map<string, T>()
  return (name) => {
    const found = known.get(name)
    if (found !== undefined) return found
    const made = make()
    if (known.size >= MOST_KEPT) known.clear()
    known.set(name, made)
    return made
  }
}
