/** How the names of one kind of thing are written. */
export interface Wording {
  /** The words of a name as they are compared; all other words here are such words. */
  fold(name: string): string[]
  /**
   * One way of writing for phrases that stand for the same, whichever of them is written.
   *
   * @example oneWayOfWriting(['leed', 'citizen', 'advice', 'bureau']) // ['leed', 'cab']
   */
  oneWayOfWriting(words: readonly string[]): string[]
  /** Whether the word is one that acronyms leave out: "of", "the". */
  isSmall(word: string): boolean
  /** Whether the word only says how a body is incorporated: "limited", "CIO". */
  isLegalForm(word: string): boolean
  /** Whether the word names a network with branches all over the country, in the one way of writing. */
  isNetwork(word: string): boolean
  /** Whether the word stands in many names and is left out or added freely: "trust", "district". */
  isFaint(word: string): boolean
}

/** Phrases by what they are all written as. `#` in a phrase stands for any number. */
export type SameAs = Readonly<Record<string, readonly string[]>>

interface Lists extends Pick<Wording, 'fold'> {
  readonly sameAs: SameAs
  readonly small: readonly string[]
  readonly legalForms: readonly string[]
  readonly networks: readonly string[]
  readonly faint: readonly string[]
}

export function wordingOf({ fold, sameAs, small, legalForms, networks, faint }: Lists): Wording {
  const rewrites = readRewrites(fold, sameAs)
  const isOneOf = (words: readonly string[]) => {
    const folded = new Set(words.flatMap(fold))
    return (word: string) => folded.has(word)
  }
  return {
    fold,
    oneWayOfWriting: (words) => rewrite(rewrites, words),
    isSmall: isOneOf(small),
    isLegalForm: isOneOf(legalForms),
    isNetwork: isOneOf(networks),
    isFaint: isOneOf(faint),
  }
}

interface Rewrite {
  readonly from: readonly string[]
  readonly to: readonly string[]
}

/** By first word, the longest first. */
type Rewrites = ReadonlyMap<string, readonly Rewrite[]>

function rewrite(rewrites: Rewrites, words: readonly string[]): string[] {
  const written: string[] = []
  for (let at = 0; at < words.length; ) {
    const found = rewrites.get(words[at] ?? '')?.find(({ from }) => isAt(words, at, from))
    written.push(...(found?.to ?? words.slice(at, at + 1)))
    at += found?.from.length ?? 1
  }
  return written
}

function isAt(words: readonly string[], at: number, from: readonly string[]): boolean {
  return from.every((word, offset) => {
    const found = words[at + offset]
    return found !== undefined && (word === '#' ? /^\d+$/.test(found) : word === found)
  })
}

function readRewrites(fold: Wording['fold'], sameAs: SameAs): Rewrites {
  const all = Object.entries(sameAs).flatMap(([to, phrases]) =>
    phrases.map((phrase) => ({ from: foldPhrase(fold, phrase), to: fold(to) })),
  )
  all.sort((a, b) => b.from.length - a.from.length)
  return Map.groupBy(all, ({ from }) => from[0] ?? '')
}

const foldPhrase = (fold: Wording['fold'], phrase: string): string[] =>
  phrase.split(' ').flatMap((word) => (word === '#' ? ['#'] : fold(word)))
