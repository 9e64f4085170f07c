import lists from '../../../data/reference/ordinary-words.json' with { type: 'json' }
import { isLexiconStem, LEXICON_WORDS } from '../topics/phrases.ts'
import { respell, type Spellings, spellingsOf } from './spellings.ts'
import { stemOf } from './stem.ts'
import type { WordTable } from './word-table.ts'

/** The words that are known: those of the table and of the lexicon. */
export interface Vocabulary {
  has(stem: string): boolean
  /** Whether a word with that stem is right as it stands: known, or an ordinary word of English. */
  isRight(stem: string): boolean
  /** Whether a known stem begins with these letters and goes on for three more. */
  goesOn(letters: string): boolean
  /** The known stem that a word that is not right most likely is a misspelling of; undefined when none is near. */
  respell(word: string, stem: string): string | undefined
}

const ORDINARY = new Set(lists.words.flatMap((line) => line.split(' ')).map(stemOf))

const RAREST = 255
const FEWEST_MORE = 3

export function vocabularyOf({ words }: WordTable): Vocabulary {
  const rarityOf = (stem: string): number => words.get(stem)?.rarity ?? RAREST
  const stems = [...new Set([...words.keys(), ...LEXICON_WORDS.values()])].sort()
  let spellings: Spellings | undefined
  const prefixes = prefixesOf(stems)
  const has = (stem: string): boolean => words.has(stem) || isLexiconStem(stem)
  return {
    has,
    isRight: (stem) => has(stem) || ORDINARY.has(stem),
    goesOn: (letters) => prefixes.has(letters),
    respell(word, stem) {
      spellings ??= spellingsOf(
        Array.from(LEXICON_WORDS, ([spelling, of]) => ({ spelling, stem: of, rarity: rarityOf(of) })),
        stems.map((it) => ({ spelling: it, stem: it, rarity: rarityOf(it) })),
      )
      return respell(spellings, word, stem)
    },
  }
}

function prefixesOf(stems: readonly string[]): ReadonlySet<string> {
  const prefixes = new Set<string>()
  for (const stem of stems) {
    for (let length = FEWEST_MORE; length <= stem.length - FEWEST_MORE; length += 1)
      prefixes.add(stem.slice(0, length))
  }
  return prefixes
}
