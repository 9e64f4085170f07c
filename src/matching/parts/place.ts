import { type AreaCode, contains, findArea, isUnplaced } from '../../domain/area.ts'
import type { Whereabouts } from '../places/whereabouts.ts'
import { sayArea } from '../say-area.ts'
import { PLACE, PLACE_INSIDE_YOURS, UNKNOWN_PLACE } from '../weights.ts'
import { type Part, silent } from './part.ts'

interface Shared {
  readonly value: number
  readonly own: AreaCode
  readonly theirs: AreaCode
}

/** How much the money is meant for just this place: the narrower the area around it, the more. */
export function scorePlace(own: Whereabouts, theirs: Whereabouts): Part {
  if (theirs.areas.length === 0 || own.areas.length === 0) return silent(UNKNOWN_PLACE)
  const best = theirs.areas
    .flatMap((area) => own.areas.map((mine) => sharedBy(mine, area)))
    .reduce((a, b) => (b.value > a.value ? b : a))
  // A place that a text names may be about something else, so its absence says little.
  if (best.value === 0) return silent(apart(own, theirs))
  return { value: best.value, say: () => sayPlace(best, own, theirs) }
}

function apart(own: Whereabouts, theirs: Whereabouts): number {
  if (own.basis !== 'stated' || theirs.basis === 'named') return UNKNOWN_PLACE / 2
  return [...own.areas, ...theirs.areas].some(isUnplaced) ? UNKNOWN_PLACE : 0
}

function sharedBy(own: AreaCode, theirs: AreaCode): Shared {
  if (contains(theirs, own)) return { value: PLACE[findArea(theirs)?.kind ?? 'countries'], own, theirs }
  return { value: contains(own, theirs) ? PLACE_INSIDE_YOURS : 0, own, theirs }
}

const VERBS: Readonly<Record<Whereabouts['basis'], string>> = {
  stated: 'work in',
  somewhere: 'work in',
  named: 'name',
  based: 'have your address in',
}

const NARROW = new Set(['ward', 'local_authority'])

function sayPlace({ own, theirs }: Shared, mine: Whereabouts, other: Whereabouts): string {
  const you = `You ${VERBS[mine.basis]} ${sayArea(own)}`
  if (other.basis === 'named') return `${you}, and this names ${sayArea(theirs)}.`
  if (other.basis === 'somewhere') return `${you}, and this is for somewhere in ${sayArea(theirs)}.`
  if (other.areas.length > 1) return `${you}, and ${sayArea(theirs)} is one of the areas that this is for.`
  const isNarrow = NARROW.has(findArea(theirs)?.kind ?? '')
  return `${you}, and this is ${isNarrow ? 'only ' : ''}for ${sayArea(theirs)}.`
}
