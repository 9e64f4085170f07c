import { PHRASES } from '../../matching/topics/phrases.ts'
import { stemOf } from '../../matching/words/stem.ts'
import { tokensOf } from '../../matching/words/tokens.ts'
import type { WordTable } from '../../matching/words/word-table.ts'

/** A name stands here and there in small letters too, in an address of a website for one. */
const LEAST_SHARE = 0.2

/**
 * Leaves out what may be the name of a person, a place or an organisation, words in fewer than three texts,
 * and words with digits. A word may be a name when, of its uses that are not all in capitals (those tell
 * nothing), fewer than a fifth begin with a small letter, unless a phrase of the lexicon has it.
 */
export function withoutNames({ texts, words }: WordTable, from: readonly string[]): WordTable {
  const uses = usesOf(from)
  const ours = new Set([...PHRASES.keys()].flatMap((phrase) => phrase.split(' ')))
  const kept = [...words].filter(([stem]) => {
    const { inTexts, small, capitalised } = uses.get(stem) ?? { inTexts: 0, small: 0, capitalised: 0 }
    const isOrdinary = small > 0 && small >= LEAST_SHARE * (small + capitalised)
    return inTexts >= 3 && !/\p{N}/u.test(stem) && (isOrdinary || ours.has(stem))
  })
  return { texts, words: new Map(kept) }
}

interface Uses {
  inTexts: number
  small: number
  capitalised: number
}

function usesOf(texts: readonly string[]): Map<string, Uses> {
  const uses = new Map<string, Uses>()
  for (const text of texts) {
    const surfaces = Map.groupBy(tokensOf(text), ({ word }) => stemOf(word))
    for (const [stem, tokens] of surfaces) {
      const use = uses.get(stem) ?? { inTexts: 0, small: 0, capitalised: 0 }
      use.inTexts += 1
      use.small += tokens.filter(({ surface }) => /^\p{Ll}/u.test(surface)).length
      use.capitalised += tokens.filter(({ surface }) => /^\p{Lu}.*\p{Ll}/u.test(surface)).length
      uses.set(stem, use)
    }
  }
  return uses
}
