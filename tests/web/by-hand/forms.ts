import type { Hono } from 'hono'

/** A paragraph of a newsletter that says most of what the form asks. */
export const NEWSLETTER = `Kitchens for neighbours
The Example Fund gives grants of £500 to £5,000 to community kitchens.
Registered charities and CICs limited by guarantee can apply.
Projects must take place in South Gloucestershire.
Applicants must have an income of less than £250,000 a year.
The deadline for applications is noon on 30 September 2026.`

/** Sends a form of the app from its own page. */
export const post = async (
  app: Hono,
  path: string,
  fields: readonly (readonly [name: string, value: string])[] | Readonly<Record<string, string>>,
): Promise<Response> => {
  const body = new FormData()
  for (const [name, value] of Array.isArray(fields) ? fields : Object.entries(fields))
    body.append(name, value)
  return app.request(`http://localhost${path}`, {
    method: 'POST',
    body,
    headers: { Origin: 'http://localhost' },
  })
}

const UNESCAPED: Readonly<Record<string, string>> = {
  '&quot;': '"',
  '&#39;': "'",
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
}
const plain = (text: string): string =>
  text.replace(/&(?:quot|#39|lt|gt|amp);/g, (sign) => UNESCAPED[sign] ?? sign)

/** What a browser would send of the form on a page, as it was filled in, without its buttons. */
export function fieldsOf(markup: string): [name: string, value: string][] {
  const inputs = [...markup.matchAll(/<(input|textarea|select)\b([^>]*)>([\s\S]*?)(?=<)/g)]
  return inputs.flatMap(([, tag = '', attributes = '', inside = '']): [string, string][] => {
    const name = /\bname="([^"]*)"/.exec(attributes)?.[1]
    if (name === undefined) return []
    if (tag === 'textarea') return [[name, plain(inside)]]
    return tag === 'select' ? [[name, chosenOf(markup, name)]] : inputFields(name, attributes)
  })
}

function inputFields(name: string, attributes: string): [string, string][] {
  const isOff = /type="(?:radio|checkbox)"/.test(attributes) && !/\bchecked\b/.test(attributes)
  return isOff ? [] : [[name, plain(/\bvalue="([^"]*)"/.exec(attributes)?.[1] ?? '')]]
}

function chosenOf(markup: string, name: string): string {
  const options = new RegExp(`<select[^>]*name="${name}"[\\s\\S]*?</select>`).exec(markup)?.[0] ?? ''
  return plain(/<option value="([^"]*)" selected/.exec(options)?.[1] ?? '')
}

/** The same fields with some of them filled in otherwise; an empty list takes a field away. */
export const filled = (
  fields: readonly [string, string][],
  over: Readonly<Record<string, string | readonly string[]>>,
): [string, string][] => [
  ...fields.filter(([name]) => !(name in over)),
  ...Object.entries(over).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : value).map((one): [string, string] => [name, one]),
  ),
]
