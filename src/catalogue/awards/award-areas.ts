import { readList } from '../../base/cells.ts'
import { type AreaCode, findArea } from '../../domain/area.ts'
import { readArea } from '../../domain/areas/read-area.ts'

/** The codes in a text that we know: publishers give those of smaller areas too, and names. */
export const codesIn = (text: string): AreaCode[] =>
  [...new Set(text.toUpperCase().split(/[\s;,]+/))].flatMap((code) => findArea(code)?.code ?? [])

/** The areas that names mean which may be no other, separated by semicolons. @example placesNamed('Oxford city; Newport') */
export const placesNamed = (text: string): AreaCode[] => [
  ...new Set(
    readList(text).flatMap((name) => {
      const reading = readArea(name)
      return 'exact' in reading ? [reading.exact.code] : []
    }),
  ),
]
