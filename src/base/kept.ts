/**
 * A function that remembers what it made of each text, so that it makes it once.
 *
 * @param most - texts that are remembered, at least 1; one more, and all are forgotten
 */
export function kept<T>(most: number, make: (text: string) => T): (text: string) => T {
  const known = new Map<string, { readonly made: T }>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) return found.made
    if (known.size >= most) known.clear()
    const made = make(text)
    known.set(text, { made })
    return made
  }
}
