import { AppError } from '../base/errors.ts'
import { addPurpose, findPurpose } from '../db/meta.ts'
import type { Runtime } from '../runtime.ts'

/**
 * Makes sure that invented data and harvested data never meet: a new database takes the purpose of
 * the registry, and one with the other purpose is refused.
 *
 * @throws AppError `conflict` when the database is for the other
 */
export async function claimDatabase({ db, registry, config }: Pick<Runtime, 'db' | 'registry' | 'config'>) {
  const wanted = registry.sample ? 'sample' : 'live'
  const purpose = await findPurpose(db)
  if (purpose === undefined) return db.commit([addPurpose(db, wanted)])
  if (purpose === wanted) return
  throw new AppError(
    'conflict',
    purpose === 'sample'
      ? `The database ${config.database} holds sample data, and the registry ${config.sources} names real sources. Give real data a database of its own with FUNDLOCAL_DATABASE, or look at the sample data with FUNDLOCAL_SOURCES=data/sample/sources.json`
      : `The database ${config.database} holds real data, and the registry ${config.sources} is marked as sample data. Give sample data a database of its own with FUNDLOCAL_DATABASE`,
  )
}
