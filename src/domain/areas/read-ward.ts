import { listWords } from '../../base/text.ts'
import { type Area, type AreaCode, areaName, contains, findArea } from '../area.ts'
import { isWardCode, placedWard, type Ward } from '../ward.ts'
import type { NamedAreas } from './forms.ts'
import { askWhichArea, findAreaNamed, readArea } from './read-area.ts'

/** What words say of a ward, before anybody has looked it up. */
export interface WardMention {
  /** GSS code; null where it is named. */
  readonly code: string | null
  /** Without the word “ward”; empty where the code is given. */
  readonly name: string
  /** In which it is said to lie; null where that is not said. */
  readonly area: Area | null
  /** Whether it can be nothing else: the word “ward” or a code is there. */
  readonly isSure: boolean
}

const IN_AREA = /^(.+?)(?:\s*\(([^()]+)\)|\s*,\s*([^,]+)|\s+in\s+(.+))$/i
const WARD = /^(?:the )?ward of (.+)$|^(.+?) (?:electoral )?(?:ward|division)$/i

/**
 * The ward that a text may mean: "E05011950", "Filton ward", "Filton ward (South Gloucestershire)",
 * "Filton, South Glos", "Filton".
 *
 * @returns null for what means another area
 */
export function wardMentioned(text: string): WardMention | null {
  const words = text.trim()
  const code = words.toUpperCase()
  if (isWardCode(code)) return { code, name: '', area: null, isSure: true }
  if (words === '' || findAreaNamed(words)) return null
  const [, inner = words, ...outers] = IN_AREA.exec(words) ?? []
  const area = findAreaNamed(outers.find((outer) => outer !== undefined) ?? '') ?? null
  const said = area === null ? words : inner.trim()
  const [, before, after] = WARD.exec(said) ?? []
  return { code: null, name: before ?? after ?? said, area, isSure: (before ?? after) !== undefined }
}

/**
 * The area that a text means where wards are known: as `readArea`, and then wards.
 *
 * @param wards - those with the code, or the name, that the text mentions
 * @param around - areas that stand beside it, which tell of several wards of one name which is meant
 */
export function readAreaOrWard(
  text: string,
  wards: readonly Ward[],
  around: readonly AreaCode[] = [],
): NamedAreas {
  const mention = wardMentioned(text)
  if (mention === null) return readArea(text)
  const found = wards
    .flatMap((ward) => findArea(placedWard(ward)) ?? [])
    .filter(({ code }) => mention.area === null || contains(mention.area.code, code))
  const near = found.filter(({ within }) => within.some((outer) => around.includes(outer)))
  const [only, second] = near.length === 1 ? near : found
  if (only && second === undefined && (mention.isSure || mention.area !== null)) return { exact: only }
  if (mention.code !== null) return readArea(mention.code)
  if (found.length > 0) return { candidates: found }
  return mention.isSure ? { candidates: [] } : readArea(text)
}

const MOST_ASKED = 6

/** What to ask or tell about a name that means no one area, wards among them; empty for nothing. */
export function askWhichPlace(text: string, candidates: readonly Area[]): string {
  if (candidates.length === 0) {
    return wardMentioned(text)?.isSure ? 'Wards are known once a file of them is imported' : ''
  }
  if (candidates.every(({ kind }) => kind !== 'ward')) return askWhichArea(candidates)
  const names = candidates.slice(0, MOST_ASKED).map(({ code }) => areaName(code))
  const more = candidates.length - names.length
  return `Did you mean ${listWords(more > 0 ? [...names, `one of ${more} more`] : names, 'or')}?`
}
