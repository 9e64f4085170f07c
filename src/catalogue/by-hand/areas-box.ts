import { readList } from '../../base/cells.ts'
import type { AreaCode } from '../../domain/area.ts'
import { findAreaNamed } from '../../domain/areas/read-area.ts'
import { askWhichPlace, readAreaOrWard } from '../../domain/areas/read-ward.ts'
import type { HandFault } from '../../domain/hand-form.ts'
import { areaInForm } from '../../domain/hand-form-of.ts'
import type { Ward } from '../../domain/ward.ts'

/** What is known of the areas that a form names. */
export interface KnownAreas {
  /** The wards that a name may mean. */
  readonly wardsOf: (name: string) => readonly Ward[]
  /** Those that the form came filled in with: under the name that it shows, each of them is meant again. */
  readonly shown: readonly AreaCode[]
}

/** More than there are councils. */
const MOST_AREAS = 500

/** The areas that the box names, each once, and what is wrong with every other name. */
export function readAreas(
  text: string,
  { wardsOf, shown }: KnownAreas,
): { readonly areas: readonly AreaCode[]; readonly faults: readonly HandFault[] } {
  const names = readList(text)
  if (names.length > MOST_AREAS) {
    return { areas: [], faults: [{ field: 'areas', text: `Name ${MOST_AREAS} areas or fewer` }] }
  }
  const around = names.flatMap((name) => findAreaNamed(name)?.code ?? [])
  const faults: HandFault[] = []
  const areas = names.flatMap((name): readonly AreaCode[] => {
    const again = shown.find((code) => areaInForm(code) === name)
    if (again !== undefined) return [again]
    const reading = readAreaOrWard(name, wardsOf(name), around)
    if ('exact' in reading) return [reading.exact.code]
    const question = askWhichPlace(name, reading.candidates)
    faults.push({ field: 'areas', text: `“${name}” is not an area that we know. ${question}`.trim() })
    return []
  })
  return { areas: [...new Set(areas)], faults }
}
