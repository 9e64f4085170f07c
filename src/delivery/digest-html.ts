import { escapeHtml } from '../base/text.ts'
import type { DigestView, Item } from './digest-view.ts'

const FONT = 'font-family:Arial,Helvetica,sans-serif;color:#0b0c0c'

/** The html of a digest: inline styles only, since mail programs drop the rest; no pictures, no tracking. */
export function digestHtml({ subject, greeting, notice, sections, closing, matchesUrl }: DigestView): string {
  return [
    '<!doctype html>',
    '<html lang="en-GB"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    `<title>${escapeHtml(subject)}</title></head>`,
    `<body style="margin:0;padding:16px;${FONT};font-size:16px;line-height:1.4">`,
    '<div style="max-width:640px;margin:0 auto">',
    `<h1 style="font-size:24px;margin:0 0 16px">${escapeHtml(greeting)}</h1>`,
    notice === ''
      ? ''
      : `<p style="padding:8px;border:2px solid #0b0c0c;font-weight:bold">${escapeHtml(notice)}</p>`,
    ...sections.flatMap(({ heading, items }) => [
      `<h2 style="font-size:19px;margin:24px 0 8px">${escapeHtml(heading)}</h2>`,
      ...items.map(itemHtml),
    ]),
    `<p style="margin:24px 0 8px"><a href="${escapeHtml(matchesUrl)}">See all your matches</a></p>`,
    ...closing.map((words) => `<p style="margin:0 0 8px;color:#505a5f">${escapeHtml(words)}</p>`),
    '</div></body></html>',
  ]
    .filter((part) => part !== '')
    .join('\n')
    .concat('\n')
}

function itemHtml({ title, url, funder, lines }: Item): string {
  const paragraphs: string[] = []
  const bullets: string[] = []
  for (const line of lines) {
    if (line.startsWith('- ')) bullets.push(`<li>${escapeHtml(line.slice(2))}</li>`)
    else paragraphs.push(`<p style="margin:0 0 4px">${escapeHtml(line)}</p>`)
  }
  return [
    '<div style="margin:0 0 20px;padding:0 0 12px;border-bottom:1px solid #b1b4b6">',
    `<h3 style="font-size:17px;margin:0 0 4px"><a href="${escapeHtml(url)}">${escapeHtml(title)}</a></h3>`,
    `<p style="margin:0 0 4px;color:#505a5f">${escapeHtml(funder)}</p>`,
    ...paragraphs,
    bullets.length > 0 ? `<ul style="margin:0;padding-left:20px">${bullets.join('')}</ul>` : '',
    '</div>',
  ]
    .filter((part) => part !== '')
    .join('\n')
}
