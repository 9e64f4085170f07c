import { describeChanges } from '../domain/changes.ts'
import { currentRound, daysLeft } from '../domain/deadline.ts'
import type { Digest, DigestItem, Told } from '../domain/digest.ts'
import { isWorthTelling, type Match } from '../domain/match.ts'
import {
  type Opportunity,
  type OpportunityContent,
  type OpportunityId,
  statusAt,
} from '../domain/opportunity.ts'
import type { OrganisationId } from '../domain/organisation.ts'

/** New matches in one mail; the rest come in the next. */
export const MOST_NEW = 25

/** A deadline is near when at most this many days are left. */
export const CLOSING_DAYS = 14

/** An opportunity that the organisation has been told of, as it said then and says now. */
export interface Followed {
  readonly opportunity: Opportunity
  /** What it said in the version last told. */
  readonly before: OpportunityContent
  /** As judged now; null when it is no match any more. */
  readonly match: Match | null
}

export interface DigestInput {
  readonly now: Date
  readonly organisationId: OrganisationId
  /** Best first. */
  readonly matches: readonly Match[]
  readonly told: readonly Told[]
  /** Those of the ledger whose opportunity may have something to tell. */
  readonly followed: readonly Followed[]
}

export interface Composed {
  readonly digest: Digest
  /** What the ledger gains by it. */
  readonly told: readonly Told[]
}

/**
 * Gathers what an organisation has not been told: matches never told before, material changes of
 * those told, and deadlines that have come near. A deadline that the mail shows anyway is not told
 * again as closing.
 *
 * @returns null when there is nothing to tell
 */
export function composeDigest(input: DigestInput): Composed | null {
  const ledger = ledgerOf(input.told)
  const waiting = input.matches.filter(
    (match) => isWorthTelling(match) && !ledger.has(match.opportunity.id, 'new'),
  )
  const fresh = waiting.slice(0, MOST_NEW).map((match) => itemOf(match))
  const changed = input.followed.flatMap((followed) => changedItem(input.now, ledger, followed))
  const shown = new Set([...fresh, ...changed].map(({ opportunity }) => opportunity.id))
  const near = (opportunity: Opportunity) => isClosing(input.now, ledger, opportunity)
  const closing = input.matches
    .filter(
      ({ opportunity }) =>
        ledger.has(opportunity.id, 'new') && !shown.has(opportunity.id) && near(opportunity),
    )
    .map((match) => itemOf(match))
    .sort(
      (a, b) =>
        (daysLeft(input.now, a.opportunity.deadline) ?? 0) -
        (daysLeft(input.now, b.opportunity.deadline) ?? 0),
    )
  if (fresh.length + changed.length + closing.length === 0) return null

  const tell = (kind: Told['kind'], opportunity: Opportunity, about: string): Told => ({
    organisationId: input.organisationId,
    opportunityId: opportunity.id,
    kind,
    about,
    version: opportunity.version,
  })
  return {
    digest: { fresh, changed, closing, waiting: waiting.length - fresh.length },
    told: [
      ...fresh.map(({ opportunity }) => tell('new', opportunity, '')),
      ...changed.map(({ opportunity }) => tell('changed', opportunity, String(opportunity.materialVersion))),
      ...[...fresh, ...changed, ...closing]
        .filter(({ opportunity }) => near(opportunity))
        .map(({ opportunity }) => tell('closing', opportunity, lastDay(input.now, opportunity))),
    ],
  }
}

const itemOf = ({ opportunity, eligibility, reasons }: Match): DigestItem => ({
  opportunity,
  eligibility,
  reasons,
  changes: [],
})

function changedItem(now: Date, ledger: Ledger, { opportunity, before, match }: Followed): DigestItem[] {
  if (opportunity.materialVersion <= ledger.lastVersion(opportunity.id)) return []
  const changes = describeChanges(now, before, opportunity)
  if (changes.length === 0) return []
  return [{ opportunity, eligibility: match?.eligibility ?? null, reasons: match?.reasons ?? [], changes }]
}

function isClosing(now: Date, ledger: Ledger, opportunity: Opportunity): boolean {
  const left = daysLeft(now, opportunity.deadline)
  return (
    statusAt(now, opportunity) === 'open' &&
    left !== null &&
    left <= CLOSING_DAYS &&
    !ledger.has(opportunity.id, 'closing', lastDay(now, opportunity))
  )
}

/** Of the round that is open: each round of a call comes near by itself. */
const lastDay = (now: Date, { deadline }: Opportunity): string => currentRound(now, deadline)?.closesOn ?? ''

interface Ledger {
  /** Whether it has been told in that way, about that or about anything. */
  has(id: OpportunityId, kind: Told['kind'], about?: string): boolean
  /** The newest version whose content has been told; 0 for none. */
  lastVersion(id: OpportunityId): number
}

/** The newest version of each opportunity whose content has been told. */
export function lastToldVersions(told: readonly Told[]): ReadonlyMap<OpportunityId, number> {
  const versions = new Map<OpportunityId, number>()
  for (const { kind, opportunityId, version } of told) {
    if (kind !== 'closing') versions.set(opportunityId, Math.max(version, versions.get(opportunityId) ?? 0))
  }
  return versions
}

function ledgerOf(told: readonly Told[]): Ledger {
  const keys = new Set(
    told.flatMap(({ opportunityId, kind, about }) => [
      `${opportunityId} ${kind}`,
      `${opportunityId} ${kind} ${about}`,
    ]),
  )
  const versions = lastToldVersions(told)
  return {
    has: (id, kind, about) => keys.has(about === undefined ? `${id} ${kind}` : `${id} ${kind} ${about}`),
    lastVersion: (id) => versions.get(id) ?? 0,
  }
}
