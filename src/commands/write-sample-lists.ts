import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { addDays, type IsoDate } from '../base/date.ts'

const LISTS = ['opportunities.csv', 'opportunities.json', 'awards.csv']

/**
 * Writes the sample lists with real dates in the place of days relative to today, `{+30}` or `{-12}`:
 * a demonstration with fixed dates would close for good some day.
 *
 * @returns the paths of the lists it wrote
 */
export function writeSampleLists(from: string, to: string, today: IsoDate): string[] {
  return LISTS.map((name) => {
    const text = readFileSync(join(from, name), 'utf8')
    const path = join(to, name)
    writeFileSync(
      path,
      text.replace(/\{([+-]\d+)\}/g, (_, days) => addDays(today, Number(days))),
    )
    return path
  })
}
