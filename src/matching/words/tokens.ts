/** One word of a text. */
export interface Token {
  /** Lower case, no accents, no possessive: what is compared. */
  readonly word: string
  /** As it stands in the text. */
  readonly surface: string
  /** Where it begins, in UTF-16 units; it ends before `end`. */
  readonly start: number
  readonly end: number
}

/** Bounded, so that stray angle brackets in a long text cost nothing. */
const MARKUP = /<[/!]?[a-z][^<>]{0,300}>|<!--|-->|&#?[a-z0-9]{1,8};/gi
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu

/** The words of a text in order, markup and numbers left out. Positions are those of the text as given. */
export function tokensOf(text: string): Token[] {
  const plain = text.replace(MARKUP, (tag) => ' '.repeat(tag.length))
  return [...plain.matchAll(WORD)].flatMap(({ 0: surface, index }) => {
    const word = fold(surface)
    const counts = word.length > 1 && word.length <= 40 && /\p{L}/u.test(word)
    return counts ? [{ word, surface, start: index, end: index + surface.length }] : []
  })
}

/** What a word is compared by. @example fold('Café’s') // 'cafe' */
export const fold = (surface: string): string =>
  surface
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]s?$/, '')
    .replace(/['’]/g, '')
