import { instantOf } from '../../../base/date.ts'
import { AppError } from '../../../base/errors.ts'
import { mergePage } from '../../../catalogue/merge-page.ts'
import { putOpportunities } from '../../../db/opportunity-versions.ts'
import { listRecords, putChecked, putRecords } from '../../../db/records.ts'
import { BY_HAND } from '../../../domain/by-hand.ts'
import type { OpportunityContent, OpportunityId, Provenance } from '../../../domain/opportunity.ts'
import type { Runtime } from '../../../runtime.ts'
import { againWhenOvertaken } from '../../again-when-overtaken.ts'
import { placeReadings } from '../../places/place-readings.ts'

type Origin = Pick<Provenance, 'key' | 'sourceName' | 'licence'>

/**
 * Stores what a person says of an opportunity as its newest version, as a harvest would. What says the
 * same as before only counts as checked.
 *
 * @param id - of an opportunity that is new; one whose key is known keeps its own
 * @throws AppError `invalid` for what cannot be stored
 */
export async function storeByHand(
  { db, now }: Pick<Runtime, 'db' | 'now'>,
  id: OpportunityId,
  origin: Origin,
  content: OpportunityContent,
): Promise<void> {
  await againWhenOvertaken(() => storeOnce({ db, now }, id, origin, content))
}

async function storeOnce(
  { db, now }: Pick<Runtime, 'db' | 'now'>,
  id: OpportunityId,
  { key, sourceName, licence }: Origin,
  content: OpportunityContent,
): Promise<void> {
  const at = instantOf(now())
  const known = await listRecords(db, BY_HAND.id, [key])
  const source = { id: BY_HAND.id, name: sourceName, licence }
  const reading = { outcome: 'opportunity', key, revision: `by hand ${at}`, releasedAt: at, content } as const
  const placed = await placeReadings(db, [reading])
  const { versions, records, checked, bad } = mergePage({ source, at, newId: () => id }, placed, known)
  if (bad[0]) throw new AppError('invalid', `This cannot be stored: ${bad[0].reason}`)
  await db.commit([
    ...putOpportunities(db, versions),
    ...putChecked(db, at, checked),
    ...putRecords(db, BY_HAND.id, at, records),
  ])
}
