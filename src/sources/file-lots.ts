import * as z from 'zod'
import { withoutPersons } from '../base/personal-data.ts'
import type { OpportunityContent } from '../domain/opportunity.ts'
import { BadCell, penceFrom, textCell } from './file-cells.ts'
import type { Row } from './file-columns.ts'

type Lot = OpportunityContent['lots'][number]

const LotJson = z.strictObject({
  id: z.union([z.string().min(1), z.number().transform(String)]),
  title: z.string().nullish(),
  value: z.union([z.number().transform(String), z.string()]).nullish(),
})

/** The lots of a row: `1 | North | 50000; 2 | South` in a cell, objects in JSON. */
export function lotsCell(row: Row): readonly Lot[] {
  const value = row.lots ?? ''
  if (Array.isArray(value)) return value.map(lotFromJson)
  return (textCell(row, 'lots') ?? '')
    .split(';')
    .filter((text) => text.trim() !== '')
    .map(lotFromText)
}

function lotFromText(text: string): Lot {
  const [id = '', title = '', value = '', ...rest] = text.split('|').map((part) => part.trim())
  if (id === '' || rest.length > 0) throw new BadCell('lots', `must be like “1 | North | 50000”: ${text}`)
  return lotOf(id, title, value)
}

function lotFromJson(item: unknown): Lot {
  const { success, data } = LotJson.safeParse(item)
  if (!success) throw new BadCell('lots', 'must be objects with id, title and value')
  return lotOf(data.id, data.title ?? '', data.value ?? '')
}

const lotOf = (id: string, title: string, value: string): Lot => ({
  id,
  title: title === '' ? null : withoutPersons(title),
  value: value === '' ? null : penceFrom(value, 'lots'),
})
