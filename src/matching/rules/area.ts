import { type AreaCode, contains, findArea } from '../../domain/area.ts'
import type { Fact } from '../../domain/fact.ts'
import { sayArea, sayAreas } from '../say-area.ts'
import type { Found } from './applied-rule.ts'
import { type Finding, findingsOf, type Rule, toDo } from './rule.ts'

/** An inferred area only bounds the truth: the work is somewhere inside it. */
export interface AreaTerms {
  readonly areas: readonly AreaCode[]
  readonly isInferred: boolean
  /** The areas themselves, and with everything that lies around any of them. */
  readonly inside: ReadonlySet<AreaCode>
  readonly around: ReadonlySet<AreaCode>
}

/** Null when it is not known. */
export const areaTerms = (fact: Fact<readonly AreaCode[]>): AreaTerms | null =>
  fact.basis === 'unknown'
    ? null
    : {
        areas: fact.value,
        isInferred: fact.basis === 'inferred',
        inside: new Set(fact.value),
        around: new Set(fact.value.flatMap((code) => [code, ...(findArea(code)?.within ?? [])])),
      }

const { pass, fail, unclear, notTold, notStated } = findingsOf<AreaTerms>()

const NOWHERE: AreaTerms = { areas: [], isInferred: true, inside: new Set(), around: new Set() }

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
  ({ terms }) => `This is for ${sayAreas(terms.areas)}, and we do not know where you work.`,
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
  if (!isShared(own, terms)) return outside
  return terms.isInferred ? somewhere : works
}

/** The rule by itself, for a fact that is required, or not known: what it finds, without a word. */
export function areaJudge(fact: Fact<readonly AreaCode[]>): (own: readonly AreaCode[]) => Found {
  const terms = areaTerms(fact) ?? NOWHERE
  return (own) => judgeAreas(terms, own)
}

/** Whether any of the areas share any ground. */
export function isShared(own: readonly AreaCode[], { inside, around }: AreaTerms): boolean {
  for (const code of own) {
    if (around.has(code)) return true
    for (const outer of findArea(code)?.within ?? []) if (inside.has(outer)) return true
  }
  return false
}

/** Whether whoever works or lives somewhere in the area does so in one of theirs: a region is not in its towns. */
export const liesIn = (code: AreaCode, { areas }: AreaTerms): boolean =>
  areas.some((outer) => contains(outer, code))

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
