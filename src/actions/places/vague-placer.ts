import type { Database } from '../../db/database.ts'
import { listTouched } from '../../db/postcodes.ts'
import { listWards } from '../../db/wards.ts'
import type { AreaCode } from '../../domain/area.ts'
import { readAreaOrWard } from '../../domain/areas/read-ward.ts'
import { aroundVague, vagueIn } from '../../domain/areas/vague-place.ts'
import { type Fact, stated } from '../../domain/fact.ts'
import { readOutward } from '../../domain/postcode.ts'
import { placedWard } from '../../domain/ward.ts'
import { findWards } from './find-wards.ts'

type Areas = Fact<readonly AreaCode[]>

const quoted = (fact: Areas): readonly string[] => (fact.basis === 'inferred' ? vagueIn(fact.quote) : [])

/**
 * Narrows areas that were inferred around a ward's name or the first half of a postcode, as far as imported
 * files tell. A ward is then stated; the wards that a postcode touches are inferred, since it is in a part of each.
 */
export async function vaguePlacer(
  db: Pick<Database, 'query'>,
  facts: readonly Areas[],
): Promise<(fact: Areas) => Areas> {
  const places = [...new Set(facts.flatMap(quoted))]
  if (places.length === 0) return (same) => same
  const outwards = places.flatMap((place) => readOutward(place) ?? [])
  const touched = new Map(
    await Promise.all(outwards.map(async (each) => [each, await wardsTouched(db, each)] as const)),
  )
  const wardsOf = await findWards(db, places)
  const told = (place: string): readonly AreaCode[] => {
    const outward = readOutward(place)
    if (outward !== null) return touched.get(outward) ?? []
    const reading = readAreaOrWard(place, wardsOf(place))
    return 'exact' in reading ? [reading.exact.code] : []
  }
  return (fact) => narrowed(fact, told)
}

/** All or none: what is not told may be anywhere around. */
function narrowed(fact: Areas, told: (place: string) => readonly AreaCode[]): Areas {
  const places = quoted(fact)
  if (fact.basis !== 'inferred' || places.length === 0) return fact
  if (places.some((place) => told(place).length === 0)) return fact
  const around = places.flatMap((place) => aroundVague(place) ?? [])
  const value = [
    ...new Set([...fact.value.filter((code) => !around.includes(code)), ...places.flatMap(told)]),
  ]
  if (places.some((place) => readOutward(place) !== null)) return { ...fact, value }
  return { ...stated(value), ...(fact.strength && { strength: fact.strength }) }
}

async function wardsTouched(db: Pick<Database, 'query'>, outward: string): Promise<readonly AreaCode[]> {
  const touched = await listTouched(db, outward)
  const wards = await listWards(
    db,
    touched.flatMap(({ ward }) => (ward === null ? [] : [ward])),
  )
  return touched.map(({ ward, authority }) =>
    ward === null
      ? authority
      : (placedWard({ code: ward, authority, name: wards.get(ward)?.name ?? '' }) as AreaCode),
  )
}
