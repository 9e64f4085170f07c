import type { Database } from '../../db/database.ts'
import { countFunders, listFunders } from '../../db/funders.ts'
import { type FunderIndex, prepareFunders } from '../../matching/funders/find-funders.ts'

/** The last of each database: to read the names of some thousands takes longer than a page may. */
const KNOWN = new WeakMap<Pick<Database, 'query'>, { readonly count: number; readonly index: FunderIndex }>()

/** The funders of all opportunities, to be found by name. They are read again when there are more. */
export async function currentFunders(db: Pick<Database, 'query'>): Promise<FunderIndex> {
  const count = await countFunders(db)
  const known = KNOWN.get(db)
  if (known?.count === count) return known.index
  const index = prepareFunders(await listFunders(db))
  KNOWN.set(db, { count, index })
  return index
}
