import type { Database } from '../../db/database.ts'
import { type AwardsOf, findFigures } from '../../db/funder-figures.ts'
import { findFunderFacts } from '../../db/funders.ts'
import type { AwardFigures } from '../../domain/award-figures.ts'

type Db = Pick<Database, 'query'>

interface Known {
  /** When an award was last new or changed. */
  readonly awards: string
  readonly figures: Map<string, AwardFigures | undefined>
}

/** Those of each database: a funder with 200,000 awards takes longer than a page may. */
const KNOWN = new WeakMap<Db, Known>()
/** So many funders and areas are remembered; one more, and all are forgotten. */
const MOST = 200

/** What the awards that are meant come to; it is worked out again when any award is new or has changed. */
export async function currentFigures(db: Db, asked: AwardsOf): Promise<AwardFigures | undefined> {
  const { awards } = await findFunderFacts(db)
  const before = KNOWN.get(db)
  const known = before?.awards === awards ? before : { awards, figures: new Map() }
  KNOWN.set(db, known)
  const key = JSON.stringify(asked)
  if (known.figures.has(key)) return known.figures.get(key)
  const figures = await findFigures(db, asked)
  if (known.figures.size >= MOST) known.figures.clear()
  known.figures.set(key, figures)
  return figures
}
