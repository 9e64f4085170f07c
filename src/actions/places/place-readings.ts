import type { Database } from '../../db/database.ts'
import type { AreaCode } from '../../domain/area.ts'
import { type Fact, factValue } from '../../domain/fact.ts'
import type { Reading } from '../../domain/source.ts'
import { wardPlacer } from './place-wards.ts'
import { vaguePlacer } from './vague-placer.ts'

/** Says where the wards and postcodes are that a source names, as far as imported files have told. */
export async function placeReadings(
  db: Pick<Database, 'query'>,
  readings: readonly Reading[],
): Promise<readonly Reading[]> {
  const facts = readings.flatMap((reading) =>
    reading.outcome === 'opportunity'
      ? [reading.content.rules.areas, reading.content.rules.beneficiaryAreas]
      : [],
  )
  const narrow = await vaguePlacer(db, facts)
  const place = await wardPlacer(
    db,
    facts.flatMap((fact) => factValue(fact) ?? []),
  )
  const placed = (fact: Areas): Areas => {
    const narrowed = narrow(fact)
    return narrowed.basis === 'unknown' ? narrowed : { ...narrowed, value: place(narrowed.value) }
  }
  return readings.map((reading) => {
    if (reading.outcome !== 'opportunity') return reading
    const { content } = reading
    const { areas, beneficiaryAreas } = content.rules
    const rules = {
      ...content.rules,
      areas: placed(areas),
      beneficiaryAreas: placed(beneficiaryAreas),
    }
    return { ...reading, content: { ...content, rules } }
  })
}

type Areas = Fact<readonly AreaCode[]>
