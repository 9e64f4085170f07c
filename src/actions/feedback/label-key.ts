import { addLabelKey, findLabelKey } from '../../db/meta.ts'
import type { Runtime } from '../../runtime.ts'

/** The secret with which this installation hides ids in labels: made at the first need, the same ever after. */
export async function labelKey({ db, newId }: Pick<Runtime, 'db' | 'newId'>): Promise<string> {
  const key = await findLabelKey(db)
  if (key !== undefined) return key
  await db.commit([addLabelKey(db, newId())])
  // Somebody else may have been first.
  return (await findLabelKey(db)) ?? labelKey({ db, newId })
}
