import type { Instant } from '../base/date.ts'
import { LIST_SIZE } from '../domain/match-list.ts'
import type { SqliteDatabase } from './sqlite.ts'

/** Each promise with the query that finds what breaks it: an empty answer is a kept promise. */
const PROMISES: Readonly<Record<string, string>> = {
  'a match for a call that has ended': `SELECT m.opportunity_id FROM matches m JOIN opportunities o ON o.id = m.opportunity_id
    JOIN organisations g ON g.id = m.organisation_id WHERE g.matched_at >= o.last_changed_at AND o.ended IS NOT NULL`,
  'a match for a call that had closed when it was judged': `SELECT m.opportunity_id FROM matches m JOIN opportunities o ON o.id = m.opportunity_id
    JOIN organisations g ON g.id = m.organisation_id
    WHERE o.open_until <= g.matched_at AND o.last_changed_at <= g.matched_at`,
  'a list of matches that is too long': `SELECT organisation_id FROM matches
    GROUP BY organisation_id HAVING count(*) > ${LIST_SIZE.kept}`,
  'an opportunity without its current version': `SELECT o.id FROM opportunities o LEFT JOIN opportunity_versions v
    ON v.opportunity_id = o.id AND v.version = o.version WHERE v.version IS NULL OR v.content <> o.content`,
  'a gap in the versions of an opportunity': `SELECT opportunity_id FROM opportunity_versions
    GROUP BY opportunity_id HAVING count(*) <> max(version)`,
  'a harvest whose counts do not add up': `SELECT id FROM harvest_runs
    WHERE seen <> new + changed + unchanged + withdrawn + skipped + quarantined`,
  'an opportunity told as new twice': `SELECT opportunity_id FROM digest_items WHERE kind = 'new'
    GROUP BY organisation_id, opportunity_id HAVING count(*) > 1`,
  'a record that could not be read': 'SELECT id FROM quarantine WHERE settled_at IS NULL',
  'a row without what it belongs to': 'SELECT * FROM pragma_foreign_key_check',
}

/**
 * What the product promises and the database or the mail server's log do not keep; empty when all is well.
 *
 * @param accepted - the Message-ID of every mail that a server accepted, in order
 */
export async function brokenPromises(
  { file }: SqliteDatabase,
  now: Instant,
  accepted: readonly string[],
): Promise<string[]> {
  const broken = Object.entries(PROMISES).filter(([, query]) => file.prepare(query).all().length > 0)
  const sent = file.prepare('SELECT count(*) FROM digests WHERE sent_at IS NOT NULL').pluck().get()
  const late = file.prepare('SELECT count(*) FROM digests WHERE created_at > ?').pluck().get(now)
  return [
    ...broken.map(([promise]) => promise),
    ...(new Set(accepted).size === accepted.length ? [] : ['a mail sent twice']),
    ...(sent === accepted.length ? [] : [`${sent} mails recorded as sent, ${accepted.length} accepted`]),
    ...(late === 0 ? [] : ['a mail from the future']),
  ]
}
