import { sql } from 'kysely'
import type { Instant } from '../base/date.ts'
import type { Mail, Told } from '../domain/digest.ts'
import type { OrganisationId } from '../domain/organisation.ts'
import { insertMany } from './bulk.ts'
import type { Database, Statement } from './database.ts'

/** Writes the mail that is to be sent and what it tells, together: the intent and the ledger are one commit. */
export function addDigest(
  db: Database,
  { id, organisationId, mail }: { id: string; organisationId: OrganisationId; mail: Omit<Mail, 'from'> },
  told: readonly Told[],
): Statement[] {
  return [
    db.query.insertInto('digests').values({
      id,
      organisation_id: organisationId,
      message_id: mail.messageId,
      recipient: mail.to,
      subject: mail.subject,
      html: mail.html,
      text: mail.text,
      created_at: mail.date,
      sent_at: null,
      next_try_at: mail.date,
      error: null,
    }),
    // A row that is there already fails the whole commit, so nothing is told twice.
    ...insertMany(
      db,
      'digest_items',
      told.map(({ opportunityId, kind, about, version }) => ({
        organisation_id: organisationId,
        opportunity_id: opportunityId,
        kind,
        about,
        version,
        digest_id: id,
      })),
      { key: [] },
    ),
  ]
}

export interface WaitingDigest {
  readonly id: string
  /** Where it goes: the organisation's address of today; null when it has none any more. */
  readonly to: string | null
  readonly mail: Omit<Mail, 'from' | 'to'>
  /** How often a mail server has been asked in vain. */
  readonly tries: number
}

/** Written, not yet accepted by a mail server, and due for a try at that moment; longest due first. */
export async function listWaitingDigests(
  { query }: Database,
  now: Instant,
  limit: number,
): Promise<WaitingDigest[]> {
  const rows = await query
    .selectFrom('digests as d')
    .innerJoin('organisations as o', 'o.id', 'd.organisation_id')
    .selectAll('d')
    .select('o.email')
    .where('d.next_try_at', '<=', now)
    .orderBy('d.next_try_at')
    .orderBy('d.id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    tries: row.tries,
    to: row.email,
    mail: {
      messageId: row.message_id,
      subject: row.subject,
      html: row.html,
      text: row.text,
      date: row.created_at as Instant,
    },
  }))
}

/** Mails that were given up: refused too often, and waiting for a person. */
export async function countGivenUp({ query }: Database): Promise<number> {
  const { n } = await query
    .selectFrom('digests')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('sent_at', 'is', null)
    .where('next_try_at', 'is', null)
    .executeTakeFirstOrThrow()
  return n
}

/** Gives every mail that was given up another chance, from that moment. */
export const retryGivenUp = ({ query }: Database, now: Instant): Statement =>
  query
    .updateTable('digests')
    .set({ next_try_at: now, tries: 0 })
    .where('sent_at', 'is', null)
    .where('next_try_at', 'is', null)

export const markSent = ({ query }: Database, id: string, at: Instant): Statement =>
  query.updateTable('digests').set({ sent_at: at, next_try_at: null, error: null }).where('id', '=', id)

/** @param nextTryAt - null gives it up */
export const markFailed = (
  { query }: Database,
  id: string,
  error: string,
  nextTryAt: Instant | null,
): Statement =>
  query
    .updateTable('digests')
    .set({ tries: sql<number>`tries + 1`, error, next_try_at: nextTryAt })
    .where('id', '=', id)
