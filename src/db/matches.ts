import { type SqlBool, sql } from 'kysely'
import type { Instant } from '../base/date.ts'
import type { Match } from '../domain/match.ts'
import type { OrganisationId } from '../domain/organisation.ts'
import { insertMany } from './bulk.ts'
import type { Database, Statement } from './database.ts'
import { toOpportunity } from './opportunity-rows.ts'
import { cursorOf, keyOf, type PageOf, type PageRequest, pageOf } from './page.ts'
import type { MatchTable, OpportunityTable } from './schema.ts'

/** What the organisation may be able to bid for, best first; ties by opportunity id. */
export async function listMatches(
  { query }: Pick<Database, 'query'>,
  organisationId: OrganisationId,
  { after, limit }: PageRequest,
): Promise<PageOf<Match>> {
  let page = query
    .selectFrom('matches as m')
    .innerJoin('opportunities as o', 'o.id', 'm.opportunity_id')
    .selectAll('o')
    .select(['m.organisation_id', 'm.opportunity_id', 'm.verdict', 'm.score', 'm.judgement', 'm.judged_at'])
    .where('m.organisation_id', '=', organisationId)
    .orderBy('m.score', 'desc')
    .orderBy('m.opportunity_id')
  if (after !== null) {
    const [score = 0, id = ''] = keyOf(after, ['number', 'string'])
    page = page.where(sql<SqlBool>`(-m.score, m.opportunity_id) > (${-score}, ${id})`)
  }
  const rows = await page.limit(limit + 1).execute()
  const { total } = await query
    .selectFrom('matches')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .where('organisation_id', '=', organisationId)
    .executeTakeFirstOrThrow()
  return pageOf(rows, { limit, total }, toMatch, (row) => cursorOf(row.score, row.opportunity_id))
}

/** Puts these matches of an organisation in the place of all that it had. */
export const replaceMatches = (
  db: Pick<Database, 'query'>,
  organisationId: OrganisationId,
  at: Instant,
  matches: readonly Match[],
): Statement[] => [
  db.query.deleteFrom('matches').where('organisation_id', '=', organisationId),
  ...insertMany(
    db,
    'matches',
    matches.flatMap(({ opportunity, eligibility, score, parts, reasons }) =>
      eligibility.verdict === 'ineligible'
        ? []
        : [
            {
              organisation_id: organisationId,
              opportunity_id: opportunity.id,
              verdict: eligibility.verdict,
              score,
              judgement: JSON.stringify({ rules: eligibility.rules, parts, reasons }),
              judged_at: at,
            },
          ],
    ),
    { key: ['organisation_id', 'opportunity_id'] },
  ),
]

function toMatch(row: MatchTable & OpportunityTable): Match {
  const { rules, parts, reasons } = JSON.parse(row.judgement)
  return {
    opportunity: toOpportunity(row),
    eligibility: { verdict: row.verdict, rules },
    score: row.score,
    parts,
    reasons,
  }
}
