import type { Database } from '../../db/database.ts'
import type { EarlyHelp } from '../../domain/early-help.ts'
import type { Opportunity } from '../../domain/opportunity.ts'
import { earlyHelpOf } from '../../matching/explain/early-help.ts'
import type { Learnt } from '../../matching/learnt.ts'
import { currentLearnt } from './current-learnt.ts'

/** Finds the early help that an opportunity names, title and summary first. */
export type FindEarlyHelp = (opportunity: Opportunity) => readonly EarlyHelp[]

/** Opportunities whose early help is kept, at most: to read a long text takes some milliseconds. */
const MOST_KEPT = 2_000

const KEPT = new WeakMap<Learnt, Map<string, readonly EarlyHelp[]>>()

/** What opportunities name of early help, as matching reads their texts; each is read once as long as it says the same. */
export async function openEarlyHelp(db: Pick<Database, 'query'>): Promise<FindEarlyHelp> {
  const learnt = await currentLearnt(db)
  const kept = KEPT.get(learnt) ?? new Map<string, readonly EarlyHelp[]>()
  KEPT.set(learnt, kept)
  return (opportunity) => {
    const key = `${opportunity.id} ${opportunity.version}`
    const found = kept.get(key) ?? earlyHelpOf(learnt, opportunity)
    if (kept.size >= MOST_KEPT) kept.clear()
    kept.set(key, found)
    return found
  }
}
