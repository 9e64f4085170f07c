import { sayMoney } from '../base/money.ts'
import { listWords } from '../base/text.ts'
import { sayApplicantTypes } from './applicant-type.ts'
import { areaName } from './area.ts'
import { factValue } from './fact.ts'
import type { Rules } from './opportunity.ts'

const NOT_STATED = 'Not stated'

/** Who may apply, with a capital. */
export function sayWho({ applicantTypes }: Rules): string {
  const types = factValue(applicantTypes)
  if (types === null || types.length === 0) return NOT_STATED
  const words = sayApplicantTypes(types)
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Where the work must be; honest about what was read from a code for a part. */
export function sayAreas({ areas }: Rules): string {
  const codes = factValue(areas)
  if (codes === null || codes.length === 0) return NOT_STATED
  const names = listWords(codes.map(areaName))
  return areas.basis === 'inferred' ? `Somewhere in ${names}` : names
}

/** Lowest and highest yearly income of an applicant. */
export function sayIncome({ incomeMin, incomeMax }: Rules, currency: string): string {
  const say = (pence: number) => sayMoney(pence, currency)
  const [min, max] = [factValue(incomeMin), factValue(incomeMax)]
  if (min !== null && max !== null) return `${say(min)} to ${say(max)} a year`
  if (max !== null) return `Up to ${say(max)} a year`
  if (min !== null) return `At least ${say(min)} a year`
  return NOT_STATED
}
