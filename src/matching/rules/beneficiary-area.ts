import { askToImport, sayArea, sayAreas } from '../say-area.ts'
import { type AreaTerms, areaTerms, groundOf, liesIn, unplacedIn, wardsInside } from './area-terms.ts'
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
/** Who helps people of a council need not help those of each of its wards. */
const aroundWard = unclear(
  ({ terms, organisation }) =>
    `${sayLimit(terms)}; those whom you help live in ${sayAreas(organisation.beneficiaryAreas)}, which does not say that they live there.`,
  ({ terms, organisation }) =>
    `Do you help people who live in ${sayAreas(wardsInside(organisation.beneficiaryAreas, terms), 'or')}?`,
)
const unplaced = unclear(
  ({ terms, organisation }) =>
    `${sayLimit(terms)}, and we do not know where ${sayAreas(unplacedIn(organisation.beneficiaryAreas, terms))} is.`,
  ({ terms, organisation }) => askToImport(unplacedIn(organisation.beneficiaryAreas, terms)),
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
    const ground = groundOf(beneficiaryAreas, terms)
    if (ground === 'apart') return outside
    if (ground === 'unplaced') return unplaced
    if (terms.isInferred) return somewhere
    return ground === 'around_ward' ? aroundWard : inside
  },
  isMetBy: (terms, { changes: { beneficiaryAreas = [] } }) =>
    beneficiaryAreas.every((code) => liesIn(code, terms)),
  wish: ({ areas }) => `help people who live in ${sayAreas(areas)}`,
}
