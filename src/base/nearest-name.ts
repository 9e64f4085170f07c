import { editsBetween } from './edits.ts'

/** The known name that is spelt most like `name`, the first of equals; null when none is near. */
export function nearestName(name: string, known: readonly string[]): string | null {
  const near = known
    .map((candidate) => {
      const most = Math.max(2, Math.floor(candidate.length / 3))
      return { candidate, most, edits: editsBetween(name.toLowerCase(), candidate.toLowerCase(), most) }
    })
    .filter(({ edits, most }) => edits <= most)
    .sort((a, b) => a.edits - b.edits)
  return near[0]?.candidate ?? null
}
