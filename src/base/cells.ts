import { type IsoDate, isIsoDate } from './date.ts'

/**
 * What a cell of a list says: a value, nothing (null), or something that cannot be read, with what
 * would do. Lists are made by hand, so the forms that people write are taken.
 */
export type Cell<T> =
  | { readonly ok: true; readonly value: T | null }
  | { readonly ok: false; readonly wants: string }

const nothing = { ok: true, value: null } as const
const read = <T>(value: T): Cell<T> => ({ ok: true, value })

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** @example readDay('3 June 2026'), readDay('03/06/2026'), readDay('2026-06-03') // all '2026-06-03' */
export function readDay(text: string): Cell<IsoDate> {
  const words = text.trim()
  if (words === '') return nothing
  const spoken = /^(\d{1,2})\s+([a-z]{3,9})\.?\s+(\d{4})$/i.exec(words)
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(words)
  const month = spoken
    ? MONTHS.indexOf((spoken[2] ?? '').slice(0, 3).toLowerCase()) + 1
    : Number(slashed?.[2])
  const [day, year] = [(spoken ?? slashed)?.[1], (spoken ?? slashed)?.[3]]
  const iso = day === undefined ? words : `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`
  return isIsoDate(iso) ? read(iso) : { ok: false, wants: 'a date like 2026-06-03 or 3 June 2026' }
}

/** A hundred thousand million pounds: more than any fund holds. */
const MOST_PENCE = 1e13

/** Pounds, with a sign and commas if they are there, as pence. @example readMoney('£1,250.50') // 125050 */
export function readMoney(text: string): Cell<number> {
  const words = text.trim()
  if (words === '') return nothing
  const pounds = /^£?\s*(\d{1,3}(?:,\d{3})+|\d+)(\.\d{1,2})?$/.exec(words)
  if (!pounds) return { ok: false, wants: 'an amount in pounds like 10000 or £10,000' }
  const pence = Math.round(Number(`${(pounds[1] ?? '').replaceAll(',', '')}${pounds[2] ?? ''}`) * 100)
  return pence <= MOST_PENCE ? read(pence) : { ok: false, wants: 'an amount that anybody has' }
}

export function readYesNo(text: string): Cell<boolean> {
  const words = text.trim().toLowerCase()
  if (words === '') return nothing
  if (['yes', 'y', 'true', '1'].includes(words)) return read(true)
  if (['no', 'n', 'false', '0'].includes(words)) return read(false)
  return { ok: false, wants: 'yes or no' }
}

/** A whole number, inclusive of both ends. */
export function readWhole(text: string, least: number, most: number): Cell<number> {
  const words = text.trim()
  if (words === '') return nothing
  const value = /^\d{1,9}$/.test(words) ? Number(words) : Number.NaN
  return value >= least && value <= most
    ? read(value)
    : { ok: false, wants: `a whole number from ${least} to ${most}` }
}

/** The parts of a cell that lists several, separated by semicolons; empty ones left out. */
export const readList = (text: string): string[] =>
  text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
