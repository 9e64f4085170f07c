import type { DigestView, Item } from './digest-view.ts'

/** The plain text of a digest: everything that the html says. */
export function digestText({ greeting, notice, sections, closing, matchesUrl }: DigestView): string {
  return [
    greeting,
    notice,
    ...sections.flatMap(({ heading, items }) => [underlined(heading), ...items.map(itemText)]),
    `See all your matches: ${matchesUrl}`,
    ...closing,
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n')
}

const underlined = (heading: string) => `${heading.toUpperCase()}\n${'-'.repeat(heading.length)}`

const itemText = ({ title, url, funder, lines }: Item) => [title, funder, ...lines, url].join('\n')
