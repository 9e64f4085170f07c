import { type AreaCode, contains, findArea } from '../../domain/area.ts'
import { factValue } from '../../domain/fact.ts'
import type { Rules } from '../../domain/opportunity.ts'
import type { Organisation } from '../../domain/organisation.ts'
import { sayArea } from '../say-area.ts'
import { PLACE, PLACE_INSIDE_YOURS, UNKNOWN_PLACE } from '../weights.ts'
import { type Part, silent } from './part.ts'

interface Shared {
  readonly value: number
  readonly own: AreaCode
  readonly theirs: AreaCode
}

/** How much the money is meant for just this place: the narrower the call's area around it, the more. */
export function scorePlace(
  { areas }: Pick<Organisation, 'areas'>,
  { areas: fact }: Pick<Rules, 'areas'>,
): Part {
  const theirs = factValue(fact) ?? []
  if (theirs.length === 0 || areas.length === 0) return silent(UNKNOWN_PLACE)
  const best = theirs
    .flatMap((area) => areas.map((own) => sharedBy(own, area)))
    .reduce((a, b) => (b.value > a.value ? b : a))
  if (best.value === 0) return silent(0)
  return { value: best.value, sentence: sayPlace(best, fact.basis === 'inferred', theirs.length > 1) }
}

function sharedBy(own: AreaCode, theirs: AreaCode): Shared {
  if (contains(theirs, own)) return { value: PLACE[findArea(theirs)?.kind ?? 'countries'], own, theirs }
  return { value: contains(own, theirs) ? PLACE_INSIDE_YOURS : 0, own, theirs }
}

function sayPlace({ own, theirs }: Shared, somewhere: boolean, among: boolean): string {
  if (somewhere) return `You work in ${sayArea(own)}, and this is for somewhere in ${sayArea(theirs)}.`
  if (among)
    return `You work in ${sayArea(own)}, and ${sayArea(theirs)} is one of the areas that this is for.`
  const isNarrow = findArea(theirs)?.kind === 'local_authority'
  return `You work in ${sayArea(own)}, and this is ${isNarrow ? 'only ' : ''}for ${sayArea(theirs)}.`
}
