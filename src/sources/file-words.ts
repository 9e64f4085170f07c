import type * as z from 'zod'
import { nearestName } from '../base/nearest-name.ts'
import { slug } from '../base/text.ts'
import { type ApplicantType, applicantTypesNamed } from '../domain/applicant-type.ts'
import type { AreaCode } from '../domain/area.ts'
import { placeCoded, placesNamed } from '../domain/areas/places.ts'
import { askWhichArea, findAreaNamed, readArea } from '../domain/areas/read-area.ts'
import { aroundVague, quoteOfVague } from '../domain/areas/vague-place.ts'
import { type Fact, inferred, stated, UNKNOWN } from '../domain/fact.ts'
import { OpportunityKind, VcseSignal } from '../domain/opportunity.ts'
import { BENEFICIARIES, Beneficiary, THEMES, Theme } from '../domain/theme.ts'
import { BadCell, listCell, textCell } from './file-cells.ts'
import type { Column, Row } from './file-columns.ts'

/** The one of our words that the cell has; null when empty. `until spent` is `until_spent`. */
export function wordCell<T extends string>(
  row: Row,
  column: Column,
  words: z.ZodEnum<{ [K in T]: K }>,
): T | null {
  const text = textCell(row, column)
  return text === null ? null : wordFrom(text, column, words, {})
}

export const kindCell = (row: Row): OpportunityKind => wordCell(row, 'kind', OpportunityKind) ?? 'grant'

/** Our words, or the names that pages show for them. */
export const themesCell = (row: Row): readonly Theme[] =>
  unique(listCell(row, 'themes').map((text) => wordFrom(text, 'themes', Theme, THEMES)))

export const beneficiariesCell = (
  row: Row,
  column: 'beneficiaries' | 'beneficiaries_required',
): readonly Beneficiary[] =>
  unique(listCell(row, column).map((text) => wordFrom(text, column, Beneficiary, BENEFICIARIES)))

/** Those of our words that the cell lists, each once. */
export const wordsCell = <T extends string>(
  row: Row,
  column: Column,
  words: z.ZodEnum<{ [K in T]: K }>,
): readonly T[] => unique(listCell(row, column).map((text) => wordFrom(text, column, words, {})))

/** A plain yes stands for `suitable`. */
export function vcseCell(row: Row): readonly VcseSignal[] {
  const said = listCell({ vcse: typeof row.vcse === 'boolean' ? String(row.vcse) : row.vcse }, 'vcse')
  if (said.length === 1 && /^(?:no|false|0)$/i.test(said[0] ?? '')) return []
  return unique(
    said.map((text) =>
      /^(?:yes|true|1)$/i.test(text) ? 'suitable' : wordFrom(text, 'vcse', VcseSignal, {}),
    ),
  )
}

/** Areas as stated; with a place among them that only imported files can tell, what lies around it is inferred. */
export function areasCell(row: Row, column: 'areas' | 'beneficiary_areas'): Fact<readonly AreaCode[]> {
  const texts = listCell(row, column)
  const vague = texts.filter((text) => findAreaNamed(text) === undefined && aroundVague(text) !== null)
  const codes = unique(
    texts.flatMap((text) => (vague.includes(text) ? (aroundVague(text) ?? []) : areasIn(text, column))),
  )
  // An empty list says nothing: it does not mean nowhere.
  if (codes.length === 0) return UNKNOWN
  return vague.length === 0 ? stated(codes) : inferred(codes, quoteOfVague(vague))
}

/** One area by its name or code, or those of a statistical code or of a phrase that funders use. */
function areasIn(text: string, column: Column): readonly AreaCode[] {
  const reading = readArea(text)
  if ('exact' in reading) return [reading.exact.code]
  const coded = placeCoded(text)
  // A border that is no authority's today states nothing.
  const meant = coded?.exact ? coded.codes : placesNamed(text)
  if (meant.length > 0) return meant
  const question = askWhichArea(reading.candidates)
  throw new BadCell(column, `has an area that we do not know: ${text}${question && `. ${question}`}`)
}

export const applicantTypesCell = (row: Row): readonly ApplicantType[] =>
  unique(
    listCell(row, 'applicant_types').flatMap((text) => {
      const types = applicantTypesNamed(text)
      if (types.length === 0) throw new BadCell('applicant_types', `has a kind that we do not know: ${text}`)
      return types
    }),
  )

export const cpvCell = (row: Row): readonly string[] =>
  unique(
    listCell(row, 'cpv').map((text) => {
      const code = /^(\d{8})(?:-\d)?$/.exec(text)?.[1]
      if (code === undefined) throw new BadCell('cpv', `is not a code of eight digits: ${text}`)
      return code
    }),
  )

/** @param names - what people call the words */
function wordFrom<T extends string>(
  text: string,
  column: Column,
  words: z.ZodEnum<{ [K in T]: K }>,
  names: Readonly<Partial<Record<string, string>>>,
): T {
  const named = Object.entries(names).find(([, name]) => slug(name ?? '') === slug(text))?.[0]
  const { success, data } = words.safeParse(named ?? text.toLowerCase().replace(/[\s-]+/g, '_'))
  if (success) return data
  const near = nearestName(text, words.options)
  throw new BadCell(
    column,
    `must be ${words.options.join(', ')}: ${text}${near === null ? '' : ` (did you mean ${near}?)`}`,
  )
}

const unique = <T>(items: readonly T[]): readonly T[] => [...new Set(items)]
