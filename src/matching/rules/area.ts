import { type AreaCode, contains, overlaps } from '../../domain/area.ts'
import type { RuleOutcome } from '../../domain/match.ts'
import type { Rules } from '../../domain/opportunity.ts'
import type { Organisation } from '../../domain/organisation.ts'
import { sayArea, sayAreas } from '../say-area.ts'
import { outcomesOf } from './outcome.ts'

const { pass, fail, unclear, notStated } = outcomesOf('area')

/**
 * Whether the organisation works where the money is for. An inferred area only bounds the truth:
 * the work is somewhere inside it, so outside is a no and inside is `unclear`.
 */
export function judgeArea(
  { areas }: Pick<Organisation, 'areas'>,
  { areas: fact }: Pick<Rules, 'areas'>,
): RuleOutcome {
  if (fact.basis === 'unknown' || fact.value.length === 0) {
    return notStated(
      'We do not know where this is for.',
      'Check on the funder’s page where the work must be.',
    )
  }
  const quote = fact.basis === 'inferred' ? fact.quote : null
  const where = sayAreas(fact.value)
  if (areas.length === 0) {
    return unclear(`This is for ${where}, and we do not know where you work.`, 'Where do you work?', quote)
  }
  if (!fact.value.some((theirs) => areas.some((own) => overlaps(theirs, own)))) {
    return fail(`This is only for ${where}, and you work in ${sayAreas(areas)}.`, quote)
  }
  if (quote !== null) {
    return unclear(
      `This is for somewhere in ${where}; we do not know which part.`,
      'Do you work there?',
      quote,
    )
  }
  return pass(sayShared(areas, fact.value))
}

/** Says the narrowest thing that is true of both. */
function sayShared(own: readonly AreaCode[], theirs: readonly AreaCode[]): string {
  const same = own.find((area) => theirs.includes(area))
  if (same) return `You work in ${sayArea(same)}, and this is for ${sayAreas(theirs)}.`
  const inside = own.find((area) => theirs.some((outer) => contains(outer, area)))
  if (inside) return `You work in ${sayArea(inside)}, and this is for ${sayAreas(theirs)}.`
  const wider = own.find((area) => theirs.some((inner) => contains(area, inner)))
  const within = theirs.filter((inner) => wider && contains(wider, inner))
  return `You work across ${wider ? sayArea(wider) : ''}, and this is for ${sayAreas(within)}, which is part of it.`
}
