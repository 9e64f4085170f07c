import { type AwardField, awardField } from './award-headings.ts'

/** Deeper than the standard goes. */
const DEEPEST = 6

/** What a grant says in 360Giving's JSON, each with the field that its path names. */
export function* textsOf(grant: unknown): Generator<readonly [AwardField | undefined, string]> {
  for (const [path, text] of pathsOf(grant)) yield [awardField(path), text]
}

/** The same, each with its path: `/recipientOrganization/0/name`. */
export function* pathsOf(grant: unknown, path = ''): Generator<readonly [string, string]> {
  if (['string', 'number', 'boolean'].includes(typeof grant)) yield [path, String(grant)]
  if (typeof grant !== 'object' || grant === null || path.split('/').length > DEEPEST) return
  for (const [name, part] of Object.entries(grant)) yield* pathsOf(part, `${path}/${name}`)
}
