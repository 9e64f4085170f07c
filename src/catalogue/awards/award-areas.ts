import { readList } from '../../base/cells.ts'
import { type AreaCode, areaOfCode } from '../../domain/area.ts'
import { readArea } from '../../domain/areas/read-area.ts'

/** The codes in a text that we know without an imported file: publishers give those of smaller areas too, and names. */
export const codesIn = (text: string): AreaCode[] =>
  [...new Set(text.toUpperCase().split(/[\s;,]+/))].flatMap((code) => {
    const area = areaOfCode(code)
    return area === undefined || area.kind === 'ward' ? [] : [area.code]
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
