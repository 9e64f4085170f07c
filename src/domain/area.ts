import reference from '../../data/reference/areas.json' with { type: 'json' }
import type { Brand } from '../base/brand.ts'
import { AppError } from '../base/errors.ts'
import { parseWard } from './ward.ts'

/**
 * A GSS code that the reference list knows, `E06000025` for South Gloucestershire; or a ward, whose code
 * carries its council and name where a file has told them: `E05011950@E06000025:Filton`.
 */
export type AreaCode = Brand<'AreaCode'>

export interface Area {
  readonly code: AreaCode
  readonly name: string
  readonly kind:
    | 'ward'
    | 'local_authority'
    | 'county'
    | 'combined_authority'
    | 'region'
    | 'country'
    | 'countries'
  /** Every area that this one lies in, nearest first. */
  readonly within: readonly AreaCode[]
}

/** In the order of the reference list: smaller areas first, and those of an older code before their successors. */
export const AREAS: readonly Area[] = reference.areas.map(({ code, name, kind, within }) => ({
  code: code as AreaCode,
  name,
  kind: kind as Area['kind'],
  within: within as AreaCode[],
}))
const BY_CODE = new Map<string, Area>(AREAS.map((area) => [area.code, area]))

export const UNITED_KINGDOM = 'K02000001' as AreaCode

/** Undefined for what is neither a code of the reference list nor a ward. */
export const findArea = (code: string): Area | undefined => BY_CODE.get(code) ?? wardArea(code)

const GSS_LENGTH = 9

/** The same for what others wrote: a plain GSS code, without what a ward carries here. */
export const areaOfCode = (text: string): Area | undefined =>
  text.length === GSS_LENGTH ? findArea(text) : undefined

/** Codes of wards begin with these, and the country around them. */
const WARDS_OF: Readonly<Record<string, string>> = {
  E05: 'E92000001',
  W05: 'W92000004',
  S13: 'S92000003',
  N08: 'N92000002',
}

/** A few hundred wards are asked for again and again. */
const WARDS = new Map<string, Area>()
const MOST_WARDS = 20_000

function wardArea(text: string): Area | undefined {
  const known = WARDS.get(text)
  if (known) return known
  const around = WARDS_OF[text.slice(0, 3)]
  const ward = around === undefined ? undefined : parseWard(text)
  const outer = ward && BY_CODE.get(ward.placed?.authority ?? around ?? '')
  if (!(ward && outer)) return undefined
  const name = ward.placed?.name ?? ''
  const area: Area = { code: text as AreaCode, name, kind: 'ward', within: [outer.code, ...outer.within] }
  if (WARDS.size === MOST_WARDS) WARDS.clear()
  WARDS.set(text, area)
  return area
}

/** Whether it is a ward of which nobody has told in which council it lies. */
export const isUnplaced = (code: AreaCode): boolean =>
  code.length === GSS_LENGTH && code.slice(0, 3) in WARDS_OF

/** The areas, each once, with its council for a ward; without those of which nobody has told the council. */
export const councilsOf = (areas: readonly AreaCode[]): AreaCode[] => [
  ...new Set(
    areas.flatMap((code) => {
      if (isUnplaced(code)) return []
      const area = findArea(code)
      return area?.kind === 'ward' ? area.within.slice(0, 1) : [code]
    }),
  ),
]

/** The code as the Office for National Statistics writes it, without what a ward carries. */
export const gssCode = (code: AreaCode): string => code.slice(0, GSS_LENGTH)

/** @throws AppError `invalid` for a code that the reference list does not know. */
export function areaCode(text: string): AreaCode {
  const area = findArea(text)
  if (!area) throw new AppError('invalid', `${text} is not the code of an area we know`)
  return area.code
}

/**
 * The name as people say it; of a ward with its council, since names of wards come again and again.
 *
 * @example areaName(areaCode('E06000023')) // 'Bristol', not 'Bristol, City of'
 */
export function areaName(code: AreaCode): string {
  const area = findArea(code)
  if (area?.kind === 'ward') return wardName(area)
  return (area?.name ?? code).replace(/, (city|county) of$/i, '')
}

function wardName({ code, name, within: [outer] }: Area): string {
  const ward = name === '' ? `ward ${gssCode(code)}` : `${name} ward`
  return isUnplaced(code) || outer === undefined ? ward : `${ward} (${areaName(outer)})`
}

/** Whether `inner` is the same area as `outer`, or lies in it. */
export const contains = (outer: AreaCode, inner: AreaCode): boolean =>
  gssCode(outer) === gssCode(inner) || (findArea(inner)?.within.includes(outer) ?? false)

/** Whether the two areas share any ground. */
export const overlaps = (a: AreaCode, b: AreaCode): boolean => contains(a, b) || contains(b, a)
