import reference from '../../../data/reference/areas.json' with { type: 'json' }
import { type AreaCode, areaCode, areaName } from '../../domain/area.ts'
import { tokensOf } from '../words/tokens.ts'

/** Ordinary words that are also the name of an area: by themselves they say nothing of a place. */
const ORDINARY = new Set(
  'bath west east north south central mid rugby reading barking wells hull down slough stone highland highlands island sandwich battle deal'.split(
    ' ',
  ),
)

/** Names that people use, and the smallest area of the list that holds the place. */
const ALSO_CALLED: Readonly<Record<string, string>> = {
  avon: 'E12000009',
  berkshire: 'E12000008',
  cheshire: 'E12000002',
  cleveland: 'E12000001',
  cumbria: 'E12000002',
  dyfed: 'W92000004',
  edinburgh: 'S12000036',
  glasgow: 'S12000049',
  gwent: 'W92000004',
  humberside: 'E12000003',
  merseyside: 'E47000004',
  'north yorkshire': 'E12000003',
  northamptonshire: 'E12000004',
  northumbria: 'E12000001',
  strathclyde: 'S92000003',
  sussex: 'E12000008',
  tyneside: 'E12000001',
  ulster: 'N92000002',
  yorkshire: 'E12000003',
}

/** Larger areas first: of two with one name the larger is meant. */
const SIZES = ['countries', 'country', 'region', 'county', 'local_authority', 'combined_authority']

const LONGEST_NAME = 5
const BY_WORDS = names()
const FIRST_WORDS = new Set([...BY_WORDS.keys()].map((name) => name.split(' ')[0] ?? ''))

/** The areas that a text names, in the order in which it does, each once. */
export function namedAreas(text: string): readonly AreaCode[] {
  const words = tokensOf(text).map(({ word }) => word)
  const found = new Set<AreaCode>()
  for (let at = 0; at < words.length; ) {
    const name = nameAt(words, at)
    if (name && !isPartOfName(words, at) && !isLeftOut(words, at)) found.add(name.code)
    at += name?.length ?? 1
  }
  return [...found]
}

/** "Sport England" and "the Prince of Wales" are no places. */
const isPartOfName = (words: readonly string[], at: number): boolean =>
  NAMES_BEFORE.has(words[at - 1] ?? '') || (words[at - 1] === 'of' && TITLES.has(words[at - 2] ?? ''))

const NAMES_BEFORE = new Set('sport arts historic natural swim new netball athletics'.split(' '))
const TITLES = new Set(
  'church bank prince princess bishop archbishop king queen duke duchess museum'.split(' '),
)

/** "We cannot fund work in Scotland or Wales" is not about either. */
const isLeftOut = (words: readonly string[], at: number): boolean =>
  words.slice(Math.max(0, at - REACH), at).some((word) => NEGATIONS.has(word))

const REACH = 10
const NEGATIONS = new Set('not cannot except excluding exclude excludes outside unable never'.split(' '))

function nameAt(words: readonly string[], at: number) {
  if (!FIRST_WORDS.has(words[at] ?? '')) return undefined
  for (let length = Math.min(LONGEST_NAME, words.length - at); length > 0; length -= 1) {
    const code = BY_WORDS.get(words.slice(at, at + length).join(' '))
    if (code) return { code, length }
  }
  return undefined
}

function names(): ReadonlyMap<string, AreaCode> {
  const byWords = new Map<string, AreaCode>()
  const keep = (name: string, code: AreaCode) => {
    const words = tokensOf(name)
      .map(({ word }) => word)
      .join(' ')
    if (words.length > 3 && !ORDINARY.has(words) && !byWords.has(words)) byWords.set(words, code)
  }
  for (const kind of SIZES) {
    for (const area of reference.areas.filter((it) => it.kind === kind)) {
      const code = areaCode(area.code)
      for (const name of [area.name, areaName(code), ...shortForms(areaName(code))]) keep(name, code)
    }
  }
  for (const [name, code] of Object.entries(ALSO_CALLED)) keep(name, areaCode(code))
  return byWords
}

/** @example shortForms('City of Edinburgh') // 'Edinburgh' among them */
function shortForms(name: string): string[] {
  return [
    name.replace(/ (City|District)$/, ''),
    name.replace(/ upon .*$/i, ''),
    name.replace(/^City of /, ''),
  ]
}
