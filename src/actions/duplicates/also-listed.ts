import { listAbsorbed } from '../../db/merges.ts'
import type { Opportunity } from '../../domain/opportunity.ts'
import type { Runtime } from '../../runtime.ts'
import { pointsBetween } from './review-pairs.ts'

/** A record of another source of a call that is shown. */
export interface AlsoListed {
  readonly record: Opportunity
  /** What it says otherwise, in words. */
  readonly differs: readonly string[]
}

/** The records of other sources for which an opportunity stands, as those tell them now; by source. */
export async function alsoListed(
  { db }: Pick<Runtime, 'db'>,
  opportunity: Opportunity,
): Promise<readonly AlsoListed[]> {
  const records = await listAbsorbed(db, opportunity.id)
  return records.map((record) => ({ record, differs: pointsBetween(opportunity, record).differs }))
}
