import { readList } from '../../base/cells.ts'
import { type AreaCode, areaOfCode } from '../../domain/area.ts'
import { readArea } from '../../domain/areas/read-area.ts'

/** The codes in a text that may be of areas that we know, wards included: publishers give smaller areas too, and names. */
export const codesIn = (text: string): AreaCode[] =>
  [...new Set(text.toUpperCase().split(/[\s;,]+/))].flatMap((code) => {
    const area = areaOfCode(code)
    return area === undefined ? [] : [area.code]
  })

/** The areas that names mean which may be no other, separated by semicolons. @example placesNamed('Oxford city; Newport') */
export const placesNamed = (text: string): AreaCode[] => [
  ...new Set(
    readList(text).flatMap((name) => {
      const reading = readArea(name)
      return 'exact' in reading ? [reading.exact.code] : []
    }),
  ),
]
