import { oneLine } from '../../base/text.ts'

/** What one award can be, inclusive, in pence; null where the text sets no end. */
export interface SaidAward {
  readonly min: number | null
  readonly max: number | null
}

const SUM = String.raw`£\s?(\d{1,3}(?:,\d{3})+|\d+)(\.\d{1,3})?\s?(k|m|million|bn|billion)?(?![\w.,]*\d)\b`
const UNITS: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, million: 1e6, bn: 1e9, billion: 1e9 }
const MOST_PENCE = 1e13

const ONE = new RegExp(`^${SUM}$`, 'i')
const AT_MOST = new RegExp(
  String.raw`^(?:up to|(?:a )?max(?:imum|\.)?(?: of)?|no more than|at most):? ${SUM}$`,
  'i',
)
const AT_LEAST = new RegExp(
  String.raw`^(?:from|(?:a )?min(?:imum|\.)?(?: of)?|at least|no less than):? ${SUM}$`,
  'i',
)
const OR_MORE = new RegExp(`^${SUM} (?:or more|and (?:above|over|more))$`, 'i')
const BETWEEN = new RegExp(
  String.raw`^(?:from |between )?${SUM}\s?(?:to|and|-|–|—|up to)\s?${SUM.replace('£', '£?')}$`,
  'i',
)

/** One sum, `£20,000`, `£20k` or `£1.5 million`, as pence; null for anything else. */
export function readSum(text: string): number | null {
  const parts = ONE.exec(tidy(text))
  return parts && penceFrom(parts[1], parts[2], parts[3])
}

/**
 * What an award can be: `£300 to £20,000`, `£300–£20,000`, `up to £20k`, `from £1,000`. One sum alone
 * may be the award or the whole fund, so it is not read; nor is a text that says anything more, such
 * as “a year”, or a first sum that may lack its unit, `£1 to £2 million`.
 */
export function readAward(text: string): SaidAward | null {
  const words = tidy(text)
  const most = AT_MOST.exec(words)
  if (most) return withSum(penceFrom(most[1], most[2], most[3]), (max) => ({ min: null, max }))
  const least = AT_LEAST.exec(words) ?? OR_MORE.exec(words)
  if (least) return withSum(penceFrom(least[1], least[2], least[3]), (min) => ({ min, max: null }))
  const span = BETWEEN.exec(words)
  return span && spanFrom(span)
}

function spanFrom([, low, lowPart, lowUnit, high, highPart, highUnit]: RegExpExecArray): SaidAward | null {
  const [min, max] = [penceFrom(low, lowPart, lowUnit), penceFrom(high, highPart, highUnit)]
  if (min === null || max === null || min > max) return null
  const unit = lowUnit === undefined ? UNITS[highUnit?.toLowerCase() ?? ''] : undefined
  const mayLackUnit = unit !== undefined && min * unit <= max
  return mayLackUnit ? null : { min, max }
}

const withSum = (pence: number | null, said: (pence: number) => SaidAward): SaidAward | null =>
  pence === null ? null : said(pence)

function penceFrom(whole = '', part = '', unit = ''): number | null {
  const pounds = Number(`${whole.replaceAll(',', '')}${part}`) * (UNITS[unit.toLowerCase()] ?? 1)
  const pence = Math.round(pounds * 100)
  const isWhole = Math.abs(pounds * 100 - pence) < 1e-6 * Math.max(1, pence)
  return isWhole && pence <= MOST_PENCE ? pence : null
}

const tidy = (text: string): string => oneLine(text).replace(/[.;]$/, '')
