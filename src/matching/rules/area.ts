import { type AreaCode, contains } from '../../domain/area.ts'
import type { Fact } from '../../domain/fact.ts'
import { askToImport, sayArea, sayAreas } from '../say-area.ts'
import type { Found } from './applied-rule.ts'
import {
  type AreaTerms,
  areaTerms,
  areaTermsOf,
  groundOf,
  liesIn,
  unplacedIn,
  wardsInside,
} from './area-terms.ts'
import { type Finding, findingsOf, type Rule, toDo } from './rule.ts'

const { pass, fail, unclear, notTold, notStated } = findingsOf<AreaTerms>()

const NOWHERE = areaTermsOf([], true)

const unknown = notStated(
  () => 'We do not know where this is for.',
  () => 'Check on the funder’s page where the work must be.',
)
const empty = unclear(
  () => 'The funder limits where the work must be, and names no place.',
  () => 'Where does the funder want the work to be?',
)
const ownUnknown = notTold(
  'areas',
  ({ terms, organisation: { basedIn } }) =>
    `This is for ${sayAreas(terms.areas)}, and we do not know where you work.${basedIn === null ? '' : ` Your postcode is in ${sayArea(basedIn)}, which does not say it.`}`,
  () => 'Where do you work?',
)
const outside = fail(
  ({ terms, organisation }) =>
    `This is only for ${sayAreas(terms.areas)}, and you work in ${sayAreas(organisation.areas)}.`,
  ({ terms }) => `Opens with a partner that works in ${sayAreas(terms.areas)}.`,
  ({ terms }) =>
    terms.areas.map((code) => toDo(`Bid with a partner that works in ${sayArea(code)}`, { areas: [code] })),
)
const somewhere = unclear(
  ({ terms }) => `This is for somewhere in ${sayAreas(terms.areas)}; we do not know which part.`,
  () => 'Do you work there?',
)
/** Who works in a council need not work in each of its wards. */
const aroundWard = unclear(
  ({ terms, organisation }) =>
    `This is only for ${sayAreas(wardsInside(organisation.areas, terms))}, and you work in ${sayAreas(organisation.areas)}, which does not say that you work there.`,
  ({ terms, organisation }) => `Do you work in ${sayAreas(wardsInside(organisation.areas, terms), 'or')}?`,
)
const unplaced = unclear(
  ({ terms, organisation }) =>
    `This is for ${sayAreas(terms.areas)}, and you work in ${sayAreas(organisation.areas)}. We do not know where ${sayAreas(unplacedIn(organisation.areas, terms))} is.`,
  ({ terms, organisation }) => askToImport(unplacedIn(organisation.areas, terms)),
)
const works = pass(({ terms, organisation }) => sayShared(organisation.areas, terms.areas))

/** Whether the organisation works where the money is for. Outside an inferred area is a no, inside it is `unclear`. */
export const area: Rule<AreaTerms> = {
  name: 'area',
  profile: ['areas'],
  facts: ['areas'],
  fields: [],
  read: ({ rules }) => areaTerms(rules.areas) ?? NOWHERE,
  judge: (terms, { areas }) => judgeAreas(terms, areas),
  isMetBy: (terms, { changes: { areas = [] } }) => areas.every((code) => liesIn(code, terms)),
  wish: ({ areas }) => `fund work in ${sayAreas(areas)}`,
}

function judgeAreas(terms: AreaTerms, own: readonly AreaCode[]): Finding<AreaTerms> {
  if (terms === NOWHERE) return unknown
  if (terms.areas.length === 0) return empty
  if (own.length === 0) return ownUnknown
  const ground = groundOf(own, terms)
  if (ground === 'apart') return outside
  if (ground === 'unplaced') return unplaced
  if (terms.isInferred) return somewhere
  return ground === 'around_ward' ? aroundWard : works
}

/** The rule by itself, for a fact that is required, or not known: what it finds, without a word. */
export function areaJudge(fact: Fact<readonly AreaCode[]>): (own: readonly AreaCode[]) => Found {
  const terms = areaTerms(fact) ?? NOWHERE
  return (own) => judgeAreas(terms, own)
}

/** Says the narrowest thing that is true of both. */
function sayShared(own: readonly AreaCode[], theirs: readonly AreaCode[]): string {
  const same = own.find((code) => theirs.includes(code))
  if (same) return `You work in ${sayArea(same)}, and this is for ${sayAreas(theirs)}.`
  const within = own.find((code) => theirs.some((outer) => contains(outer, code)))
  if (within) return `You work in ${sayArea(within)}, and this is for ${sayAreas(theirs)}.`
  const wider = own.find((code) => theirs.some((inner) => contains(code, inner)))
  const parts = theirs.filter((inner) => wider && contains(wider, inner))
  return `You work across ${wider ? sayArea(wider) : ''}, and this is for ${sayAreas(parts)}, which is part of it.`
}
