import { dayOf, instantOf } from '../../base/date.ts'
import { addDigest, findLastDigestAt, listTold } from '../../db/digests.ts'
import { listMatches } from '../../db/matches.ts'
import { listOpportunitiesById } from '../../db/opportunities.ts'
import { findVersion } from '../../db/opportunity-versions.ts'
import { listOrganisations } from '../../db/organisations.ts'
import { composeDigest, type Followed, lastToldVersions } from '../../delivery/compose-digest.ts'
import { digestHtml } from '../../delivery/digest-html.ts'
import { digestText } from '../../delivery/digest-text.ts'
import { viewDigest } from '../../delivery/digest-view.ts'
import type { Digest, Told } from '../../domain/digest.ts'
import type { Match } from '../../domain/match.ts'
import type { Organisation } from '../../domain/organisation.ts'
import type { Runtime } from '../../runtime.ts'

type Lent = Pick<Runtime, 'db' | 'now' | 'newId' | 'config' | 'registry' | 'progress'>

/** Organisations that are read at a time. */
const BATCH = 100

/** Matches that are read for one organisation: more than it will ever be told in one mail. */
const MOST_MATCHES = 500

/**
 * Writes the mail that each organisation is due, with what it tells into the ledger, in one commit
 * each. Nothing is sent yet, so a crash here loses nothing and tells nothing twice.
 *
 * @returns how many organisations were looked at, mails written, and organisations without an address
 */
export async function writeDigests(runtime: Lent) {
  const counts = { organisations: 0, written: 0, withoutAddress: 0 }
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<typeof listOrganisations>> = await listOrganisations(runtime.db, {
      after,
      limit: BATCH,
    })
    for (const organisation of page.items) {
      counts.organisations += 1
      if (organisation.email === null) counts.withoutAddress += 1
      else if (await writeDigest(runtime, organisation, organisation.email)) counts.written += 1
    }
    runtime.progress('Digests', counts.organisations, page.total)
    after = page.next
  } while (after !== null)
  return counts
}

/** At most one mail a day in London. @returns whether there was anything to tell */
async function writeDigest(runtime: Lent, organisation: Organisation, to: string): Promise<boolean> {
  const { db, newId } = runtime
  const now = runtime.now()
  const lastAt = await findLastDigestAt(db, organisation.id)
  if (lastAt !== undefined && dayOf(lastAt) === dayOf(now)) return false
  const { items: matches } = await listMatches(db, instantOf(now), organisation.id, {
    after: null,
    limit: MOST_MATCHES,
  })
  const told = await listTold(db, organisation.id)
  const followed = await listFollowed(runtime, told, matches)
  const composed = composeDigest({ now, organisationId: organisation.id, matches, told, followed })
  if (composed === null) return false
  const id = newId()
  const mail = writeMail(runtime, { id, to, now, organisation, digest: composed.digest })
  await db.commit(addDigest(db, { id, organisationId: organisation.id, mail }, composed.told))
  return true
}

/** Opportunities that have changed in a way that matters since the organisation was told. */
async function listFollowed(
  { db }: Lent,
  told: readonly Told[],
  matches: readonly Match[],
): Promise<readonly Followed[]> {
  const versions = lastToldVersions(told)
  const opportunities = await listOpportunitiesById(db, [...versions.keys()])
  const changed = opportunities.filter(({ id, materialVersion }) => materialVersion > (versions.get(id) ?? 0))
  const followed = await Promise.all(
    changed.map(async (opportunity): Promise<Followed[]> => {
      const before = await findVersion(db, opportunity.id, versions.get(opportunity.id) ?? 0)
      const match = matches.find((it) => it.opportunity.id === opportunity.id) ?? null
      return before ? [{ opportunity, before, match }] : []
    }),
  )
  return followed.flat()
}

function writeMail(
  { config, registry }: Lent,
  {
    id,
    to,
    now,
    organisation,
    digest,
  }: { id: string; to: string; now: Date; organisation: Organisation; digest: Digest },
) {
  const view = viewDigest({ now, organisation, baseUrl: config.baseUrl, sample: registry.sample }, digest)
  return {
    messageId: `<digest-${id}@${new URL(config.baseUrl).hostname}>`,
    to,
    subject: view.subject,
    html: digestHtml(view),
    text: digestText(view),
    date: instantOf(now),
  }
}
