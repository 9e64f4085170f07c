import { listWords } from '../base/text.ts'
import { type AreaCode, areaName, findArea } from '../domain/area.ts'

/** An area as it stands in a sentence. @example sayArea(areaCode('E12000009')) // 'the South West' */
export function sayArea(code: AreaCode): string {
  const name = areaName(code)
  const kind = findArea(code)?.kind
  const compass = /^(North|South|East|West) (East|West|Midlands|of)\b|^(East|West) Midlands$/.test(name)
  return name === 'United Kingdom' || (compass && kind !== 'local_authority') ? `the ${name}` : name
}

/** Areas in words; a long list by its first three. */
export function sayAreas(codes: readonly AreaCode[], last: 'and' | 'or' = 'and'): string {
  const names = [...new Set(codes.map(sayArea))]
  if (names.length <= 4) return listWords(names, last)
  return listWords([...names.slice(0, 3), `${names.length - 3} other areas`], last)
}

/** What would settle where wards are that nobody has placed. */
export const askToImport = (wards: readonly AreaCode[]): string =>
  `Where is ${sayAreas(wards)}: can whoever runs this service import the wards of the Office for National Statistics?`
