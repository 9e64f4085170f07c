import { type LexemeFinder, lexemeFinder } from './find-lexeme.ts'
import { keptPairs } from './kept-pairs.ts'
import { keptSurfaces, type Lookup } from './kept-surfaces.ts'
import type { Lexeme } from './lexeme.ts'
import { addWord, emptyWordList, type WordList } from './word-list.ts'
import type { WordTable } from './word-table.ts'

/** Words by number, each looked up when it is first met. */
export interface Words {
  readonly list: WordList
  /** The number of a word as it stands in a text; 0 for what is no word, such as a number or a single letter. */
  readonly find: Lookup
  /** The same for the first word of a sentence, whose capital says nothing. */
  readonly first: Lookup
  /** The number of the one word that two neighbours are; 0 when they are just two. */
  join(first: number, second: number): number
}

/** The words to read the next text by. Those of texts that are read stay as they are. */
export type Dictionary = () => Words

/** The same words come again and again. Once there are more than so many, most of them will not. */
const MOST_WORDS = 200_000

/**
 * A dictionary over what was learnt of words.
 *
 * @param most - once it has more words than that it begins with none again
 */
export function dictionaryOf(table: WordTable, most = MOST_WORDS): Dictionary {
  const finder = lexemeFinder(table)
  let words = noWords(finder)
  return () => {
    if (words.list.size > most) words = noWords(finder)
    return words
  }
}

function noWords(finder: LexemeFinder): Words {
  const list = emptyWordList()
  const add = (lexeme: Lexeme | null): number => {
    if (lexeme === null) return 0
    // What a misspelt word is as it stands comes right before what it was read as.
    if (lexeme.asWritten) addWord(list, lexeme.asWritten)
    return addWord(list, lexeme)
  }
  const find = keptSurfaces((surface) => add(finder.find(surface)))
  const inOne = keptSurfaces((word) => add(finder.whole(word)))
  const join = keptPairs((first, second) => {
    const [one, other] = [list.lexemes[first], list.lexemes[second]]
    const word = one && other ? finder.join(one, other) : null
    return word === null ? 0 : inOne(word)
  })
  return { list, find, first: keptSurfaces((surface) => find(smallFirst(surface))), join }
}

/** But a word that is all in capitals is so wherever it stands. */
function smallFirst(surface: string): string {
  const second = surface.charAt(1)
  return second !== second.toUpperCase() ? surface.charAt(0).toLowerCase() + surface.slice(1) : surface
}
