/** Spellings by number, to find those that may be near to a word without looking at the others. */
export interface SpellingIndex {
  readonly spellings: readonly string[]
  /** Their numbers, ascending, by first letter and length. */
  readonly alike: ReadonlyMap<string, readonly number[]>
  /** Which letters each has. */
  readonly letters: Int32Array
}

export function indexSpellings(spellings: readonly string[]): SpellingIndex {
  return {
    spellings,
    alike: Map.groupBy(spellings.keys(), (number) => likeness(spellings[number] ?? '')),
    letters: Int32Array.from(spellings, lettersOf),
  }
}

/** One slip puts one letter in the place of another, at most. */
const LETTERS_A_SLIP = 2

/**
 * Numbers of the spellings that have the same first letter and may be within so many slips of a word, in
 * ascending order. Some are further off.
 */
export function spellingsNear({ alike, letters }: SpellingIndex, word: string, slips: number): number[] {
  const own = lettersOf(word)
  const near: number[] = []
  for (let length = word.length - slips; length <= word.length + slips; length += 1) {
    for (const number of alike.get(likeness(word, length)) ?? []) {
      if (countBits(own ^ (letters[number] ?? 0)) <= LETTERS_A_SLIP * slips) near.push(number)
    }
  }
  return near.sort((a, b) => a - b)
}

const likeness = (word: string, length = word.length): string => `${word.charAt(0)}${length}`

/** A bit for each letter from a to z, and one for all others. */
function lettersOf(word: string): number {
  let letters = 0
  for (let at = 0; at < word.length; at += 1) {
    const letter = word.charCodeAt(at) - 97
    letters |= letter >= 0 && letter < 26 ? 1 << letter : 1 << 26
  }
  return letters
}

/** How many bits of a number are 1: summed in pairs, in fours, in eights, then all at once. */
function countBits(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
