import { AppError, messageOf } from '../base/errors.ts'

const SCRIPT = /<script\b[^>]*\bid\s*=\s*["']?__NEXT_DATA__["']?[^>]*>([\s\S]*?)<\/script\s*>/i

/**
 * The properties of a page that Next.js made, from the data that it puts into the page.
 *
 * @param from - whose page it is, to say so
 * @throws AppError `source_unavailable` when the page has no such data, or it is cut short
 */
export function nextPageProps(html: string, from: string): unknown {
  const data = SCRIPT.exec(html)?.[1]
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
