import { instantOf } from '../../base/date.ts'
import type { Facts } from '../../base/log.ts'
import { type MatchList, replaceMatches } from '../../db/matches.ts'
import { listCurrentOpportunities } from '../../db/opportunities.ts'
import { countOrganisations, listMatchDue, putMatchedAt } from '../../db/organisations-due.ts'
import { isWorthTelling } from '../../domain/match.ts'
import { matchOrganisation, prepareCatalogue } from '../../matching/match.ts'
import type { Runtime } from '../../runtime.ts'

/** Organisations whose matches go to the database in one commit, and statements that a batch costs at most. */
const BATCH = 25
const STATEMENTS = 60

/** Weaker matches that are kept for an organisation, best first; those worth a mail are all kept. */
const MOST_WEAK = 200

/**
 * Judges every current opportunity for every organisation and keeps the best of each, those judged
 * longest ago first. When its budget runs out the next run goes on with the rest.
 */
export async function matchOrganisations(
  runtime: Pick<Runtime, 'db' | 'now' | 'progress' | 'budget' | 'stopping'>,
): Promise<Facts> {
  const { db, now, progress, budget, stopping } = runtime
  const at = now()
  const opportunities = await listCurrentOpportunities(db, instantOf(at))
  const catalogue = prepareCatalogue(opportunities)
  const total = await countOrganisations(db)
  const counts = { opportunities: opportunities.length, organisations: 0, eligible: 0, unclear: 0 }
  const isSpent = () =>
    stopping.aborted ||
    now().getTime() - at.getTime() > budget.ms ||
    (counts.organisations / BATCH + 1) * STATEMENTS > budget.statements
  while (!isSpent()) {
    const batch = await listMatchDue(db, instantOf(at), BATCH)
    if (batch.length === 0) break
    const lists: MatchList[] = batch.map((organisation) => ({
      organisationId: organisation.id,
      matches: matchOrganisation(at, catalogue, organisation).filter(
        (match, rank) => isWorthTelling(match) || rank < MOST_WEAK,
      ),
    }))
    const ids = batch.map(({ id }) => id)
    await db.commit([...replaceMatches(db, instantOf(at), lists), putMatchedAt(db, instantOf(at), ids)])
    for (const { eligibility } of lists.flatMap(({ matches }) => matches)) {
      if (eligibility.verdict !== 'ineligible') counts[eligibility.verdict] += 1
    }
    counts.organisations += batch.length
    progress('Matching', counts.organisations, total)
  }
  return counts
}
