import { type AwardField, awardField } from './award-headings.ts'

/** Deeper than the standard goes. */
const DEEPEST = 6

/** What a grant says in 360Giving's JSON, each with the field that its path names. */
export function* textsOf(grant: unknown, path = ''): Generator<readonly [AwardField | undefined, string]> {
  if (['string', 'number', 'boolean'].includes(typeof grant)) yield [awardField(path), String(grant)]
  if (typeof grant !== 'object' || grant === null || path.split('/').length > DEEPEST) return
  for (const [name, part] of Object.entries(grant)) yield* textsOf(part, `${path}/${name}`)
}
