import reference from '../../../data/reference/area-names.json' with { type: 'json' }
import { AREAS, type Area, areaName, contains, findArea } from '../area.ts'
import { stripStatus } from './status.ts'
import { areaWords } from './wording.ts'

/** What a name means: one area; or the areas that may be meant, none when it is no name of an area. */
export type NamedAreas = { readonly exact: Area } | { readonly candidates: readonly Area[] }

/** The areas that have just this name, in whatever way it is written. */
export function areasNamed(name: string): NamedAreas {
  const words = areaWords(name)
  const whole = WHOLE.get(formOf(words))
  if (whole) return oneOf(whole)
  const stripped = stripStatus(words)
  const form = formOf(stripped.words)
  const named = WHOLE.get(form) ?? SHORT.get(form)
  if (!named) return { candidates: COULD_BE.get(form) ?? [] }
  const meant = named.filter(({ kind }) => stripped.allows(kind))
  // The council of Gloucestershire is called Gloucester County Council by many.
  const shire = stripped.isCounty ? (WHOLE.get(`${form}shire`) ?? []) : []
  return shire.length > 0 || meant.length === 0 ? { candidates: [...shire, ...named] } : oneOf(meant)
}

/** Of areas with one name the one in which all others lie is meant: the region, not the combined authority. */
function oneOf(areas: readonly Area[]): NamedAreas {
  const outer = areas.find((one) => areas.every((area) => contains(one.code, area.code)))
  return outer ? { exact: outer } : { candidates: areas }
}

const OTHER_NAMES = [reference.otherNames, reference.welsh].map(
  (names) => new Map<string, readonly string[]>(Object.entries(names)),
)

/** Every name of the area that the reference lists have, its usual one first. */
export const namesOfArea = ({ code, name }: Area): readonly string[] => [
  areaName(code),
  name,
  ...OTHER_NAMES.flatMap((names) => names.get(code) ?? []),
]

/** Words written as one, so that joined and split words are the same. */
const formOf = (words: readonly string[]): string => words.join('')

type Forms = Map<string, readonly Area[]>

function add(forms: Forms, form: string, area: Area | undefined): void {
  const known = forms.get(form) ?? []
  if (area && !known.includes(area)) forms.set(form, [...known, area])
}

/** The areas of which it is a whole name. */
const WHOLE: Forms = new Map()
for (const area of AREAS) {
  for (const name of namesOfArea(area)) add(WHOLE, formOf(areaWords(name)), area)
}

/** Those whose name it is without "City" or "County"; but "City of London" is not London. */
const SHORT: Forms = new Map()
for (const area of AREAS) {
  const form = formOf(stripStatus(areaWords(area.name)).words)
  if (!WHOLE.has(form)) add(SHORT, form, area)
}

/** Those that may be meant. */
const COULD_BE: Forms = new Map()
for (const [name, codes] of Object.entries(reference.couldBe)) {
  for (const code of codes) add(COULD_BE, formOf(areaWords(name)), findArea(code))
}
