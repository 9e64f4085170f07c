import type { Database } from '../../db/database.ts'
import type { AreaCode } from '../../domain/area.ts'
import { type Fact, factValue } from '../../domain/fact.ts'
import type { OpportunityContent } from '../../domain/opportunity.ts'
import type { Reading } from '../../domain/source.ts'
import { type PlaceWards, wardPlacer } from './place-wards.ts'

/** Says of every ward that a source names in which council it lies, as far as files have told. */
export async function placeReadings(
  db: Pick<Database, 'query'>,
  readings: readonly Reading[],
): Promise<readonly Reading[]> {
  const areas = readings.flatMap((reading) =>
    reading.outcome === 'opportunity' ? areasOf(reading.content) : [],
  )
  const place = await wardPlacer(db, areas)
  return readings.map((reading) =>
    reading.outcome === 'opportunity' ? { ...reading, content: placed(reading.content, place) } : reading,
  )
}

const areasOf = ({ rules: { areas, beneficiaryAreas } }: OpportunityContent): readonly AreaCode[] =>
  [areas, beneficiaryAreas].flatMap((fact) => factValue(fact) ?? [])

function placed(content: OpportunityContent, place: PlaceWards): OpportunityContent {
  const { areas, beneficiaryAreas } = content.rules
  const rules = {
    ...content.rules,
    areas: placedFact(areas, place),
    beneficiaryAreas: placedFact(beneficiaryAreas, place),
  }
  return { ...content, rules }
}

const placedFact = (fact: Fact<readonly AreaCode[]>, place: PlaceWards): Fact<readonly AreaCode[]> =>
  fact.basis === 'unknown' ? fact : { ...fact, value: place(fact.value) }
