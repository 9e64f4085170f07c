import lists from '../../../data/reference/ordinary-words.json' with { type: 'json' }
import { LEXICON_WORDS, lexiconNumber } from '../topics/phrases.ts'
import { respell, type Spellings, spellingsOf } from './spellings.ts'
import { stemOf } from './stem.ts'
import type { WordTable } from './word-table.ts'

/** The words that are known: those of the table and of the lexicon. */
export interface Vocabulary {
  has(stem: string): boolean
  /** Whether a word with that stem is right as it stands: known, or an ordinary word of English. */
  isRight(stem: string): boolean
  /** The known stems that begin with these letters, in alphabetical order. */
  goingOn(letters: string): readonly string[]
  /** The known stem that a word that is not right most likely is a misspelling of; undefined when none is near. */
  respell(word: string, stem: string): string | undefined
}

const ORDINARY = new Set(lists.words.flatMap((line) => line.split(' ')).map(stemOf))

const RAREST = 255

export function vocabularyOf({ words }: WordTable): Vocabulary {
  const rarityOf = (stem: string): number => words.get(stem)?.rarity ?? RAREST
  const stems = [...new Set([...words.keys(), ...LEXICON_WORDS.values()])].sort()
  let spellings: Spellings | undefined
  const has = (stem: string): boolean => words.has(stem) || lexiconNumber(stem) > 0
  return {
    has,
    isRight: (stem) => has(stem) || ORDINARY.has(stem),
    goingOn: (letters) => stems.slice(firstFrom(stems, letters), firstFrom(stems, `${letters}\uffff`)),
    respell(word, stem) {
      spellings ??= spellingsOf(
        Array.from(LEXICON_WORDS, ([spelling, of]) => ({ spelling, stem: of, rarity: rarityOf(of) })),
        stems.map((it) => ({ spelling: it, stem: it, rarity: rarityOf(it) })),
      )
      return respell(spellings, word, stem)
    },
  }
}

/** Where in a sorted list the first stands that is not before the given one. */
function firstFrom(sorted: readonly string[], given: string): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] ?? '') < given) low = middle + 1
    else high = middle
  }
  return low
}
