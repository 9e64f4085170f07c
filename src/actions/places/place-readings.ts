import type { Database } from '../../db/database.ts'
import type { Reading } from '../../domain/source.ts'
import { rulesPlacer } from './rules-placer.ts'

/** Says where the wards and postcodes are that a source names, as far as imported files have told. */
export async function placeReadings(
  db: Pick<Database, 'query'>,
  readings: readonly Reading[],
): Promise<readonly Reading[]> {
  const place = await rulesPlacer(
    db,
    readings.flatMap((reading) => (reading.outcome === 'opportunity' ? [reading.content.rules] : [])),
  )
  return readings.map((reading) => {
    if (reading.outcome !== 'opportunity') return reading
    const { content } = reading
    return { ...reading, content: { ...content, rules: place(content.rules) } }
  })
}
