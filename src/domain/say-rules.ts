import { sayMoney } from '../base/money.ts'
import { listWords } from '../base/text.ts'
import { sayApplicantTypes } from './applicant-type.ts'
import { areaName } from './area.ts'
import { type Fact, factValue, strengthOf } from './fact.ts'
import type { Rules } from './rules.ts'

const NOT_STATED = 'Not stated'

/** Who may apply, with a capital. */
export function sayWho({ applicantTypes }: Rules): string {
  const types = factValue(applicantTypes)
  if (types === null || types.length === 0) return NOT_STATED
  const words = sayApplicantTypes(types)
  return withWish(words.charAt(0).toUpperCase() + words.slice(1), applicantTypes)
}

/** Where the work must be; honest about what was read from a code for a part. */
export function sayAreas({ areas }: Rules): string {
  const codes = factValue(areas)
  if (codes === null || codes.length === 0) return NOT_STATED
  const names = listWords(codes.map(areaName))
  return withWish(areas.basis === 'inferred' ? `Somewhere in ${names}` : names, areas)
}

/** Lowest and highest yearly income of an applicant. */
export function sayIncome({ incomeMin, incomeMax }: Rules, currency: string): string {
  const say = (pence: number) => sayMoney(pence, currency)
  const [min, max] = [factValue(incomeMin), factValue(incomeMax)]
  if (min !== null && max !== null && strengthOf(incomeMin) === strengthOf(incomeMax)) {
    return withWish(`${say(min)} to ${say(max)} a year`, incomeMin)
  }
  const ends = [
    min === null ? null : withWish(`At least ${say(min)} a year`, incomeMin),
    max === null ? null : withWish(`Up to ${say(max)} a year`, incomeMax),
  ].filter((end) => end !== null)
  return ends.length === 0 ? NOT_STATED : ends.join('; ')
}

/** The words for a fact, marked where it is only a wish. */
export const withWish = (words: string, fact: Fact<unknown>): string =>
  strengthOf(fact) === 'preferred' ? `${words} (preferred, not required)` : words
