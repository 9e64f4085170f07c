import type { KnownWord, WordTable } from '../words/word-table.ts'
import { affinities } from './affinities.ts'
import { associations } from './associations.ts'
import { chooseWords } from './choose-words.ts'
import { countPairs } from './count-pairs.ts'
import { type ReadTexts, readTexts } from './read-texts.ts'
import { wordVectors } from './word-vectors.ts'

/** How rare a word is can be told from two texts on; one is as good as a slip. */
const FEWEST_TEXTS = 2

/**
 * What texts tell of their words without anybody having labelled them: how rare each is (from two texts
 * on), and which concepts it is near to (from three texts on). Nothing of a text but single stems is kept.
 * The same texts always give the same table, on one engine to the last bit.
 */
export function learnWords(texts: Iterable<string>): WordTable {
  const read = readTexts(texts)
  const corpus = chooseWords(read)
  const about = affinities(corpus.words, wordVectors(associations(countPairs(corpus))))
  const abouts = new Map(corpus.words.map((word, number) => [word, about[number] ?? []]))
  const words = read.stems.flatMap((stem, number): [string, KnownWord][] => {
    const textsWith = read.textsWith[number] ?? 0
    if (textsWith < FEWEST_TEXTS) return []
    const near = (abouts.get(stem) ?? []).map(([concept, cosine]) => [concept, byteOf(cosine)] as const)
    return [[stem, { rarity: rarityOf(textsWith, read), about: near }]]
  })
  return { texts: read.texts, words: new Map(words.sort(([a], [b]) => (a < b ? -1 : 1))) }
}

const byteOf = (share: number): number => Math.round(255 * share)

/** The logarithm of how few texts use a word, as a share of that of a word in a single one. */
const rarityOf = (textsWith: number, { texts }: ReadTexts): number =>
  Math.max(1, byteOf(Math.log(1 + texts / textsWith) / Math.log(1 + texts)))
