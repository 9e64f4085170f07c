import { type Selectable, type SqlBool, sql } from 'kysely'
import type { Instant } from '../base/date.ts'
import { type Feedback, FeedbackReason, type FeedbackVerdict } from '../domain/feedback.ts'
import type { Opportunity, OpportunityId } from '../domain/opportunity.ts'
import type { OrganisationId } from '../domain/organisation.ts'
import type { Database, Statement } from './database.ts'
import { toOpportunity } from './opportunity-rows.ts'
import { cursorOf, keyOf, type PageOf, type PageRequest, pageOf } from './page.ts'
import type { FeedbackTable, OpportunityTable } from './schema.ts'

/** Feedback that stands, with the opportunity as it is now. */
export interface FeedbackOn {
  readonly feedback: Feedback
  readonly opportunity: Opportunity
}

/** Keeps it in the place of what that organisation said of that opportunity before. */
export function putFeedback({ query }: Pick<Database, 'query'>, feedback: Feedback): Statement {
  const { organisationId, opportunityId, verdict, reason, note, givenAt } = feedback
  const said = { verdict, reason, note, given_at: givenAt, withdrawn_at: null }
  return query
    .insertInto('feedback')
    .values({ organisation_id: organisationId, opportunity_id: opportunityId, ...said })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'opportunity_id']).doUpdateSet(said))
}

/** Takes it back, with what was said of all that the opportunity stands for; what was never said stays as it is. */
export const removeFeedback = (
  { query }: Pick<Database, 'query'>,
  organisationId: OrganisationId,
  opportunityId: OpportunityId,
  at: Instant,
): Statement =>
  query
    .updateTable('feedback')
    .set({ withdrawn_at: at })
    .where('organisation_id', '=', organisationId)
    .where(
      sql<SqlBool>`opportunity_id IN (SELECT ${opportunityId}
        UNION ALL SELECT absorbed_id FROM merges WHERE kept_id = ${opportunityId})`,
    )
    .where('withdrawn_at', 'is', null)

/** What an organisation has said and not taken back, newest first; ties by opportunity id. @param verdict - null for both */
export async function listFeedback(
  { query }: Pick<Database, 'query'>,
  organisationId: OrganisationId,
  verdict: FeedbackVerdict | null,
  { after, limit }: PageRequest,
): Promise<PageOf<FeedbackOn>> {
  let found = standing(query).where('f.organisation_id', '=', organisationId)
  if (verdict !== null) found = found.where('f.verdict', '=', verdict)
  let page = found.selectAll('o').select(COLUMNS).orderBy('f.given_at', 'desc').orderBy('f.opportunity_id')
  if (after !== null) {
    const [givenAt = '', id = ''] = keyOf(after, ['string', 'string'])
    page = page.where(
      sql<SqlBool>`(f.given_at < ${givenAt} OR (f.given_at = ${givenAt} AND f.opportunity_id > ${id}))`,
    )
  }
  const rows = await page.limit(limit + 1).execute()
  const { total } = await found
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return pageOf(rows, { limit, total }, toFeedbackOn, (row) => cursorOf(row.given_at, row.opportunity_id))
}

/** What the organisation has said of those opportunities and not taken back, by opportunity. */
export async function listFeedbackOn(
  { query }: Pick<Database, 'query'>,
  organisationId: OrganisationId,
  opportunityIds: readonly OpportunityId[],
): Promise<ReadonlyMap<OpportunityId, FeedbackOn>> {
  const rows = await standing(query)
    .selectAll('o')
    .select(COLUMNS)
    .where('f.organisation_id', '=', organisationId)
    .where(sql<SqlBool>`f.opportunity_id IN (SELECT value FROM json_each(${JSON.stringify(opportunityIds)}))`)
    .execute()
  return new Map(rows.map(toFeedbackOn).map((on) => [on.opportunity.id, on]))
}

/** What each of those organisations has said and not taken back; nothing for those that said nothing. */
export async function listFeedbackOf(
  { query }: Pick<Database, 'query'>,
  ids: readonly OrganisationId[],
): Promise<ReadonlyMap<OrganisationId, readonly FeedbackOn[]>> {
  const rows = await standing(query)
    .selectAll('o')
    .select(COLUMNS)
    .where(sql<SqlBool>`f.organisation_id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`)
    .orderBy('f.organisation_id')
    .orderBy('f.opportunity_id')
    .execute()
  return Map.groupBy(rows.map(toFeedbackOn), ({ feedback }) => feedback.organisationId)
}

/** The feedback of everybody that stands, by organisation, then by opportunity. */
export async function listAllFeedback(
  { query }: Pick<Database, 'query'>,
  { after, limit }: PageRequest,
): Promise<PageOf<FeedbackOn>> {
  const found = standing(query)
  let page = found.selectAll('o').select(COLUMNS).orderBy('f.organisation_id').orderBy('f.opportunity_id')
  if (after !== null) {
    const [organisationId = '', id = ''] = keyOf(after, ['string', 'string'])
    page = page.where(sql<SqlBool>`(f.organisation_id, f.opportunity_id) > (${organisationId}, ${id})`)
  }
  const rows = await page.limit(limit + 1).execute()
  const { total } = await found
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const toCursor = (row: (typeof rows)[number]) => cursorOf(row.organisation_id, row.opportunity_id)
  return pageOf(rows, { limit, total }, toFeedbackOn, toCursor)
}

/** How many opportunities the organisation has said are not for it. */
export async function countHidden(
  { query }: Pick<Database, 'query'>,
  organisationId: OrganisationId,
): Promise<number> {
  const { n } = await standing(query)
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('f.organisation_id', '=', organisationId)
    .where('f.verdict', '=', 'not_for_us')
    .executeTakeFirstOrThrow()
  return n
}

/** Of a row of opportunities named `o`: whether that organisation has not said that it is not for it. */
export const isShownTo = (organisationId: OrganisationId) => sql<SqlBool>`o.id NOT IN (
  SELECT f.opportunity_id FROM feedback_now f WHERE f.organisation_id = ${organisationId} AND f.verdict = 'not_for_us')`

const COLUMNS = [
  'f.organisation_id',
  'f.opportunity_id',
  'f.verdict',
  'f.reason',
  'f.note',
  'f.given_at',
] as const

/** What stands, with the opportunity that is shown: the one that it was said of, or the one that stands for it. */
const standing = (query: Database['query']) =>
  query.selectFrom('feedback_now as f').innerJoin('opportunities as o', 'o.id', 'f.opportunity_id')

type Row = Omit<Selectable<FeedbackTable>, 'withdrawn_at' | 'read_version'> & Selectable<OpportunityTable>

const toFeedbackOn = (row: Row): FeedbackOn => ({
  feedback: {
    organisationId: row.organisation_id as OrganisationId,
    opportunityId: row.opportunity_id as OpportunityId,
    verdict: row.verdict,
    // A reason of another version of fundlocal reads as none.
    reason: FeedbackReason.safeParse(row.reason).data ?? null,
    note: row.note,
    givenAt: row.given_at as Instant,
  },
  opportunity: toOpportunity(row),
})
