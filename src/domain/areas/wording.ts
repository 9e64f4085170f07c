import reference from '../../../data/reference/area-names.json' with { type: 'json' }
import { wordsOfName } from '../../base/names/fold.ts'
import { type SameAs, type Wording, wordingOf } from '../../base/names/wording.ts'
import { AREAS } from '../area.ts'

const LETTERS: Readonly<Record<string, string>> = { north: 'n', south: 's', east: 'e', west: 'w' }

/** Words of places, by what they are written as: "glos", and "s glos" for South Gloucestershire. */
export const PLACE_WORDS: SameAs = { ...reference.sameAs, ...byLetters() }

/** Left out of the names of areas before they are compared: "Newcastle on Tyne" is Newcastle upon Tyne. */
const SMALL = ['the', 'of', 'and', 'on', 'upon', 'under', 'in', 'by', 'with', 'y']

/** What says of which kind a body is, and not where. */
const STATUS = ['council', 'city', 'county', 'borough', 'district', 'metropolitan', 'royal', 'unitary']
const MORE_STATUS = ['authority', 'combined', 'mayoral', 'region', 'local', 'mbc', 'dc', 'bc', 'cc']

/** How the names of areas are compared where none is the same. */
export const AREA_WORDING: Wording = wordingOf({
  fold: wordsOfName,
  sameAs: PLACE_WORDS,
  small: [...SMALL, ...STATUS, ...MORE_STATUS],
  legalForms: [],
  networks: [],
  faint: ['isle', 'isles', 'islands'],
})

const SMALL_WORDS = new Set(SMALL)

/** The telling words of a name of an area, each written in one way; of kinds of bodies too. */
export const areaWords = (name: string): string[] =>
  AREA_WORDING.oneWayOfWriting(wordsOfName(name)).filter((word) => !SMALL_WORDS.has(word))

/** "South Gloucestershire" is also written "S Glos", "North East Lincolnshire" "NE Lincs" or "N E Lincs". */
function byLetters(): SameAs {
  const phrases = AREAS.flatMap(({ name }) => {
    const words = name.toLowerCase().split(/[\s,]+/)
    const end = words.findIndex((word) => !(word in LETTERS))
    const lead = end < 0 ? words : words.slice(0, end)
    if (lead.length === 0) return []
    const letters = lead.map((word) => LETTERS[word] ?? '')
    const ways = [...new Set([letters.join(' '), letters.join('')])]
    const rests = end < 0 ? [''] : waysToWrite(words.slice(end).join(' '))
    return [[words.join(' '), ways.flatMap((way) => rests.map((rest) => `${way} ${rest}`.trim()))] as const]
  })
  return Object.fromEntries(phrases)
}

/** A name, and its usual abbreviations. */
function waysToWrite(name: string): string[] {
  const short = new Map<string, readonly string[]>(Object.entries(reference.sameAs)).get(name)
  return [name, ...(short ?? [])]
}
