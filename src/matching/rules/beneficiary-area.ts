import { sayAreas } from '../say-area.ts'
import { type AreaTerms, areaTerms, isShared } from './area.ts'
import { findingsOf, type Rule } from './rule.ts'

const { pass, fail, unclear } = findingsOf<AreaTerms>()

const sayLimit = ({ areas }: AreaTerms) => `The people it helps must live in ${sayAreas(areas)}`

const empty = unclear(
  () => 'The funder limits where the people must live whom it helps, and names no place.',
  () => 'Where must they live?',
)
const notTold = unclear(
  ({ terms }) => `${sayLimit(terms)}, and we do not know where those live whom you help.`,
  () => 'Where do the people live whom you help?',
)
const outside = fail(
  ({ terms, organisation }) =>
    `${sayLimit(terms)}; those whom you help live in ${sayAreas(organisation.beneficiaryAreas)}.`,
  ({ terms }) => `Opens if you helped people who live in ${sayAreas(terms.areas)}.`,
)
const somewhere = unclear(
  ({ terms }) => `The people it helps must live somewhere in ${sayAreas(terms.areas)}; we do not know where.`,
  () => 'Do the people whom you help live there?',
)
const inside = pass(
  ({ terms, organisation }) =>
    `${sayLimit(terms)}, and you help people in ${sayAreas(organisation.beneficiaryAreas)}.`,
)

/** Whether the people whom the organisation helps live where the funder's money is for, wherever it works itself. */
export const beneficiaryArea: Rule<AreaTerms> = {
  name: 'beneficiary_area',
  profile: ['beneficiaryAreas'],
  facts: ['beneficiaryAreas'],
  fields: [],
  read: ({ rules }) => areaTerms(rules.beneficiaryAreas),
  judge: (terms, { beneficiaryAreas }) => {
    if (terms.areas.length === 0) return empty
    if (beneficiaryAreas.length === 0) return notTold
    if (!isShared(beneficiaryAreas, terms)) return outside
    return terms.isInferred ? somewhere : inside
  },
  wish: ({ areas }) => `help people who live in ${sayAreas(areas)}`,
}
