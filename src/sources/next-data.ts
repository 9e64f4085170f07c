import { AppError, messageOf } from '../base/errors.ts'

/** The data between the tags of the script that is named so; undefined when there is none, or no end of it. */
function scriptData(html: string): string | undefined {
  // Step by step: one pattern for all of it takes hours over a page that only begins scripts.
  const name = html.indexOf('__NEXT_DATA__')
  if (name === -1) return undefined
  const start = html.indexOf('>', name)
  const end = html.indexOf('</script', start)
  const opening = html.lastIndexOf('<', name)
  const isScript = html.slice(opening, opening + 7).toLowerCase() === '<script'
  return isScript && start !== -1 && end !== -1 ? html.slice(start + 1, end) : undefined
}

/**
 * The properties of a page that Next.js made, from the data that it puts into the page.
 *
 * @param from - whose page it is, to say so
 * @throws AppError `source_unavailable` when the page has no such data, or it is cut short
 */
export function nextPageProps(html: string, from: string): unknown {
  const data = scriptData(html)
  if (data === undefined) {
    const cut = html.includes('__NEXT_DATA__') ? 'half a page' : 'a page without its data'
    throw new AppError('source_unavailable', `${from} sent ${cut}`)
  }
  try {
    return partOf(partOf(JSON.parse(data), 'props'), 'pageProps')
  } catch (cause) {
    throw new AppError('source_unavailable', `${from} sent damaged data: ${messageOf(cause)}`, { cause })
  }
}

const partOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
