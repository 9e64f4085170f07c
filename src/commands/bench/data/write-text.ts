import type { Chance } from '../../soak/chance.ts'
import type { Vocabulary } from './vocabulary.ts'

/** One word in so many is mistyped. */
const TYPOS = 400

/** A text of about so many words on those concepts, in sentences; the same for the same chance. */
export function writeText(
  { phrase, stopWord, ordinaryWord, concepts }: Vocabulary,
  chance: Chance,
  about: readonly number[],
  length: number,
): string {
  const next = () => {
    const dice = chance.upTo(100)
    if (dice < 42) return stopWord(chance)
    if (dice < 54) return phrase(chance, about[chance.upTo(about.length)] ?? 0)
    if (dice < 58) return phrase(chance, chance.upTo(concepts))
    return ordinaryWord(chance)
  }
  const sentences: string[] = []
  for (let left = length; left > 0; ) {
    const words: string[] = []
    for (let room = Math.min(left, 8 + chance.upTo(14)); room > 0; ) {
      const said = withTypo(chance, next())
      words.push(said)
      room -= said.split(' ').length
    }
    left -= words.join(' ').split(' ').length
    sentences.push(sentence(words.join(' ')))
  }
  return sentences.join(' ')
}

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`

/** Now and then two letters change places. */
function withTypo(chance: Chance, word: string): string {
  if (word.length < 5 || !chance.onceIn(TYPOS)) return word
  const at = 1 + chance.upTo(word.length - 2)
  return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2)
}
