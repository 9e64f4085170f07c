import reference from '../../data/reference/areas.json' with { type: 'json' }
import type { Brand } from '../base/brand.ts'
import { AppError } from '../base/errors.ts'

/** A GSS code that the reference list knows, `E06000025` for South Gloucestershire. */
export type AreaCode = Brand<'AreaCode'>

export interface Area {
  readonly code: AreaCode
  readonly name: string
  readonly kind: 'local_authority' | 'county' | 'combined_authority' | 'region' | 'country' | 'countries'
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

/** Undefined when the reference list does not know the code. */
export const findArea = (code: string): Area | undefined => BY_CODE.get(code)

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
