import { scanWords } from './scan-words.ts'

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
/** Words as `scanWords` finds them, with letters that are divided by dots held together. */
const WORD_OR_DOTTED =
  /(?<![\p{L}\p{N}])(?:\p{Lu}\.){2,12}(?:\p{Lu}(?![\p{L}\p{N}]))?|[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu

/** The words of a text in order, markup and numbers left out. Positions are those of the text as given. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  eachWord(text, (start, end) => {
    const surface = text.slice(start, end)
    const word = fold(surface)
    // Initials are no word.
    if (!surface.includes('.') && isWord(word)) tokens.push({ word, surface, start, end })
  })
  return tokens
}

/**
 * Calls back for every run of letters and digits of a text in order, markup left out; for letters that are
 * divided by dots ("S.E.N.D.") once.
 */
export function eachWord(text: string, seen: (start: number, end: number) => void): void {
  const plain = hasMarkup(text) ? text.replace(MARKUP, (tag) => ' '.repeat(tag.length)) : text
  if (!hasDotted(plain)) scanWords(plain, seen)
  else for (const { 0: surface, index } of plain.matchAll(WORD_OR_DOTTED)) seen(index, index + surface.length)
}

const hasMarkup = (text: string): boolean => text.includes('<') || text.includes('&')

/** Whether two capitals of the alphabet have a dot each: most texts have not, and take the short way. */
function hasDotted(text: string): boolean {
  for (let dot = text.indexOf('.'); dot !== -1; dot = text.indexOf('.', dot + 1)) {
    if (text[dot + 2] === '.' && isCapital(text, dot - 1) && isCapital(text, dot + 1)) return true
  }
  return false
}

function isCapital(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit >= 65 && unit <= 90
}

/** Whether a folded run of letters and digits counts as a word: two letters or more, no bare number. */
export const isWord = (word: string): boolean =>
  word.length > 1 && word.length <= 40 && (/^[a-z]/.test(word) || /\p{L}/u.test(word))

/** What a word is compared by. @example fold('Café’s') // 'cafe' */
export const fold = (surface: string): string =>
  /^[A-Za-z0-9]*$/.test(surface)
    ? surface.toLowerCase()
    : surface
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
        .replace(/['’]s?$/, '')
        .replace(/['’]/g, '')
