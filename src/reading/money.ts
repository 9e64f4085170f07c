/** One amount in pounds, and where it stands in a folded text. */
export interface Money {
  readonly pence: number
  readonly at: number
  readonly end: number
}

const UNIT = '( ?(?:k|m|bn|thousand|million|billion)\\b)?'
const WHOLE = '(\\d{1,3}(?:,\\d{3})+|\\d{1,9})(\\.\\d{1,2})?'
/** Digits in groups of three or none, pence, and a unit. */
const AMOUNT = new RegExp(`(?:£|\\bgbp) ?${WHOLE}${UNIT}`, 'g')
/** The second half of a range that has only one sign: "£10 to 20 million". */
const SECOND = new RegExp(`^( ?(?:-|to|and) ?)${WHOLE}${UNIT}(?![\\d,]*%)`)
const UNITS: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  million: 1e6,
  bn: 1e9,
  billion: 1e9,
}

/** Every amount in pounds, in order. One that is not written as an amount is ("£120,00") is left out. */
export const moneyIn = (text: string): readonly Money[] =>
  [...text.matchAll(AMOUNT)].flatMap((match) => {
    const end = match.index + match[0].length
    const isCutOff = /^(?:,\d|\.\d|\d)/.test(text.slice(end, end + 2))
    return isCutOff ? [] : oneOrTwo(match, end, SECOND.exec(text.slice(end, end + 40)))
  })

/** An amount, and the second half of its range where that is larger. */
function oneOrTwo(match: RegExpExecArray, end: number, second: RegExpExecArray | null): readonly Money[] {
  const [, whole = '', part = '', unit = ''] = match
  const [all = '', between = '', whole2 = '', part2 = '', unit2 = ''] = second ?? []
  const alone = { pence: penceFrom(whole, part, unit), at: match.index, end }
  if (second === null) return [alone]
  const last = penceFrom(whole2, part2, unit2)
  const first = unit === '' ? penceFrom(whole, part, unit2) : alone.pence
  if (last <= first) return [alone]
  return [
    { ...alone, pence: first },
    { pence: last, at: end + between.length, end: end + all.length },
  ]
}

const penceFrom = (whole: string, part: string, unit: string): number =>
  Math.round(Number(whole.replaceAll(',', '') + part) * (UNITS[unit.trim()] ?? 1) * 100)

/** An amount with the words around it. */
export interface Sum extends Money {
  /** The words from the amount before, or the start, up to it. */
  readonly before: string
  /** The words from its end to the next amount, or the end. */
  readonly after: string
  /** The next amount; undefined for the last. */
  readonly next: Money | undefined
  readonly isFirst: boolean
}

/** Every amount of a folded text with the words around it, in order. */
export const sumsIn = (text: string): readonly Sum[] =>
  moneyIn(text).map((one, at, all) => ({
    ...one,
    before: text.slice(all[at - 1]?.end ?? 0, one.at),
    after: text.slice(one.end, all[at + 1]?.at ?? text.length),
    next: all[at + 1],
    isFirst: at === 0,
  }))
