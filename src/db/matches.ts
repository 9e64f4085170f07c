import { type SqlBool, sql } from 'kysely'
import type { Instant } from '../base/date.ts'
import type { Match } from '../domain/match.ts'
import type { OrganisationId } from '../domain/organisation.ts'
import { insertMany } from './bulk.ts'
import type { Database, Statement } from './database.ts'
import { toOpportunity } from './opportunity-rows.ts'
import { cursorOf, keyOf, type PageOf, type PageRequest, pageOf } from './page.ts'
import type { MatchTable, OpportunityTable } from './schema.ts'

/** What the organisation may be able to bid for at that moment, best first; ties by opportunity id. */
export async function listMatches(
  { query }: Pick<Database, 'query'>,
  now: Instant,
  organisationId: OrganisationId,
  { after, limit }: PageRequest,
): Promise<PageOf<Match>> {
  // What has closed since it was judged is no match any more.
  const found = query
    .selectFrom('matches as m')
    .innerJoin('opportunities as o', 'o.id', 'm.opportunity_id')
    .where('m.organisation_id', '=', organisationId)
    .where('o.ended', 'is', null)
    .where((eb) => eb.or([eb('o.open_until', 'is', null), eb('o.open_until', '>', now)]))
  let page = found
    .selectAll('o')
    .select(['m.organisation_id', 'm.opportunity_id', 'm.verdict', 'm.score', 'm.judgement', 'm.judged_at'])
    .orderBy('m.score', 'desc')
    .orderBy('m.opportunity_id')
  if (after !== null) {
    const [score = 0, id = ''] = keyOf(after, ['number', 'string'])
    page = page.where(sql<SqlBool>`(-m.score, m.opportunity_id) > (${-score}, ${id})`)
  }
  const rows = await page.limit(limit + 1).execute()
  const { total } = await found
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return pageOf(rows, { limit, total }, toMatch, (row) => cursorOf(row.score, row.opportunity_id))
}

/** All matches of an organisation. */
export interface MatchList {
  readonly organisationId: OrganisationId
  readonly matches: readonly Match[]
}

/** Puts these matches of organisations in the place of all that they had. */
export function replaceMatches(
  db: Pick<Database, 'query'>,
  at: Instant,
  lists: readonly MatchList[],
): Statement[] {
  const ids = JSON.stringify(lists.map(({ organisationId }) => organisationId))
  return [
    db.query
      .deleteFrom('matches')
      .where(sql<SqlBool>`organisation_id IN (SELECT value FROM json_each(${ids}))`),
    ...insertMany(
      db,
      'matches',
      lists.flatMap((list) => toRows(at, list)),
      {
        key: ['organisation_id', 'opportunity_id'],
      },
    ),
  ]
}

const toRows = (at: Instant, { organisationId, matches }: MatchList): MatchTable[] =>
  matches.flatMap(({ opportunity, eligibility: { verdict, rules }, score, parts, reasons }) =>
    verdict === 'ineligible'
      ? []
      : [
          {
            organisation_id: organisationId,
            opportunity_id: opportunity.id,
            verdict,
            score,
            judgement: JSON.stringify({ rules, parts, reasons }),
            judged_at: at,
          },
        ],
  )

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
