import { AppError } from '../base/errors.ts'

/** Stands before a number that JSON does not allow; from Unicode's private use area, so no source sends it. */
const MARK = '\uf8ff not a number: '

/** Could `JSON.parse` make an infinite number of this? Only then is the slower way taken. */
const MAYBE_INFINITE = /\d[eE]\+?\d{3}|\d{200}/

const LIKE_A_NUMBER = /^(?:[-+.]*\d|[-+]?(?:NaN|Infinity)$)/

/** A string; a number with commas, as in `12,000`; or bare words, which belong together when only space parts them. */
const TOKEN =
  /"[^"\\]*(?:\\[\s\S][^"\\]*)*"|(?<=:\s*)-?\d{1,3}(?:,\d{3})+(?=\s*[,}\]])|[^\s{}[\]:,"]+(?:\s+[^\s{}[\]:,"]+)*/g

const JSON_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/

/**
 * Parses JSON in which single numbers may be broken (`1e9999`, `000`, `NaN`): each becomes a mark that
 * `brokenNumberIn` finds, so that one bad number costs one record and not the page.
 *
 * @param from - whose text it is, to say so
 * @throws AppError `source_unavailable` when the text is cut short or is not JSON
 */
export function parseLenientJson(text: string, from: string): unknown {
  if (!MAYBE_INFINITE.test(text)) {
    try {
      return JSON.parse(text)
    } catch {
      // Perhaps only its numbers are broken: try again with those marked.
    }
  }
  try {
    return JSON.parse(text.replace(TOKEN, marked))
  } catch (cause) {
    throw new AppError('source_unavailable', `${from} ${faultOf(text)}`, { cause })
  }
}

/** The first broken number anywhere in a parsed value, as it was written; null when there is none. */
export function brokenNumberIn(value: unknown): string | null {
  const rest: unknown[] = [value]
  while (rest.length > 0) {
    const next = rest.pop()
    if (typeof next === 'string' && next.startsWith(MARK)) return next.slice(MARK.length)
    if (typeof next === 'object' && next !== null) for (const part of Object.values(next)) rest.push(part)
  }
  return null
}

function marked(token: string): string {
  if (!LIKE_A_NUMBER.test(token)) return token
  if (JSON_NUMBER.test(token) && Number.isFinite(Number(token))) return token
  return JSON.stringify(`${MARK}${token}`)
}

function faultOf(text: string): string {
  const start = text.trimStart().slice(0, 1)
  if (start === '{' || start === '[') return 'sent half a page, or a page that is damaged'
  return start === '' ? 'sent an empty page' : 'sent a page that is not JSON'
}
