import type { ListedMatch } from '../../domain/match-list.ts'
import type { Organisation } from '../../domain/organisation.ts'
import type { Rankable } from '../catalogue/rankable.ts'
import type { Learnt } from '../learnt.ts'
import { whereOrganisation } from '../places/whereabouts.ts'
import { organisationProfile } from '../profile/read-profiles.ts'
import { type Lists, NOTHING } from '../rank/lists.ts'
import { type Packable, packSeekers } from '../rank/packed-seekers.ts'
import type { Rankers } from '../rank/rankers.ts'

/** What is packed of an organisation, its texts read. */
export const packableOf = (learnt: Learnt, organisation: Organisation): Packable => ({
  organisation,
  where: whereOrganisation(organisation),
  profile: organisationProfile(learnt, organisation),
})

/** The best of all for each of these organisations, best first, as `rankers` rank them: without feedback. */
export async function rankBatch(
  rankers: Rankers,
  learnt: Learnt,
  ids: Rankable['ids'],
  organisations: readonly Organisation[],
): Promise<ListedMatch[][]> {
  const lists = await rankers.rank(packSeekers(organisations.map((it) => packableOf(learnt, it))))
  return organisations.map((_, number) => listedAt(lists, number, ids))
}

function listedAt(
  { most, slots, units, isUnclear }: Lists,
  number: number,
  ids: Rankable['ids'],
): ListedMatch[] {
  const listed: ListedMatch[] = []
  for (let at = number * most; at < (number + 1) * most; at += 1) {
    const opportunityId = ids[slots[at] ?? NOTHING]
    if (opportunityId === undefined) break
    listed.push({
      opportunityId,
      units: units[at] ?? 0,
      verdict: isUnclear[at] === 1 ? 'unclear' : 'eligible',
    })
  }
  return listed
}
