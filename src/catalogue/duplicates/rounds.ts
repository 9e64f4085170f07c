const NUMBERS = 'one two three four five six seven eight nine ten'.split(' ')
const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ')
const ROMAN = 'i ii iii iv v vi vii viii ix x'.split(' ')

const PART = 'round|phase|wave|tranche|cohort|window|stage|lot|strand|tier|part|edition|cycle|call'
const AFTER = new RegExp(
  `\\b(${PART})s?\\s*(?:no\\.?|number|#|:)?\\s*(\\d{1,3}|${[...NUMBERS, ...ROMAN].join('|')}|[a-d])\\b`,
  'g',
)
const BEFORE = new RegExp(`\\b(${ORDINALS.join('|')}|\\d{1,2}(?:st|nd|rd|th))\\s+(${PART})\\b`, 'g')
const YEAR = /\b((?:19|20)\d\d)(?:\s*(?:[-/–—]|to)\s*(?:(?:19|20)?\d\d))?\b/g
const SEASON = /\b(spring|summer|autumn|winter)\b/g

/** What of a title names one of several: its year, its season, the number of its round or lot. */
export interface Rounds {
  /** By what is counted, `round`, `lot`, `year`, …: which ones. */
  readonly named: ReadonlyMap<string, ReadonlySet<string>>
  /** The title without them. */
  readonly rest: string
}

/**
 * Takes the years, rounds and lots out of a title. Of "2026/27" the first year counts.
 *
 * @example readRounds('Kitchens 2026: Round Three').named // year → 2026, round → 3
 */
export function readRounds(title: string): Rounds {
  const named = new Map<string, Set<string>>()
  const note = (what: string, which: string) => {
    named.set(what, (named.get(what) ?? new Set()).add(which))
    return ' '
  }
  const rest = title
    .toLowerCase()
    .replace(AFTER, (_, what: string, which: string) => note(what, digits(which)))
    .replace(BEFORE, (_, which: string, what: string) => note(what, digits(which)))
    .replace(YEAR, (_, year: string) => note('year', year))
    .replace(SEASON, (_, season: string) => note('season', season))
  return { named, rest }
}

/** Whether both name a year, a season, a round or a lot, and not the same one. */
export const areOtherRounds = (a: Rounds, b: Rounds): boolean =>
  [...a.named].some(([what, which]) => {
    const other = b.named.get(what)
    return other !== undefined && which.isDisjointFrom(other)
  })

function digits(text: string): string {
  for (const words of [NUMBERS, ORDINALS, ROMAN]) {
    const at = words.indexOf(text)
    if (at >= 0) return String(at + 1)
  }
  return /^\d/.test(text) ? String(Number.parseInt(text, 10)) : text
}
