import { instantOf } from '../../base/date.ts'
import type { Facts } from '../../base/log.ts'
import { type MatchList, replaceMatches } from '../../db/matches.ts'
import { listCurrentOpportunities } from '../../db/opportunities.ts'
import { listOrganisations } from '../../db/organisations.ts'
import { isWorthTelling } from '../../domain/match.ts'
import { matchOrganisation, prepareCatalogue } from '../../matching/match.ts'
import type { Runtime } from '../../runtime.ts'

/** Organisations whose matches go to the database in one commit. */
const BATCH = 50

/** Weaker matches that are kept for an organisation, best first; those worth a mail are all kept. */
const MOST_WEAK = 200

/** Judges every current opportunity for every organisation and keeps the best of each. */
export async function matchOrganisations(runtime: Pick<Runtime, 'db' | 'now' | 'progress'>): Promise<Facts> {
  const { db, now, progress } = runtime
  const at = now()
  const opportunities = await listCurrentOpportunities(db, instantOf(at))
  const catalogue = prepareCatalogue(opportunities)
  const counts = { opportunities: opportunities.length, organisations: 0, eligible: 0, unclear: 0 }
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<typeof listOrganisations>> = await listOrganisations(db, {
      after,
      limit: BATCH,
    })
    const lists: MatchList[] = page.items.map((organisation) => ({
      organisationId: organisation.id,
      matches: matchOrganisation(at, catalogue, organisation).filter(
        (match, rank) => isWorthTelling(match) || rank < MOST_WEAK,
      ),
    }))
    await db.commit(replaceMatches(db, instantOf(at), lists))
    for (const { eligibility } of lists.flatMap(({ matches }) => matches)) {
      if (eligibility.verdict !== 'ineligible') counts[eligibility.verdict] += 1
    }
    counts.organisations += page.items.length
    progress('Matching', counts.organisations, page.total)
    after = page.next
  } while (after !== null)
  return counts
}
