import { type AreaCode, contains, findArea, gssCode, isUnplaced, overlaps } from '../../domain/area.ts'
import type { Fact } from '../../domain/fact.ts'

/** An inferred area only bounds the truth: the work is somewhere inside it. */
export interface AreaTerms {
  readonly areas: readonly AreaCode[]
  readonly isInferred: boolean
  /** GSS codes of the areas themselves. */
  readonly inside: ReadonlySet<string>
  /** And of everything that lies around any of them that is no ward. */
  readonly around: ReadonlySet<string>
  /** And around any that is one. */
  readonly aroundWards: ReadonlySet<string>
}

export const areaTermsOf = (areas: readonly AreaCode[], isInferred: boolean): AreaTerms => ({
  areas,
  isInferred,
  inside: new Set(areas.map(gssCode)),
  around: aroundOf(areas.filter((code) => findArea(code)?.kind !== 'ward')),
  aroundWards: aroundOf(areas.filter((code) => findArea(code)?.kind === 'ward')),
})

const aroundOf = (areas: readonly AreaCode[]): ReadonlySet<string> =>
  new Set(areas.flatMap((code) => findArea(code)?.within ?? []))

/** Null when it is not known. */
export const areaTerms = (fact: Fact<readonly AreaCode[]>): AreaTerms | null =>
  fact.basis === 'unknown' ? null : areaTermsOf(fact.value, fact.basis === 'inferred')

/**
 * How areas lie to those of the terms. The first that holds of any of them:
 *
 * - `inside`: it is, or lies in, one of theirs
 * - `around`: one of theirs lies in it; who works across a region works in its councils
 * - `around_ward`: a ward of theirs lies in it, which is too small a piece to be sure of
 * - `unplaced`: they may share ground, but one is a ward and nobody has told where that is
 * - `apart`: they share no ground
 */
export type Ground = 'inside' | 'around' | 'around_ward' | 'unplaced' | 'apart'

export function groundOf(own: readonly AreaCode[], terms: AreaTerms): Ground {
  if (own.some((code) => isInside(code, terms))) return 'inside'
  if (own.some((code) => terms.around.has(code))) return 'around'
  if (own.some((code) => terms.aroundWards.has(code))) return 'around_ward'
  return own.some((code) => terms.areas.some((other) => mayMeet(code, other))) ? 'unplaced' : 'apart'
}

function isInside(code: AreaCode, { inside }: AreaTerms): boolean {
  if (inside.has(gssCode(code))) return true
  for (const outer of findArea(code)?.within ?? []) if (inside.has(outer)) return true
  return false
}

/** A ward that nobody has placed is somewhere in its country; two different wards never meet. */
function mayMeet(a: AreaCode, b: AreaCode): boolean {
  if (findArea(a)?.kind === 'ward' && findArea(b)?.kind === 'ward') return false
  return (isUnplaced(a) && overlaps(countryOf(a), b)) || (isUnplaced(b) && overlaps(a, countryOf(b)))
}

const countryOf = (ward: AreaCode): AreaCode => findArea(ward)?.within[0] ?? ward

/** Whether whoever works or lives somewhere in the area does so in one of theirs: a region is not in its towns. */
export const liesIn = (code: AreaCode, { areas }: AreaTerms): boolean =>
  areas.some((outer) => contains(outer, code))

/** The wards that nobody has placed, on either side. */
export const unplacedIn = (own: readonly AreaCode[], { areas }: AreaTerms): readonly AreaCode[] =>
  [...areas, ...own].filter(isUnplaced)

/** Those of their wards that lie in one of ours. */
export const wardsInside = (own: readonly AreaCode[], { areas }: AreaTerms): readonly AreaCode[] =>
  areas.filter((ward) => findArea(ward)?.kind === 'ward' && own.some((outer) => contains(outer, ward)))
