import type { PartName } from '../../domain/match.ts'
import { offerOf } from '../../matching/catalogue/offer.ts'
import type { Applicant } from '../../matching/profile/applicant.ts'
import { kindOfKey } from '../../matching/profile/label-keys.ts'
import { unitsOf } from '../../matching/profile/units.ts'
import type { MatchSet, Query } from './labelled-set.ts'
import { answersOf, rankerOf, sidesOf } from './ours.ts'

/** How many times as much as shipped some parts count; the others count as shipped. */
export type Factors = Readonly<Partial<Record<PartName, number>>>

/** The parts whose weights were chosen on labelled data, beside that of words, which is what they are held against. */
const CHOSEN = ['topics', 'breadth', 'recipients'] as const
const STEPS = [1, 2 / 3, 3 / 2] as const

/** As shipped first, then every other way to count each of these parts as shipped, a third less, or half as much again. */
export const WAYS: readonly Factors[] = CHOSEN.reduce<readonly Factors[]>(
  (ways, part) => STEPS.flatMap((step) => ways.map((way) => ({ ...way, [part]: step }))),
  [{}],
)

/** Our engine on a set, with its parts counted more or less: the texts are read once for all ways. */
export function weighedFor(set: MatchSet): (factors: Factors) => (query: Query) => string[] {
  const { catalogue, applicant } = sidesOf(set)
  const applicants = new Map(set.organisations.map((row) => [row.id, applicant(row)]))
  const offers = catalogue.opportunities.map((opportunity) => offerOf(catalogue.learnt, opportunity))
  return ({ breadth = 1, recipients = 1, ...factors }) => {
    const shared = Int32Array.from(
      offers,
      (offer) =>
        unitsOf('breadth', breadth * offer.breadth) + unitsOf('recipients', recipients * offer.recipients),
    )
    return answersOf(
      set,
      rankerOf(set, {
        catalogue: { ...catalogue, shared },
        applicant: (row) => weighed(applicants.get(row.id) ?? applicant(row), factors),
      }),
    )
  }
}

const weighed = (applicant: Applicant, factors: Factors): Applicant => ({
  ...applicant,
  pulls: applicant.pulls.map((pull, at) =>
    Math.round(pull * (factors[kindOfKey(applicant.keys[at] ?? 0)] ?? 1)),
  ),
})
