const WORDS = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]

/** A number in digits or, up to twelve and some more, in words; for use inside a pattern. */
export const NUMBER = `(?:\\d{1,3}|${WORDS.join('|')}|eighteen|twenty-four|thirty-six|an?)`

const MORE: Readonly<Record<string, number>> = {
  eighteen: 18,
  'twenty-four': 24,
  'thirty-six': 36,
  a: 1,
  an: 1,
}

/** @example numberFrom('three') // 3 */
export const numberFrom = (word: string): number =>
  /^\d+$/.test(word) ? Number(word) : (MORE[word] ?? WORDS.indexOf(word) + 1)

/** A time span; its two groups are for `monthsFrom`. */
export const SPAN = `(${NUMBER})[- ](?:full |complete |calendar |financial )?(month|year)s?`

/** @example monthsFrom('two', 'year') // 24 */
export const monthsFrom = (many: string, unit: string): number =>
  numberFrom(many) * (unit === 'year' ? 12 : 1)
