import type { Database } from '../../db/database.ts'
import { listFunderAwards } from '../../db/funder-awards.ts'
import { findFunderFacts, listFunders } from '../../db/funders.ts'
import { findLearnt, findLearntAt } from '../../db/learnt.ts'
import { epochOf } from '../../matching/epoch.ts'
import { type FunderHistory, foundByName, historiesOf } from '../../matching/funders/funder-history.ts'
import { type Learnt, learntFrom, withHistories } from '../../matching/learnt.ts'
import { readTopicTable } from '../../matching/topics/topic-table.ts'
import { readWordTable } from '../../matching/words/word-table.ts'
import { findFunderIds } from '../funders/found-ids.ts'

/** What to match by, and the name of its epoch: another name, other scores. */
export interface Epoch {
  readonly epoch: string
  readonly learnt: Learnt
}

type Lent = Pick<Database, 'query'>

/** The last of each database, since reading the tables takes longer than a page may. */
const KNOWN = new WeakMap<Lent, Epoch & { readonly stamp: string }>()

/**
 * What to match by now: what was learnt from this database, or what is shipped while that is too little;
 * and what the funders of its opportunities have paid for.
 */
export async function currentEpoch(db: Lent): Promise<Epoch> {
  const [learntAt, { awards, funders }] = await Promise.all([findLearntAt(db), findFunderFacts(db)])
  const stamp = JSON.stringify([learntAt, awards, funders])
  const known = KNOWN.get(db)
  if (known?.stamp === stamp) return known
  const learnt = withHistories(await learntTables(db), await historiesOfFunders(db))
  // Another funder can tell whose awards a name stands for.
  const fresh = { learnt, stamp, epoch: epochOf(learnt, stamp) }
  KNOWN.set(db, fresh)
  return fresh
}

/** What the funders of all opportunities have paid for; those that state no id are found by their names. */
async function historiesOfFunders(db: Lent): Promise<ReadonlyMap<string, FunderHistory>> {
  const funders = await listFunders(db)
  const ids = await findFunderIds(db, funders)
  const asked = funders.map((funder) => ({ ...funder, orgId: ids.get(funder.name) ?? funder.orgId }))
  return foundByName(historiesOf(await listFunderAwards(db, asked)), ids)
}

/** As `currentEpoch`, without its name. */
export const currentLearnt = async (db: Lent): Promise<Learnt> => (await currentEpoch(db)).learnt

async function learntTables(db: Lent): Promise<Learnt> {
  const [words, topics] = await Promise.all([findLearnt(db, 'words'), findLearnt(db, 'topics')])
  if (!words || !topics) return learntFrom(null)
  return learntFrom({
    words: readWordTable(JSON.parse(words.body)),
    topics: readTopicTable(JSON.parse(topics.body)),
  })
}
