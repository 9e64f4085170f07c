import { addDays, dayOf, endOfDay, instantOf } from '../../base/date.ts'
import { addDigest } from '../../db/digests.ts'
import { listChangedSince } from '../../db/opportunity-versions.ts'
import { countWithoutAddress, listDigestDue, putDigestOn } from '../../db/organisations-due.ts'
import { listTold } from '../../db/told.ts'
import { composeDigest, lastToldVersions } from '../../delivery/compose-digest.ts'
import { digestHtml } from '../../delivery/digest-html.ts'
import { digestText } from '../../delivery/digest-text.ts'
import { viewDigest } from '../../delivery/digest-view.ts'
import type { Digest } from '../../domain/digest.ts'
import { LIST_SIZE } from '../../domain/match-list.ts'
import type { Organisation } from '../../domain/organisation.ts'
import type { Budget, Runtime } from '../../runtime.ts'
import { type Judging, openLongJudging, showMatches } from '../matching/show-matches.ts'

type Lent = Pick<Runtime, 'db' | 'log' | 'now' | 'newId' | 'config' | 'registry' | 'progress' | 'stopping'>

/** Organisations that are read at a time, and statements for one of them, at most. */
const BATCH = 25
const STATEMENTS = 6

/**
 * Writes the mail that each organisation is due, one a day in London at most, with what it tells into
 * the ledger, in one commit each. Nothing is sent yet, so a crash here loses nothing and tells nothing
 * twice. When its budget runs out the next run goes on with those who are left.
 *
 * @returns `quiet` had nothing to hear, `broken` have data that cannot be read, which the log says
 * @param again - whether organisations are looked at that had nothing to hear earlier today
 */
export async function writeDigests(runtime: Lent, again: boolean, budget: Budget) {
  const { db, now, progress, stopping } = runtime
  const today = dayOf(now())
  const due = { startOfDay: endOfDay(addDays(today, -1)), today, again }
  const started = now().getTime()
  const counts = {
    organisations: 0,
    written: 0,
    quiet: 0,
    broken: 0,
    withoutAddress: await countWithoutAddress(db),
  }
  const judging = await openLongJudging(db)
  let after = ''
  for (;;) {
    const left = budget.statements - counts.organisations * STATEMENTS
    const late = now().getTime() - started > budget.ms
    const batch = await listDigestDue(db, due, {
      after,
      limit: Math.max(0, Math.min(BATCH, Math.floor(left / STATEMENTS))),
    })
    const last = batch.at(-1)
    if (last === undefined || late || stopping.aborted) return counts
    after = last.id
    for (const organisation of batch) counts[await tryToWrite(runtime, judging, organisation)] += 1
    counts.organisations += batch.length
    const ids = batch.map(({ id }) => id)
    // Who was only looked at by hand is still due when the clock comes.
    if (!again) await db.commit([putDigestOn(db, today, ids)])
    progress('Digests', counts.organisations, null)
  }
}

/** One organisation whose data is broken keeps no other from its mail. */
async function tryToWrite(
  runtime: Lent,
  judging: Judging,
  organisation: Organisation,
): Promise<'written' | 'broken' | 'quiet'> {
  try {
    return (await writeDigest(runtime, judging, organisation)) ? 'written' : 'quiet'
  } catch (error) {
    runtime.log.error('digest.broken', error, { organisation: organisation.id })
    return 'broken'
  }
}

/** @returns whether there was anything to tell */
async function writeDigest(runtime: Lent, judging: Judging, organisation: Organisation): Promise<boolean> {
  const { db, newId } = runtime
  const now = runtime.now()
  const page = { after: null, limit: LIST_SIZE.shown }
  const { items: matches } = await showMatches(runtime, now, organisation, page, judging)
  const told = await listTold(db, organisation.id)
  const changed = await listChangedSince(db, organisation.id, lastToldVersions(told))
  const followed = changed.map((change) => ({
    ...change,
    match: matches.find(({ opportunity }) => opportunity.id === change.opportunity.id) ?? null,
  }))
  const composed = composeDigest({ now, organisationId: organisation.id, matches, told, followed })
  if (composed === null) return false
  const id = newId()
  const mail = writeMail(runtime, { id, now, organisation, digest: composed.digest })
  await db.commit(addDigest(db, { id, organisationId: organisation.id, mail }, composed.told))
  return true
}

function writeMail(
  { config, registry }: Lent,
  { id, now, organisation, digest }: { id: string; now: Date; organisation: Organisation; digest: Digest },
) {
  const view = viewDigest({ now, organisation, baseUrl: config.baseUrl, sample: registry.sample }, digest)
  return {
    messageId: `<digest-${id}@${new URL(config.baseUrl).hostname}>`,
    to: organisation.email ?? '',
    subject: view.subject,
    html: digestHtml(view),
    text: digestText(view),
    date: instantOf(now),
  }
}
