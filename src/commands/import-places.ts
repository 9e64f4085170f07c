import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { areasWorkedIn } from '../actions/places/areas-worked-in.ts'
import { importPostcodes } from '../actions/places/import-postcodes.ts'
import { importWards } from '../actions/places/import-wards.ts'
import type { PlaceReport } from '../actions/places/place-import.ts'
import { readList } from '../base/cells.ts'
import { count, listWords } from '../base/text.ts'
import { editionNamed, FIELD_WORDS, type PlaceField } from '../catalogue/places/headings.ts'
import { type AreaCode, areaName } from '../domain/area.ts'
import { askWhichArea, findAreaNamed, readArea } from '../domain/areas/read-area.ts'
import type { Runtime } from '../runtime.ts'
import { UsageError } from './run-command.ts'

/** What was said beside the name of a file; null where nothing was. */
export interface PlacesAsked {
  readonly edition: string | null
  readonly licence: string | null
  readonly areas: string | null
  readonly all: boolean
}

/** Bytes read at once: pieces wait in a queue that counts them, not their size. */
const PIECE = 16_384

/** Imports a file of wards or postcodes; of which areas is said on standard output first. */
export async function importPlaces(
  runtime: Runtime,
  what: 'wards' | 'postcodes',
  path: string,
  { edition, licence, areas, all }: PlacesAsked,
): Promise<PlaceReport> {
  const name = basename(path)
  const file = {
    name,
    edition: edition ?? editionNamed(name) ?? name,
    licence: licence ?? 'OGL-UK-3.0',
  }
  const open = () => createReadStream(path, { highWaterMark: PIECE })
  if (what === 'wards') return importWards(runtime, open(), file)
  const chosen = all ? null : await chosenAreas(runtime, areas)
  return importPostcodes(runtime, open(), file, chosen)
}

async function chosenAreas(runtime: Runtime, said: string | null): Promise<readonly AreaCode[]> {
  const areas = said === null ? await areasWorkedIn(runtime) : areasListed(said)
  if (areas.length === 0) {
    throw new UsageError(
      'No organisation says in which council it works. Name areas with --areas, or take --all',
    )
  }
  console.log(`Postcodes of ${listWords(areas.map(areaName))}`)
  return areas
}

/**
 * The areas of a list with commas or semicolons between them. A comma can also be part of a name, or stand
 * before the area around it: "Newport, Wales" is one.
 *
 * @throws UsageError for a name that means no one area, with the question
 */
export function areasListed(said: string): readonly AreaCode[] {
  return readList(said).flatMap((list) => {
    const parts = readList(list.replaceAll(',', ';'))
    const areas: AreaCode[] = []
    for (let at = 0; at < parts.length; ) {
      const [words = '', next] = parts.slice(at)
      const both = next === undefined ? undefined : findAreaNamed(`${words}, ${next}`)
      areas.push(both?.code ?? oneArea(words))
      at += both === undefined ? 1 : 2
    }
    return areas
  })
}

function oneArea(words: string): AreaCode {
  const reading = readArea(words)
  if ('exact' in reading) return reading.exact.code
  throw new UsageError(`--areas: "${words}" is not an area we know. ${askWhichArea(reading.candidates)}`)
}

/** Fields by which a file is found wanting, though it can be used. */
const WISHED: Readonly<Record<'wards' | 'postcodes', readonly PlaceField[]>> = {
  wards: [],
  postcodes: ['ward', 'neighbourhood', 'ended'],
}

export function sayPlaces(report: PlaceReport): string {
  const { file, columns, rows, added, changed, unchanged, elsewhere, nowhere, refusedCount, refused } = report
  const missing = WISHED[file.kind].filter((field) => columns.every((column) => column.field !== field))
  const more = refusedCount - refused.length
  return [
    `Edition ${file.edition}, licence ${file.licence}`,
    `Read: ${columns.map(({ field, heading }) => `${FIELD_WORDS[field]} from "${heading}"`).join(', ')}`,
    ...(missing.length > 0
      ? [`Not in the file: ${listWords(missing.map((field) => FIELD_WORDS[field]))}`]
      : []),
    `${count(rows, 'row')}: ${added} added, ${changed} changed, ${unchanged} unchanged, ${elsewhere} of other areas, ${nowhere} of no council, ${refusedCount} refused`,
    ...refused.map(({ line, name, faults }) => `line ${line}${name && ` (${name})`}: ${faults.join('; ')}`),
    ...(more > 0 ? [`and ${count(more, 'row')} more with faults`] : []),
  ].join('\n')
}
