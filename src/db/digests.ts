import type { Instant } from '../base/date.ts'
import type { Mail, Told } from '../domain/digest.ts'
import type { OpportunityId } from '../domain/opportunity.ts'
import type { OrganisationId } from '../domain/organisation.ts'
import { insertMany } from './bulk.ts'
import type { Database, Statement } from './database.ts'

/** When the newest digest for the organisation was written; undefined when none was. */
export async function findLastDigestAt(
  { query }: Database,
  organisationId: OrganisationId,
): Promise<Instant | undefined> {
  const row = await query
    .selectFrom('digests')
    .select('created_at')
    .where('organisation_id', '=', organisationId)
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.created_at as Instant | undefined
}

/** Everything that the organisation has been told, in no order. */
export async function listTold({ query }: Database, organisationId: OrganisationId): Promise<Told[]> {
  const rows = await query
    .selectFrom('digest_items')
    .select(['opportunity_id', 'kind', 'version'])
    .where('organisation_id', '=', organisationId)
    .execute()
  return rows.map(({ opportunity_id, kind, version }) => ({
    organisationId,
    opportunityId: opportunity_id as OpportunityId,
    kind,
    version,
  }))
}

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
      error: null,
    }),
    // A plain insert: a row that is there already fails the whole commit, so nothing is told twice.
    ...insertMany(
      db,
      'digest_items',
      told.map(({ opportunityId, kind, version }) => ({
        organisation_id: organisationId,
        opportunity_id: opportunityId,
        kind,
        version,
        digest_id: id,
      })),
      { key: [] },
    ),
  ]
}

export interface UnsentDigest {
  readonly id: string
  readonly mail: Omit<Mail, 'from'>
  readonly tries: number
}

/** Written, not yet accepted by a mail server, and tried fewer than that many times; oldest first. */
export async function listUnsentDigests(
  { query }: Database,
  mostTries: number,
  limit: number,
  after = '',
): Promise<UnsentDigest[]> {
  const rows = await query
    .selectFrom('digests')
    .selectAll()
    .where('sent_at', 'is', null)
    .where('tries', '<', mostTries)
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    tries: row.tries,
    mail: {
      messageId: row.message_id,
      to: row.recipient,
      subject: row.subject,
      html: row.html,
      text: row.text,
      date: row.created_at as Instant,
    },
  }))
}

export const markSent = ({ query }: Database, id: string, at: Instant): Statement =>
  query.updateTable('digests').set({ sent_at: at, error: null }).where('id', '=', id)

export const markFailed = ({ query }: Database, id: string, error: string): Statement =>
  query
    .updateTable('digests')
    .set((eb) => ({ tries: eb('tries', '+', 1), error }))
    .where('id', '=', id)
