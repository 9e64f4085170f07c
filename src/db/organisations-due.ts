import { type SqlBool, sql } from 'kysely'
import type { Instant, IsoDate } from '../base/date.ts'
import type { Organisation, OrganisationId } from '../domain/organisation.ts'
import type { Database, Statement } from './database.ts'
import { toOrganisation } from './organisations.ts'

/**
 * Organisations with an address that have had no digest on that day.
 *
 * @param again - whether those count that were looked at today and had nothing to hear: then by id, from
 *   `after` on; else those who waited longest first, and `after` means nothing, since who has been looked
 *   at is due no more
 */
export async function listDigestDue(
  { query }: Database,
  { startOfDay, today, again }: { startOfDay: Instant; today: IsoDate; again: boolean },
  { after, limit }: { after: string; limit: number },
): Promise<Organisation[]> {
  let due = query
    .selectFrom('organisations')
    .selectAll()
    .where('email', 'is not', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('digests')
            .select('digests.id')
            .whereRef('digests.organisation_id', '=', 'organisations.id')
            .where('digests.created_at', '>=', startOfDay),
        ),
      ),
    )
  due = again
    ? due.where('id', '>', after)
    : due
        .where((eb) => eb.or([eb('digest_on', 'is', null), eb('digest_on', '<', today)]))
        .orderBy('digest_on')
  const rows = await due.orderBy('id').limit(limit).execute()
  return rows.map(toOrganisation)
}

/** Notes that these organisations have been looked at on that day. */
export const putDigestOn = ({ query }: Database, today: IsoDate, ids: readonly OrganisationId[]): Statement =>
  query
    .updateTable('organisations')
    .set({ digest_on: today })
    .where(sql<SqlBool>`id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`)

export async function countOrganisations({ query }: Database): Promise<number> {
  const { n } = await query
    .selectFrom('organisations')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return n
}

/** How many have no address for a digest. */
export async function countWithoutAddress({ query }: Database): Promise<number> {
  const { n } = await query
    .selectFrom('organisations')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('email', 'is', null)
    .executeTakeFirstOrThrow()
  return n
}
