import type { Context } from 'hono'

/** What a form sends; nothing when it cannot be read. */
export const fieldsOf = (c: Context): Promise<Record<string, unknown>> => c.req.parseBody().catch(() => ({}))

/** One field of a form as text; empty when it is not there, or is a file. */
export function textField(fields: Readonly<Record<string, unknown>>, name: string): string {
  const value = fields[name]
  return typeof value === 'string' ? value : ''
}
