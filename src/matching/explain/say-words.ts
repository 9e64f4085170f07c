import { listWords } from '../../base/text.ts'
import type { Said } from '../../domain/match.ts'
import { stemOf } from '../words/stem.ts'
import { tokensOf } from '../words/tokens.ts'
import type { SharedKey } from './shared-keys.ts'
import type { Surfaces } from './surfaces.ts'

/** What both sides write, and how much it adds. */
interface SharedWord {
  readonly stems: readonly string[]
  readonly units: number
  /** As each side writes it. */
  readonly own: string
  readonly theirs: string
  /** Whether we read them as other words than they are. */
  readonly isOwnRespelt: boolean
  readonly areTheirsRespelt: boolean
}

const MOST_QUOTED = 4
/** More than are ever told, so that pairs can take in their words. */
const MOST_READ = 24

/** A word that adds less than this share of what the strongest adds is no reason. */
const LEAST_SHARE = 0.15

/**
 * The words that most of the part `words` rests on, quoted as they stand.
 *
 * @param shared - heaviest first
 * @returns null when they share none
 */
export function sayWords(shared: readonly SharedKey[], own: Surfaces, theirs: Surfaces): Said | null {
  const words = shared
    .filter(({ kind }) => kind === 'words')
    .slice(0, MOST_READ)
    .flatMap(({ key, units }) => sharedWord(key, units, own, theirs))
  const [strongest, ...others] = withoutRepeats(words).slice(0, MOST_QUOTED)
  if (!strongest) return null
  const told = [strongest, ...others.filter(({ units }) => units >= strongest.units * LEAST_SHARE)]
  const pieces = [
    ...saySome(told.filter(isSame), (same) => `both speak of ${quoted(same.map((it) => it.theirs))}`),
    ...saySome(
      told.filter((word) => !isSame(word) && isVariant(word)),
      sayVariants,
    ),
    ...told.filter((word) => !isSame(word) && !isVariant(word)).map(sayRespelt),
  ]
  const sentence = pieces.join('; ')
  return {
    sentence: `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`,
    quotes: told.flatMap(({ own: mine, theirs: other }) => [
      { side: 'organisation', text: mine },
      { side: 'opportunity', text: other },
    ]),
  }
}

function sharedWord(key: number, units: number, own: Surfaces, theirs: Surfaces): SharedWord[] {
  const [ours, others] = [own.wordsFor(key), theirs.wordsFor(key)]
  if (ours.length === 0 || others.length === 0) return []
  const [mine, other] = nearestSurfaces(ours, others)
  return [
    {
      stems: stemsOf(other),
      units,
      own: mine,
      theirs: other,
      isOwnRespelt: own.isRespelt(mine),
      areTheirsRespelt: theirs.isRespelt(other),
    },
  ]
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
function withoutRepeats(shared: readonly SharedWord[]): SharedWord[] {
  const units = new Map(shared.map((word) => [word.stems.join(' '), word.units]))
  const told = new Set<string>()
  const kept: SharedWord[] = []
  for (const word of shared.toSorted((a, b) => b.stems.length - a.stems.length)) {
    if (word.stems.some((stem) => told.has(stem))) continue
    for (const stem of word.stems) told.add(stem)
    const parts = word.stems.length === 1 ? [] : word.stems.map((stem) => units.get(stem) ?? 0)
    kept.push({ ...word, units: parts.reduce((sum, it) => sum + it, word.units) })
  }
  return kept.sort((a, b) => b.units - a.units || (a.theirs < b.theirs ? -1 : 1))
}

const stemsOf = (surface: string): string[] => tokensOf(surface).map(({ word }) => stemOf(word))

const isSame = ({ own, theirs }: SharedWord): boolean => own.toLowerCase() === theirs.toLowerCase()

/** Another ending of the same word, its American spelling, or two words in place of one. */
const isVariant = ({ own, stems, isOwnRespelt, areTheirsRespelt }: SharedWord): boolean =>
  !(isOwnRespelt || areTheirsRespelt) || stemsOf(own).join(' ') === stems.join(' ')

const saySome = (words: readonly SharedWord[], say: (words: readonly SharedWord[]) => string): string[] =>
  words.length === 0 ? [] : [say(words)]

const quoted = (words: readonly string[]): string => listWords(words.map((word) => `“${word}”`))

const sayVariants = (variants: readonly SharedWord[]): string =>
  `you write ${quoted(variants.map(({ own }) => own))}, they write ${quoted(variants.map(({ theirs }) => theirs))}`

function sayRespelt({ own, theirs, isOwnRespelt, areTheirsRespelt }: SharedWord): string {
  if (isOwnRespelt && areTheirsRespelt) return `we read your “${own}” and their “${theirs}” as the same`
  return isOwnRespelt
    ? `we read your “${own}” as the same as the funder’s “${theirs}”`
    : `we read the funder’s “${theirs}” as the same as your “${own}”`
}
