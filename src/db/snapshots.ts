import type { Instant } from '../base/date.ts'
import type { Database, Statement } from './database.ts'

/** What is known of a snapshot before its bytes are read. */
export interface SnapshotHead {
  /** What it was made of: another edition, another snapshot. */
  readonly edition: string
  /** The moment as of which the opportunities in it were current. */
  readonly madeAt: Instant
  /** How many parts it has, numbered from 0. */
  readonly parts: number
}

type Lent = Pick<Database, 'query'>

/** The whole one of that edition; undefined when there is none. */
export async function findSnapshot({ query }: Lent, edition: string): Promise<SnapshotHead | undefined> {
  const row = await query
    .selectFrom('snapshots')
    .selectAll()
    .where('edition', '=', edition)
    .executeTakeFirst()
  return row && { edition, madeAt: row.made_at as Instant, parts: row.parts }
}

/** Under what the parts are kept: two runs that write one edition at the same time never mix theirs. */
const partsOf = ({ edition, madeAt }: Pick<SnapshotHead, 'edition' | 'madeAt'>): string =>
  `${edition} ${madeAt}`

/** The text of one part; undefined when it is gone, since another snapshot has taken its place. */
export async function findSnapshotPart(
  { query }: Lent,
  head: SnapshotHead,
  part: number,
): Promise<string | undefined> {
  const row = await query
    .selectFrom('snapshot_parts')
    .select('body')
    .where('edition', '=', partsOf(head))
    .where('part', '=', part)
    .executeTakeFirst()
  return row?.body
}

/** Part by part, each in a commit of its own; none counts before the head is put. */
export const putSnapshotPart = (
  { query }: Lent,
  head: SnapshotHead,
  { part, body }: { readonly part: number; readonly body: string },
): Statement =>
  query
    .insertInto('snapshot_parts')
    .values({ edition: partsOf(head), part, body })
    .onConflict((conflict) => conflict.columns(['edition', 'part']).doUpdateSet({ body }))

/** Makes a snapshot whose parts are written the one and only. */
export const putSnapshot = ({ query }: Lent, head: SnapshotHead): Statement[] => {
  const { edition, madeAt, parts } = head
  const row = { made_at: madeAt, parts }
  return [
    query
      .insertInto('snapshots')
      .values({ edition, ...row })
      .onConflict((conflict) => conflict.column('edition').doUpdateSet(row)),
    query.deleteFrom('snapshots').where('edition', '<>', edition),
    query.deleteFrom('snapshot_parts').where('edition', '<>', partsOf(head)),
  ]
}
