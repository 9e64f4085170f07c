import type { Database } from '../../db/database.ts'
import type { AreaCode } from '../../domain/area.ts'
import { type Fact, factValue } from '../../domain/fact.ts'
import type { Rules } from '../../domain/rules.ts'
import { wardPlacer } from './place-wards.ts'
import { vaguePlacer } from './vague-placer.ts'

type Areas = Fact<readonly AreaCode[]>

/**
 * Says of the rules of opportunities where the wards and postcodes are that they name, as far as imported
 * files have told. All are looked up at once.
 */
export async function rulesPlacer(
  db: Pick<Database, 'query'>,
  all: readonly Pick<Rules, 'areas' | 'beneficiaryAreas'>[],
): Promise<(rules: Rules) => Rules> {
  const facts = all.flatMap(({ areas, beneficiaryAreas }) => [areas, beneficiaryAreas])
  const narrow = await vaguePlacer(db, facts)
  const place = await wardPlacer(
    db,
    facts.flatMap((fact) => factValue(fact) ?? []),
  )
  const placed = (fact: Areas): Areas => {
    const narrowed = narrow(fact)
    return narrowed.basis === 'unknown' ? narrowed : { ...narrowed, value: place(narrowed.value) }
  }
  return (rules) => ({
    ...rules,
    areas: placed(rules.areas),
    beneficiaryAreas: placed(rules.beneficiaryAreas),
  })
}
