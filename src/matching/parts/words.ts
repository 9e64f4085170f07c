import { listWords } from '../../base/text.ts'
import type { OrganisationTerm } from '../words/organisation-words.ts'
import type { WordUse } from '../words/word-use.ts'

/** What the organisation and the opportunity both write, and how much it adds. */
interface SharedTerm {
  readonly key: string
  readonly adds: number
  /** As each side writes it. */
  readonly own: string
  readonly theirs: string
  readonly respelt: boolean
}

const MOST_QUOTED = 4

/** A word that adds less than this share of what the strongest adds is no reason. */
const LEAST_SHARE = 0.25

/**
 * The words that most of a words score rests on, quoted as they stand.
 *
 * @param terms - of the organisation
 * @param uses - of the opportunity
 * @returns null when they share none
 */
export function sayWords(
  terms: readonly OrganisationTerm[],
  uses: ReadonlyMap<string, WordUse>,
): string | null {
  const shared = terms.flatMap((term) => sharedTerm(term, uses.get(term.key))).sort(strongestFirst)
  const [strongest, ...others] = withoutRepeats(shared).slice(0, MOST_QUOTED)
  if (!strongest) return null
  const told = [strongest, ...others.filter(({ adds }) => adds >= strongest.adds * LEAST_SHARE)]
  const same = told.filter((term) => !term.respelt && isSame(term))
  const variants = told.filter((term) => !term.respelt && !isSame(term))
  const pieces = [
    ...(same.length > 0 ? [`both speak of ${quoted(same.map(({ theirs }) => theirs))}`] : []),
    ...(variants.length > 0 ? [sayVariants(variants)] : []),
    ...told.filter(({ respelt }) => respelt).map(sayRespelt),
  ]
  const sentence = pieces.join('; ')
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`
}

function sharedTerm(term: OrganisationTerm, use: WordUse | undefined): SharedTerm[] {
  if (!use) return []
  const [own, theirs] = nearestSurfaces(term.surfaces, use.surfaces)
  return [{ key: term.key, adds: term.pull * use.weight, own, theirs, respelt: term.respelt }]
}

/** A way of writing that both sides use, else the first of each. */
function nearestSurfaces(own: readonly string[], theirs: readonly string[]): readonly [string, string] {
  for (const ours of own) {
    const match = theirs.find((surface) => surface.toLowerCase() === ours.toLowerCase())
    if (match !== undefined) return [ours, match]
  }
  return [own[0] ?? '', theirs[0] ?? '']
}

/** A shared pair is told whole and counts with its two words; of pairs that overlap, the first. */
function withoutRepeats(shared: readonly SharedTerm[]): SharedTerm[] {
  const adds = new Map(shared.map((term) => [term.key, term.adds]))
  const told = new Set<string>()
  const pairsFirst = shared.toSorted((a, b) => Number(b.key.includes(' ')) - Number(a.key.includes(' ')))
  const kept: SharedTerm[] = []
  for (const term of pairsFirst) {
    const stems = term.key.split(' ')
    if (stems.some((stem) => told.has(stem))) continue
    for (const stem of stems) told.add(stem)
    const alone = stems.length === 1 ? 0 : stems.reduce((sum, stem) => sum + (adds.get(stem) ?? 0), 0)
    kept.push({ ...term, adds: term.adds + alone })
  }
  return kept.sort(strongestFirst)
}

const strongestFirst = (a: SharedTerm, b: SharedTerm): number => b.adds - a.adds || (a.key < b.key ? -1 : 1)

const isSame = ({ own, theirs }: SharedTerm): boolean => own.toLowerCase() === theirs.toLowerCase()

const quoted = (words: readonly string[]): string => listWords(words.map((word) => `“${word}”`))

const sayVariants = (variants: readonly SharedTerm[]): string =>
  `you write ${quoted(variants.map(({ own }) => own))}, they write ${quoted(variants.map(({ theirs }) => theirs))}`

const sayRespelt = ({ own, theirs }: SharedTerm): string =>
  `we read your “${own}” as the funder’s “${theirs}”`
