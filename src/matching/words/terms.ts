import lists from '../../../data/reference/stop-words.json' with { type: 'json' }
import { BOILERPLATE, PAIR } from '../weights.ts'
import { withoutPlaces } from './places.ts'
import { stemOf } from './stem.ts'
import { type Token, tokensOf } from './tokens.ts'

/** A word, or two neighbouring words, as one text uses it. */
export interface Term {
  /** The stem, or two stems and a space: what is compared. */
  readonly key: string
  /** As it stands in the text. */
  readonly surface: string
  /** 0 to 1, by the kind of word it is. */
  readonly weight: number
}

interface TopicWord extends Token {
  readonly stem: string
  readonly weight: number
}

const STOP = new Set(lists.stop)
const BOILERPLATE_STEMS = new Set(lists.boilerplate.map(stemOf))

/** The topic words of a text and the pairs that they form, in order, repeats included. */
export function termsOf(text: string): Term[] {
  const words = withoutPlaces(tokensOf(text)).flatMap(topicWord)
  return words.flatMap((word, at) => {
    const single = { key: word.stem, surface: word.surface, weight: word.weight }
    const pair = pairOf(text, word, words[at + 1])
    return pair ? [single, pair] : [single]
  })
}

function topicWord(token: Token): TopicWord[] {
  if (STOP.has(token.word)) return []
  const stem = stemOf(token.word)
  return [{ ...token, stem, weight: BOILERPLATE_STEMS.has(stem) ? BOILERPLATE : 1 }]
}

/** Two words with nothing between them but a space or a hyphen; not two that every funder uses. */
function pairOf(text: string, first: TopicWord, second: TopicWord | undefined): Term | null {
  if (!second || second.start !== first.end + 1) return null
  if (!/[ -]/.test(text.charAt(first.end)) || first.weight + second.weight <= 2 * BOILERPLATE) return null
  return {
    key: `${first.stem} ${second.stem}`,
    surface: text.slice(first.start, second.end),
    weight: PAIR * Math.min(first.weight, second.weight),
  }
}
