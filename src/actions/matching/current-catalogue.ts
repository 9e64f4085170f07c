import { instantOf } from '../../base/date.ts'
import type { Database } from '../../db/database.ts'
import { editionOfOpportunities, listCurrentOpportunities } from '../../db/opportunities.ts'
import { type Catalogue, prepareCatalogue } from '../../matching/match.ts'
import { currentEpoch } from './current-learnt.ts'

interface Known {
  readonly key: string
  readonly madeAt: Date
  readonly catalogue: Catalogue
}

/** The last of each database: to make one of 10,000 opportunities takes a second or two. */
const KNOWN = new WeakMap<Pick<Database, 'query'>, Known>()

/**
 * All opportunities that take bids now or will, ready to be ranked. It is made again when any of them has
 * changed; those that have closed since are left out by ranking itself.
 */
export async function currentCatalogue(db: Pick<Database, 'query'>, now: Date): Promise<Catalogue> {
  const { epoch, learnt } = await currentEpoch(db)
  const key = `${epoch} ${await editionOfOpportunities(db)}`
  const known = KNOWN.get(db)
  // Before it was made others may have been open.
  if (known?.key === key && known.madeAt <= now) return known.catalogue
  const catalogue = prepareCatalogue(learnt, await listCurrentOpportunities(db, instantOf(now)))
  KNOWN.set(db, { key, madeAt: now, catalogue })
  return catalogue
}
