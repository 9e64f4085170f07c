import { showMatches } from '../actions/matching/show-matches.ts'
import type { Database } from '../db/database.ts'
import { listOrganisations } from '../db/organisations.ts'
import { sayAmount } from '../domain/amount.ts'
import { sayDeadline } from '../domain/deadline.ts'
import type { Match } from '../domain/match.ts'
import type { Organisation } from '../domain/organisation.ts'

const BEST = 3
/** The page shows them all. */
const MOST_REASONS = 2
const VERDICTS = { eligible: 'may apply', unclear: 'unclear', ineligible: 'may not apply' } as const

/** Prints the best matches of every organisation, each with its reasons. */
export async function printBestMatches(db: Database, now: Date): Promise<void> {
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<typeof listOrganisations>> = await listOrganisations(db, {
      after,
      limit: 100,
    })
    for (const organisation of page.items) {
      const { items, total } = await showMatches({ db }, now, organisation, { after: null, limit: BEST })
      printOrganisation(organisation, items, total, now)
    }
    after = page.next
  } while (after !== null)
}

function printOrganisation({ name }: Organisation, best: readonly Match[], total: number, now: Date): void {
  console.log(`\n   ${name}: ${total === 0 ? 'no match today' : `the best of ${total}`}`)
  for (const { opportunity, eligibility, score, reasons } of best) {
    const { title, funder, deadline } = opportunity
    console.log(`   ${Math.round(score * 100)}  ${title} (${funder.name}): ${VERDICTS[eligibility.verdict]}`)
    console.log(`       ${sayAmount(opportunity)}. ${sayDeadline(now, deadline)}`)
    for (const { sentence } of reasons.slice(0, MOST_REASONS)) console.log(`       - ${sentence}`)
  }
}
