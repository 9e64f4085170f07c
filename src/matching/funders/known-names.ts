import reference from '../../../data/reference/funder-names.json' with { type: 'json' }
import { areaName } from '../../domain/area.ts'
import { areasNamed } from '../../domain/areas/forms.ts'
import { foldedFunderName } from '../../domain/funder.ts'
import { bodyWording } from '../names/wording.ts'

/** How the names of funders are written. */
export const FUNDER_WORDING = bodyWording(reference.sameAs)

/** The same for all names that one funder has or had, folded; short names and letters are none of them. */
export function lastingFunderName(name: string): string {
  const folded = foldedFunderName(name)
  return NAME_OF_TODAY.get(folded) ?? folded
}

/** What else the funder of that name is called: former names, short ones, letters. */
export const otherFunderNames = (name: string): readonly string[] =>
  OTHER_NAMES.get(lastingFunderName(name)) ?? []

const NAME_OF_TODAY: ReadonlyMap<string, string> = new Map(
  reference.funders.flatMap(({ name, formerly }) =>
    formerly.map((old) => [foldedFunderName(old), foldedFunderName(name)]),
  ),
)

const OTHER_NAMES: ReadonlyMap<string, readonly string[]> = new Map(
  reference.funders.map(({ name, formerly, short }) => [
    foldedFunderName(name),
    [name, ...formerly, ...short],
  ]),
)

const SAME_NAMES: ReadonlyMap<string, readonly string[]> = new Map(
  reference.funders.map(({ name, formerly }) => [foldedFunderName(name), [name, ...formerly]]),
)

/**
 * The name, and all that surely mean the same funder: those that it is known to have had and, of a
 * council, the usual forms. Letters and short names are none: others have them too.
 *
 * @example surelySameNames('London Borough of Camden') // also 'Camden Council'
 */
export function surelySameNames(name: string): readonly string[] {
  return [
    name,
    ...(SAME_NAMES.get(lastingFunderName(name)) ?? []),
    ...councilNames(name).flatMap(councilForms),
  ]
}

/** "London Borough of Camden" is also Camden Council. */
export function councilNames(name: string): string[] {
  const area = areasNamed(name)
  return 'exact' in area ? [`${areaName(area.exact.code)} Council`] : []
}

/** How councils write their names. */
const councilForms = (council: string): string[] => {
  const area = council.replace(/ Council$/, '')
  const kinds = ['', 'City ', 'County ', 'Borough ', 'District ', 'Metropolitan Borough ']
  const before = ['London Borough of', 'Royal Borough of', 'City of', 'Council of the City of']
  return [...kinds.map((kind) => `${area} ${kind}Council`), ...before.map((words) => `${words} ${area}`)]
}
