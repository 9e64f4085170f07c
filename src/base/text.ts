/** One line of text: control characters gone, runs of white space made one space. */
export const oneLine = (text: string): string => paragraphs(text).replace(/\s+/g, ' ').trim()

/** Plain text with its paragraphs: line ends made `\n`, at most one blank line in a row. */
export const paragraphs = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f\u200b\ufeff]/g, '')
    .replace(/[ \t\u00a0]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()

/** The first sentences of a text, cut at a word where no sentence ends in time. */
export function summarise(text: string, most = 280): string {
  const line = oneLine(text)
  if (line.length <= most) return line
  const head = line.slice(0, most)
  const stop = head.lastIndexOf('. ')
  if (stop > most / 3) return head.slice(0, stop + 1)
  return `${head.slice(0, Math.max(head.lastIndexOf(' '), 1))}…`
}

/** @example count(1, 'opportunity', 'opportunities') // '1 opportunity' */
export const count = (n: number, one: string, many = `${one}s`): string =>
  `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`

/** @example listWords(['a', 'b', 'c']) // 'a, b and c' */
export function listWords(words: readonly string[], last = 'and'): string {
  if (words.length < 2) return words.join('')
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`
}

/** A name in lower case, words joined by hyphens: for ids made from names. */
export const slug = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text as it may stand in HTML, in an element or a quoted attribute. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)
