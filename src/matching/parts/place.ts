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
  readonly call: AreaCode
}

/** How much the money is meant for just this place: the narrower the call's area around it, the more. */
export function scorePlace(
  { areas }: Pick<Organisation, 'areas'>,
  { areas: fact }: Pick<Rules, 'areas'>,
): Part {
  const call = factValue(fact) ?? []
  if (call.length === 0 || areas.length === 0) return silent(UNKNOWN_PLACE)
  const best = call
    .flatMap((area) => areas.map((own) => sharedBy(own, area)))
    .reduce((a, b) => (b.value > a.value ? b : a))
  if (best.value === 0) return silent(0)
  return { value: best.value, sentence: sayPlace(best, fact.basis === 'inferred', call.length > 1) }
}

function sharedBy(own: AreaCode, call: AreaCode): Shared {
  if (contains(call, own)) return { value: PLACE[findArea(call)?.kind ?? 'countries'], own, call }
  return { value: contains(own, call) ? PLACE_INSIDE_YOURS : 0, own, call }
}

function sayPlace({ own, call }: Shared, somewhere: boolean, among: boolean): string {
  if (somewhere) return `You work in ${sayArea(own)} and this is for somewhere in ${sayArea(call)}.`
  if (among) return `You work in ${sayArea(own)}, and ${sayArea(call)} is one of the areas that this is for.`
  return `You work in ${sayArea(own)} and this is only for ${sayArea(call)}.`
}
