import { instantOf } from '../../base/date.ts'
import type { Database } from '../../db/database.ts'
import { editionOfOpportunities, listCurrentOpportunities } from '../../db/opportunities.ts'
import type { Rankable } from '../../matching/catalogue/rankable.ts'
import { SNAPSHOT_VERSION } from '../../matching/catalogue/snapshot.ts'
import type { Learnt } from '../../matching/learnt.ts'
import { type Catalogue, prepareCatalogue } from '../../matching/match.ts'
import { currentEpoch, type Epoch } from './current-learnt.ts'
import { loadSnapshot } from './stored-snapshot.ts'

interface Known<T> {
  readonly edition: string
  readonly madeAt: Date
  readonly it: T
}

type Lent = Pick<Database, 'query'>

/** The last of each database: to make one of 10,000 opportunities takes a second or two. */
const CATALOGUES = new WeakMap<Lent, Known<Catalogue>>()
const RANKABLES = new WeakMap<Lent, Known<Rankable>>()

/** Names what a catalogue is made of: another name, another catalogue. @param opportunities - as `editionOfOpportunities` says */
export const editionName = (epoch: string, opportunities: string): string =>
  `${SNAPSHOT_VERSION} ${epoch} ${opportunities}`

const editionOf = async (db: Lent, epoch: string): Promise<string> =>
  editionName(epoch, await editionOfOpportunities(db))

/**
 * All opportunities that take bids now or will, ready to be ranked. It is made again when any of them has
 * changed; those that have closed since are left out by ranking itself.
 */
export async function currentCatalogue(db: Lent, now: Date): Promise<Catalogue> {
  const { epoch, learnt } = await currentEpoch(db)
  return catalogueOf(db, now, learnt, await editionOf(db, epoch))
}

async function catalogueOf(db: Lent, now: Date, learnt: Learnt, edition: string): Promise<Catalogue> {
  const known = knownAt(CATALOGUES.get(db), edition, now)
  if (known !== null) return known
  const it = prepareCatalogue(learnt, await listCurrentOpportunities(db, instantOf(now)))
  CATALOGUES.set(db, { edition, madeAt: now, it })
  return it
}

/**
 * What ranks all current opportunities, without their texts: from the snapshot that the job has stored, so
 * that no text is read; made here only where there is none of them as they are now.
 */
export async function currentRankable(
  db: Lent,
  now: Date,
): Promise<Pick<Epoch, 'learnt'> & { readonly rankable: Rankable }> {
  const { epoch, learnt } = await currentEpoch(db)
  const edition = await editionOf(db, epoch)
  const known = knownAt(CATALOGUES.get(db), edition, now) ?? knownAt(RANKABLES.get(db), edition, now)
  if (known !== null) return { learnt, rankable: known }
  const stored = await loadSnapshot(db, edition)
  if (stored === null || stored.madeAt > now) {
    return { learnt, rankable: await catalogueOf(db, now, learnt, edition) }
  }
  RANKABLES.set(db, { edition, madeAt: stored.madeAt, it: stored.rankable })
  return { learnt, rankable: stored.rankable }
}

/** Before it was made others may have been open. */
const knownAt = <T>(known: Known<T> | undefined, edition: string, now: Date): T | null =>
  known?.edition === edition && known.madeAt <= now ? known.it : null
