import { instantOf } from '../../base/date.ts'
import { listAbsent } from '../../db/records.ts'
import type { SourceEntry } from '../../domain/source.ts'
import type { Runtime } from '../../runtime.ts'
import type { Page } from '../../sources/source.ts'
import type { ReadRecord } from './store-page.ts'

/**
 * What a source has taken back: its calls that are still open and no longer among all that it offers.
 *
 * @returns one ending for each; none for a page that does not say what all is
 */
export async function withdrawnSince(
  { db, now }: Pick<Runtime, 'db' | 'now'>,
  source: Pick<SourceEntry, 'id'>,
  { offered }: Pick<Page, 'offered'>,
): Promise<readonly ReadRecord[]> {
  if (offered === undefined) return []
  const at = instantOf(now())
  const gone = await listAbsent(db, source.id, at, offered)
  return gone.map((key) => ({
    text: '',
    reading: { outcome: 'ending', key, revision: `gone ${at}`, releasedAt: at, ended: 'withdrawn' },
  }))
}
