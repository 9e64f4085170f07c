const BLOCK = /<\/?(?:p|br|li|ul|ol|div|h[1-6]|tr|table)\b[^<>]{0,200}>/gi
const TAG = /<\/?[a-z][^<>]{0,200}>/gi
const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  pound: '£',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  ndash: '–',
  mdash: '—',
  rsquo: '’',
  lsquo: '‘',
  bull: '•',
  '#163': '£',
  '#160': ' ',
  '#39': "'",
  '#8211': '–',
  '#8217': '’',
}

/** A text without what is left of HTML, nor pound signs that were read in the wrong character set. */
export const withoutMarkup = (text: string): string =>
  text
    .replace(BLOCK, '\n')
    .replace(TAG, ' ')
    .replace(/&(#?\w{2,6});/g, (all, name: string) => ENTITIES[name.toLowerCase()] ?? all)
    .replace(/Â(?=[£ ])/g, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t\u00a0\u2009\u202f]+/g, ' ')

/** Words as the rules of reading know them: small letters, one kind of dash and apostrophe, no "not for profit". */
export const folded = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/[’‘`´]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/\bnot[- ]for[- ](?:private[- ])?profit\b/g, 'nonprofit')
    .replace(/\bnon[- ]profit\b/g, 'nonprofit')
