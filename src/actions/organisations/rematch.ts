import { instantOf } from '../../base/date.ts'
import { listFeedbackOf } from '../../db/feedback.ts'
import { listListsOf, putLists } from '../../db/match-lists.ts'
import { LIST_SIZE } from '../../domain/match-list.ts'
import type { OrganisationId } from '../../domain/organisation.ts'
import { applicantWith, hiddenBy } from '../../matching/feedback/read-taste.ts'
import { listOf, mostRanked } from '../../matching/lists/merge-list.ts'
import { rankWith } from '../../matching/lists/rank-with.ts'
import type { Runtime } from '../../runtime.ts'
import { currentRankable } from '../matching/current-catalogue.ts'

/** More than that are left to the job, which has time for them. */
export const MOST_AT_ONCE = 20

/** Organisations whose next list the job makes afresh, whatever is written here. */
const AFRESH = 0

/**
 * Makes the lists of a few organisations afresh, within the request that changed them. The job looks at
 * them once more at its next run, since it alone knows from which changes on it can carry a list on.
 */
export async function rematchOrganisations(
  { db, now }: Pick<Runtime, 'db' | 'now'>,
  ids: readonly OrganisationId[],
): Promise<void> {
  if (ids.length === 0) return
  const at = now()
  // Before the lists are read: what is written must not be older than what it replaces.
  const { learnt, rankable } = await currentRankable(db, at)
  const rank = rankWith(at, mostRanked(LIST_SIZE), () => rankable)
  const lists = await listListsOf(db, ids)
  const said = await listFeedbackOf(db, ids)
  const changes = lists.map((before) => {
    const own = said.get(before.organisation.id) ?? []
    const applicant = applicantWith(learnt, before.organisation, own)
    return { before, after: listOf(LIST_SIZE, rank(applicant, { hidden: hiddenBy(own) })) }
  })
  await db.commit(putLists(db, { run: AFRESH, moment: instantOf(at) }, changes))
}
