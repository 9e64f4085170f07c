import { type Selectable, type SqlBool, sql } from 'kysely'
import type { Instant } from '../base/date.ts'
import type { DuplicatePair } from '../domain/duplicate.ts'
import type { Opportunity, OpportunityId } from '../domain/opportunity.ts'
import { insertMany, jsonChunks } from './bulk.ts'
import type { Database, Statement } from './database.ts'
import { listOpportunitiesById } from './opportunities.ts'
import { cursorOf, keyOf, type PageOf, type PageRequest, pageOf } from './page.ts'
import type { DuplicatePairTable } from './schema.ts'

type Lent = Pick<Database, 'query'>
type Row = Selectable<DuplicatePairTable>

/** Undefined when the two were never found to be alike. @param first - the lower id */
export async function findPair(
  { query }: Lent,
  { first, second }: Pick<DuplicatePair, 'first' | 'second'>,
): Promise<DuplicatePair | undefined> {
  const row = await query
    .selectFrom('duplicate_pairs')
    .selectAll()
    .where('first_id', '=', first)
    .where('second_id', '=', second)
    .executeTakeFirst()
  return row && toPair(row)
}

/** Every pair that one of the opportunities is in, in no order. */
export async function listPairsOf({ query }: Lent, ids: readonly OpportunityId[]): Promise<DuplicatePair[]> {
  const listed = sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`
  const rows = await query
    .selectFrom('duplicate_pairs')
    .selectAll()
    .where(sql<SqlBool>`first_id IN ${listed}`)
    .union(query.selectFrom('duplicate_pairs').selectAll().where(sql<SqlBool>`second_id IN ${listed}`))
    .execute()
  return rows.map(toPair)
}

/**
 * Those opportunities and all that pairs join to them, one after the other: by what was found to be the same, or
 * is merged, whoever decided it.
 */
export async function listJoined({ query }: Lent, ids: readonly OpportunityId[]): Promise<OpportunityId[]> {
  const joins = sql`(p.found = 'same' OR p.state = 'merged')`
  const { rows } = await sql<{ id: string }>`WITH RECURSIVE joined (id) AS (
      SELECT value FROM json_each(${JSON.stringify(ids)})
      UNION SELECT p.second_id FROM joined j JOIN duplicate_pairs p ON p.first_id = j.id AND ${joins}
      UNION SELECT p.first_id FROM joined j JOIN duplicate_pairs p ON p.second_id = j.id AND ${joins})
    SELECT id FROM joined`.execute(query)
  return rows.map(({ id }) => id as OpportunityId)
}

/** Keeps what comparing found of two opportunities; what has been decided of them stays. */
export const putFound = (db: Lent, pairs: readonly DuplicatePair[]): Statement[] =>
  insertMany(db, 'duplicate_pairs', pairs.map(toRow), { key: ['first_id', 'second_id'], update: ['found'] })

/** Keeps what follows of pairs that nobody has decided; one that somebody has decided meanwhile stays so. */
export const putStates = ({ query }: Lent, pairs: readonly DuplicatePair[]): Statement[] =>
  jsonChunks(pairs.map(toRow)).map((json) => ({
    compile: () =>
      sql`UPDATE duplicate_pairs SET state = l.value ->> 'state', decided_by = l.value ->> 'decided_by',
          decided_at = l.value ->> 'decided_at'
        FROM json_each(${json}) AS l
        WHERE first_id = l.value ->> 'first_id' AND second_id = l.value ->> 'second_id'
          AND decided_by IS NOT 'person'`.compile(query),
  }))

/** Keeps what a person has decided, or taken back. */
export const putDecision = (db: Lent, pair: DuplicatePair): Statement[] =>
  insertMany(db, 'duplicate_pairs', [toRow(pair)], {
    key: ['first_id', 'second_id'],
    update: ['state', 'decided_by', 'decided_at'],
  })

/** Forgets pairs that are alike no more, unless a person has decided them. */
export const removePairs = (
  { query }: Lent,
  pairs: readonly Pick<DuplicatePair, 'first' | 'second'>[],
): Statement[] =>
  jsonChunks(pairs.map(({ first, second }) => [first, second])).map((json) =>
    query.deleteFrom('duplicate_pairs').where(
      sql<SqlBool>`decided_by IS NOT 'person' AND (first_id, second_id) IN
          (SELECT value ->> 0, value ->> 1 FROM json_each(${json}))`,
    ),
  )

/** A pair with both opportunities as their sources tell them now. */
export interface PairOf {
  readonly pair: DuplicatePair
  readonly first: Opportunity
  readonly second: Opportunity
}

/** Pairs that wait for a person and of which both take bids, or will, at that moment: the first found first. */
export const listWaitingPairs = (db: Lent, now: Instant, page: PageRequest): Promise<PageOf<PairOf>> =>
  pairsOf(db, waitingAt(db, now), { by: 'found_at', newestFirst: false }, page)

/** How many those are. */
export async function countWaitingPairs(db: Lent, now: Instant): Promise<number> {
  const { n } = await waitingAt(db, now)
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return n
}

function waitingAt({ query }: Lent, now: Instant) {
  const runs = (id: string) => sql<SqlBool>`EXISTS (SELECT 1 FROM opportunities o WHERE o.id = ${sql.ref(id)}
    AND o.ended IS NULL AND (o.open_until IS NULL OR o.open_until > ${now}))`
  return query
    .selectFrom('duplicate_pairs as p')
    .where('p.state', '=', 'waiting')
    .where(runs('p.first_id'))
    .where(runs('p.second_id'))
}

/**
 * Pairs that have been decided, by a person or without doubt: the last decided first.
 *
 * @param of - only those of that opportunity, or of one that it stands for; null for all
 */
export function listDecidedPairs(
  db: Lent,
  page: PageRequest,
  of: OpportunityId | null = null,
): Promise<PageOf<PairOf>> {
  const decided = db.query.selectFrom('duplicate_pairs as p').where('p.state', '<>', 'waiting')
  const mine = sql`(SELECT ${of} UNION ALL SELECT absorbed_id FROM merges WHERE kept_id = ${of})`
  const found =
    of === null ? decided : decided.where(sql<SqlBool>`(p.first_id IN ${mine} OR p.second_id IN ${mine})`)
  return pairsOf(db, found, { by: 'decided_at', newestFirst: true }, page)
}

const someOf = ({ query }: Lent) => query.selectFrom('duplicate_pairs as p')

async function pairsOf(
  db: Lent,
  found: ReturnType<typeof someOf>,
  { by, newestFirst }: { by: 'found_at' | 'decided_at'; newestFirst: boolean },
  { after, limit }: PageRequest,
): Promise<PageOf<PairOf>> {
  const order = newestFirst ? 'desc' : 'asc'
  let page = found
    .selectAll('p')
    .orderBy(`p.${by}`, order)
    .orderBy('p.first_id', order)
    .orderBy('p.second_id', order)
  if (after !== null) {
    const [at = '', first = '', second = ''] = keyOf(after, ['string', 'string', 'string'])
    const beyond = newestFirst ? sql`<` : sql`>`
    page = page.where(
      sql<SqlBool>`(${sql.ref(`p.${by}`)}, p.first_id, p.second_id) ${beyond} (${at}, ${first}, ${second})`,
    )
  }
  const rows = await page.limit(limit + 1).execute()
  const { total } = await found
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const cut = pageOf(rows, { limit, total }, toPair, (row) =>
    cursorOf(row[by] ?? '', row.first_id, row.second_id),
  )
  const ids = cut.items.flatMap(({ first, second }) => [first, second])
  const known = new Map((await listOpportunitiesById(db, ids)).map((it) => [it.id, it]))
  const withBoth = (pair: DuplicatePair): PairOf[] => {
    const [first, second] = [known.get(pair.first), known.get(pair.second)]
    return first && second ? [{ pair, first, second }] : []
  }
  return { ...cut, items: cut.items.flatMap(withBoth) }
}

const toPair = (row: Row): DuplicatePair => ({
  first: row.first_id as OpportunityId,
  second: row.second_id as OpportunityId,
  found: row.found,
  state: row.state,
  decidedBy: row.decided_by,
  foundAt: row.found_at as Instant,
  decidedAt: row.decided_at as Instant | null,
})

const toRow = (pair: DuplicatePair): Row => ({
  first_id: pair.first,
  second_id: pair.second,
  found: pair.found,
  state: pair.state,
  decided_by: pair.decidedBy,
  found_at: pair.foundAt,
  decided_at: pair.decidedAt,
})
