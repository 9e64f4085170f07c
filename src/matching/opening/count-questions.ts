import type { AskedField, OpenQuestion } from '../../domain/opening.ts'
import type { Surveyed } from './survey.ts'

/**
 * What an organisation has not told, by how many of its matches the answer alone could settle, most first;
 * then by how many ask for it, ties in the order in which they are met.
 */
export function countQuestions(matches: readonly Surveyed[], most: number): OpenQuestion[] {
  const questions = new Map<AskedField, OpenQuestion>()
  for (const { open } of matches) {
    const points = new Set(open)
    for (const field of points) {
      if (field === null) continue
      const { settles = 0, asked = 0 } = questions.get(field) ?? {}
      questions.set(field, {
        field,
        settles: settles + (points.size === 1 ? 1 : 0),
        asked: asked + 1,
      })
    }
  }
  return [...questions.values()].sort((a, b) => b.settles - a.settles || b.asked - a.asked).slice(0, most)
}
