/** Longer text is cut here: the longest names of the British registers have some 250 characters. */
const LONGEST = 400

/**
 * The words of a name in the order they stand: lower case, no accents, no apostrophes, "&" as "and",
 * ordinals as numbers, initials joined.
 *
 * @returns empty when the name has neither letters nor digits
 * @example wordsOfName('1st Y.M.C.A. & Women’s Guides') // ['1', 'ymca', 'and', 'womens', 'guides']
 */
export const wordsOfName = (name: string): string[] => spaced(plainText(name)).match(/[\p{L}\p{N}]+/gu) ?? []

/** The same, with plurals as singulars. */
export const foldName = (name: string): string[] => wordsOfName(name).map(singular)

/** Lower case, without accents, apostrophes and the entities of HTML, and cut where no name goes on. */
export const plainText = (name: string): string =>
  name
    .slice(0, LONGEST)
    .replace(/&#0*39;|&[lr]squo;|&apos;/gi, '')
    .replace(/&amp;|[&+]/gi, ' and ')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}'’‘`´]/gu, '')

/** Initials joined; digits apart from letters, but "u3a" left whole. */
const spaced = (name: string): string =>
  name
    .replace(/(?<![\p{L}\p{N}])(?:\p{L}\.){2,}/gu, (initials) => `${initials.replaceAll('.', '')} `)
    .replace(/(\d+)(?:st|nd|rd|th)(?!\p{L})/gu, ' $1 ')
    .replace(/(\p{L}{3})(\d)/gu, '$1 $2')
    .replace(/(\d)(\p{L}{3})/gu, '$1 $2')

/** A rough singular of a folded word, the same on both sides: "institutes" and "women's" lose their s, "charities" its -ies. */
export function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || /(?:ss|us|is)$/.test(word)) return word
  return word.length > 5 && word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.slice(0, -1)
}
