import type { Words } from '../words/dictionary.ts'
import type { ReadText } from '../words/read-text.ts'
import { eachTopicWord, keyOfPair } from '../words/weigh-words.ts'
import { IS_STRANGE } from '../words/word-list.ts'
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
  const { words, numbers } = text
  const keys = new Uint32Array(2 * numbers.length)
  const respelt: string[] = []
  eachTopicWord(text, (at, isPair) => {
    const [word, next] = [numbers[at] ?? 0, numbers[at + 1] ?? 0]
    keys[2 * at] = words.list.keys[word] ?? 0
    if (isMisspelt(words, word)) respelt.push(quote(text, at, 1))
    if (!isPair) return
    keys[2 * at + 1] = keyOfPair(words, word, next)
    if (isMisspelt(words, word) || isMisspelt(words, next)) respelt.push(quote(text, at, 2))
  })
  return { text, keys, respelt }
}

const isMisspelt = ({ list }: Words, word: number): boolean =>
  ((list.traits[word] ?? 0) & IS_STRANGE) !== 0 && list.lexemes[word]?.asWritten !== undefined
