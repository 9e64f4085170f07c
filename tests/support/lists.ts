import type { Instant } from '../../src/base/date.ts'
import type { Database } from '../../src/db/database.ts'
import { listListsOf, putLists } from '../../src/db/match-lists.ts'
import type { ListedMatch } from '../../src/domain/match-list.ts'
import type { OrganisationId } from '../../src/domain/organisation.ts'

/** Stores a list as it is, whether or not matching would make it so. @param matches - best first */
export async function putList(
  db: Database,
  id: OrganisationId,
  matches: readonly ListedMatch[],
  moment = '2026-06-01T05:00:00.000Z' as Instant,
): Promise<void> {
  const lists = await listListsOf(db, [id])
  const changes = lists.map((before) => ({ before, after: { matches, floor: null } }))
  await db.commit(putLists(db, { run: 0, moment }, changes))
}
