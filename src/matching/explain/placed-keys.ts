import type { Lexeme } from '../words/lexeme.ts'
import type { ReadText } from '../words/read-text.ts'
import { eachTopicWord, keyOfPair } from '../words/weigh-words.ts'
import { quote } from './quote.ts'

/** The keys of a text in the order in which they stand there. */
export interface PlacedKeys {
  readonly text: ReadText
  /** Two for each word: its own key, and that of the pair that it begins; 0 for none. */
  readonly keys: Uint32Array
  /** Words and pairs that are misspelt, as they stand. */
  readonly respelt: readonly string[]
}

export function keysIn(text: ReadText): PlacedKeys {
  const keys = new Uint32Array(2 * text.lexemes.length)
  const respelt: string[] = []
  eachTopicWord(text, (at, isPair) => {
    const [word, next] = [text.lexemes[at], text.lexemes[at + 1]]
    if (word === undefined) return
    keys[2 * at] = word.key
    if (isMisspelt(word)) respelt.push(quote(text, at, 1))
    if (!isPair || !next) return
    keys[2 * at + 1] = keyOfPair(word, next)
    if (isMisspelt(word) || isMisspelt(next)) respelt.push(quote(text, at, 2))
  })
  return { text, keys, respelt }
}

const isMisspelt = ({ asWritten }: Lexeme): boolean => asWritten !== undefined
