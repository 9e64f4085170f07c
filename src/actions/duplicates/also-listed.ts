import { comparableOf } from '../../catalogue/duplicates/comparable.ts'
import { type Points, pointsOf } from '../../catalogue/duplicates/compare.ts'
import { listAbsorbed } from '../../db/merges.ts'
import { sayAmount } from '../../domain/amount.ts'
import { sayEveryRound } from '../../domain/deadline.ts'
import type { Opportunity } from '../../domain/opportunity.ts'
import { sayAreas } from '../../domain/say-rules.ts'
import type { Runtime } from '../../runtime.ts'

/** A record of another source of a call that is shown. */
export interface AlsoListed {
  readonly record: Opportunity
  /** What it says otherwise, in words: only of what both say. */
  readonly differs: readonly { readonly field: 'Deadline' | 'Amount' | 'Where'; readonly there: string }[]
}

/** The records of other sources for which an opportunity stands, as those tell them now; by source. */
export async function alsoListed(
  { db }: Pick<Runtime, 'db'>,
  opportunity: Opportunity,
): Promise<readonly AlsoListed[]> {
  const records = await listAbsorbed(db, opportunity.id)
  const shown = comparableOf(opportunity)
  return records.map((record) => ({
    record,
    differs: differencesOf(record, pointsOf(shown, comparableOf(record))),
  }))
}

const differencesOf = (record: Opportunity, { deadline, amount, area }: Points): AlsoListed['differs'] => [
  ...(deadline === 'differs' ? [{ field: 'Deadline', there: sayEveryRound(record.deadline) } as const] : []),
  ...(amount === 'differs' ? [{ field: 'Amount', there: sayAmount(record) } as const] : []),
  ...(area === 'differs' ? [{ field: 'Where', there: sayAreas(record.rules) } as const] : []),
]
