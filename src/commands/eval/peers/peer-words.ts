/** English words that every peer leaves out. Apart from those of our engine, so that the peers stay as they are. */
const STOP = new Set(
  `a about above after again all also an and any are as at be because been before being below between both
  but by can did do does doing down during each few for from further had has have having he her here hers him
  his how i if in into is it its itself just me more most my no nor not now of off on once only or other our
  ours out over own same she should so some such than that the their theirs them then there these they this
  those through to too under until up very was we were what when where which while who whom why will with you
  your`.split(/\s+/),
)

/** The words of a text, lower case, in order, without single letters and stop words. */
export const peerWords = (text: string): string[] =>
  (text.toLowerCase().match(/[a-z0-9]+/g) ?? []).filter((word) => word.length > 1 && !STOP.has(word))

/** Takes the commonest endings off: plural, -ed, -ing. @example lightStem('parties') // 'party' */
export const lightStem = (word: string): string =>
  word.length > 4 ? word.replace(/ies$/, 'y').replace(/(?:ing|ed|es|s)$/, '') : word

/** Overlapping runs of three characters, the edges of each word counted as spaces. */
export function trigramsOf(text: string): string[] {
  const padded = ` ${text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()} `
  return Array.from({ length: Math.max(padded.length - 2, 0) }, (_, at) => padded.slice(at, at + 3))
}
