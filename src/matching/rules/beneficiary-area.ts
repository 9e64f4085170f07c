import { sayArea, sayAreas } from '../say-area.ts'
import { type AreaTerms, areaTerms, isShared, liesIn } from './area.ts'
import { findingsOf, type Rule, toDo } from './rule.ts'

const { pass, fail, unclear, notTold } = findingsOf<AreaTerms>()

const sayLimit = ({ areas }: AreaTerms) => `The people it helps must live in ${sayAreas(areas)}`

const empty = unclear(
  () => 'The funder limits where the people must live whom it helps, and names no place.',
  () => 'Where must they live?',
)
const ownUnknown = notTold(
  'beneficiaryAreas',
  ({ terms }) => `${sayLimit(terms)}, and we do not know where those live whom you help.`,
  () => 'Where do the people live whom you help?',
)
const outside = fail(
  ({ terms, organisation }) =>
    `${sayLimit(terms)}; those whom you help live in ${sayAreas(organisation.beneficiaryAreas)}.`,
  ({ terms }) => `Opens if you helped people who live in ${sayAreas(terms.areas)}.`,
  ({ terms }) =>
    terms.areas.map((code) => toDo(`Help people who live in ${sayArea(code)}`, { beneficiaryAreas: [code] })),
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
    if (beneficiaryAreas.length === 0) return ownUnknown
    if (!isShared(beneficiaryAreas, terms)) return outside
    return terms.isInferred ? somewhere : inside
  },
  isMetBy: (terms, { changes: { beneficiaryAreas = [] } }) =>
    beneficiaryAreas.every((code) => liesIn(code, terms)),
  wish: ({ areas }) => `help people who live in ${sayAreas(areas)}`,
}
