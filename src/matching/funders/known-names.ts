import reference from '../../../data/reference/funder-names.json' with { type: 'json' }
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
