import reference from '../../data/reference/areas.json' with { type: 'json' }
import type { Brand } from '../base/brand.ts'
import { AppError } from '../base/errors.ts'
import { slug } from '../base/text.ts'

/** A GSS code that the reference list knows, `E06000025` for South Gloucestershire. */
export type AreaCode = Brand<'AreaCode'>

export interface Area {
  readonly code: AreaCode
  readonly name: string
  readonly kind: 'local_authority' | 'county' | 'combined_authority' | 'region' | 'country' | 'countries'
  /** Every area that this one lies in, nearest first. */
  readonly within: readonly AreaCode[]
}

const AREAS: readonly Area[] = reference.areas.map(({ code, name, kind, within }) => ({
  code: code as AreaCode,
  name,
  kind: kind as Area['kind'],
  within: within as AreaCode[],
}))
const BY_CODE = new Map<string, Area>(AREAS.map((area) => [area.code, area]))

/** Names that people use and the list spells otherwise. */
const ALSO_CALLED: Readonly<Record<string, string>> = {
  bristol: 'E06000023',
  uk: 'K02000001',
  'united-kingdom': 'K02000001',
  national: 'K02000001',
  'yorkshire-and-humber': 'E12000003',
  yorkshire: 'E12000003',
  'greater-london': 'E12000007',
  'bath-and-ne-somerset': 'E06000022',
  banes: 'E06000022',
  herefordshire: 'E06000019',
  durham: 'E06000047',
  hull: 'E06000010',
}

/** Where several areas share a name, the larger one is meant: the region, not the combined authority. */
const SIZE: readonly Area['kind'][] = [
  'combined_authority',
  'local_authority',
  'county',
  'region',
  'country',
  'countries',
]
const BY_NAME = new Map<string, Area>(
  [...AREAS]
    .sort((a, b) => SIZE.indexOf(a.kind) - SIZE.indexOf(b.kind))
    .map((area) => [slug(area.name.replace(/, (city|county) of$/i, '')), area]),
)

export const UNITED_KINGDOM = 'K02000001' as AreaCode

/** Undefined when the reference list does not know the code. */
export const findArea = (code: string): Area | undefined => BY_CODE.get(code)

/** Finds an area by its GSS code or its name, however it is capitalised. */
export function findAreaNamed(text: string): Area | undefined {
  const name = slug(text.replace(/, (city|county) of$/i, ''))
  return BY_CODE.get(text.trim().toUpperCase()) ?? BY_NAME.get(name) ?? BY_CODE.get(ALSO_CALLED[name] ?? '')
}

/** @throws AppError `invalid` for a code that the reference list does not know. */
export function areaCode(text: string): AreaCode {
  const area = findArea(text)
  if (!area) throw new AppError('invalid', `${text} is not the code of an area we know`)
  return area.code
}

/** The name as people say it. @example areaName(areaCode('E06000023')) // 'Bristol', not 'Bristol, City of' */
export const areaName = (code: AreaCode): string =>
  (findArea(code)?.name ?? code).replace(/, (city|county) of$/i, '')

/** Whether `inner` is the same area as `outer`, or lies in it. */
export const contains = (outer: AreaCode, inner: AreaCode): boolean =>
  outer === inner || (findArea(inner)?.within.includes(outer) ?? false)

/** Whether the two areas share any ground. */
export const overlaps = (a: AreaCode, b: AreaCode): boolean => contains(a, b) || contains(b, a)
