import type { Instant } from '../base/date.ts'
import type { Database } from './database.ts'

/**
 * When a source was first asked in vain since it last sent a page, or went well without one; null when no run
 * has been in vain since.
 *
 * @param lastGoodAt - when it was last read to its end; null when it never was
 */
export async function silentSince(
  { query }: Pick<Database, 'query'>,
  sourceId: string,
  lastGoodAt: Instant | null,
): Promise<Instant | null> {
  const row = await query
    .selectFrom('harvest_runs as r')
    .select(({ fn }) => fn.min('r.started_at').as('since'))
    .where('r.source_id', '=', sourceId)
    .where('r.started_at', '>', lastGoodAt ?? '')
    .where(({ eb, fn, selectFrom, val }) =>
      eb(
        'r.started_at',
        '>',
        fn.coalesce(
          selectFrom('harvest_runs as w')
            .select(({ fn }) => fn.max('w.started_at').as('at'))
            .where('w.source_id', '=', sourceId)
            .where(({ eb, or }) => or([eb('w.pages', '>', 0), eb('w.error', 'is', null)])),
          val(''),
        ),
      ),
    )
    .executeTakeFirst()
  return (row?.since ?? null) as Instant | null
}
