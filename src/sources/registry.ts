import * as z from 'zod'
import { AppError, messageOf } from '../base/errors.ts'
import { listWords } from '../base/text.ts'
import { BY_HAND } from '../domain/by-hand.ts'
import { SourceEntry } from '../domain/source.ts'

const Registry = z.strictObject({
  sample: z.boolean().default(false),
  sources: z.array(SourceEntry),
})

/**
 * Reads the list of sources.
 *
 * @param where - its file name, for the message
 * @returns the sources in the order of the file; `sample` false unless it says so
 * @throws AppError `invalid` naming every fault: unreadable JSON, unknown or missing fields, an id used twice
 */
export function parseRegistry(text: string, where: string): Readonly<z.infer<typeof Registry>> {
  const json = jsonOf(text, where)
  const { success, data, error } = Registry.safeParse(json)
  if (!success) {
    const faults = error.issues.map(({ path, message }) => `${placeOf(path, json)}: ${message}`)
    throw new AppError('invalid', `${where} is not a list of sources. ${faults.join('. ')}`)
  }
  const ids = data.sources.map(({ id }) => id)
  const twice = ids.filter((id, at) => ids.indexOf(id) !== at)
  if (twice.length > 0) {
    throw new AppError('invalid', `${where} has the ids ${listWords(twice)} more than once`)
  }
  if (ids.includes(BY_HAND.id)) {
    throw new AppError(
      'invalid',
      `${where} has the id ${BY_HAND.id}, which is that of what people add by hand`,
    )
  }
  return data
}

function jsonOf(text: string, where: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new AppError('invalid', `${where} is not JSON: ${messageOf(cause)}`, { cause })
  }
}

/** @example placeOf(['sources', 1, 'url'], { sources: [{}, { id: 'ours' }] }) // 'url of source 2 (ours)' */
function placeOf([first = 'the file', at, ...field]: readonly PropertyKey[], json: unknown): string {
  if (typeof at !== 'number') return String(first)
  const { data } = z.object({ sources: z.array(z.unknown()) }).safeParse(json)
  const named = z.object({ id: z.string() }).safeParse(data?.sources[at]).data
  const source = `source ${at + 1}${named ? ` (${named.id})` : ''}`
  return field.length === 0 ? source : `${field.join('.')} of ${source}`
}
