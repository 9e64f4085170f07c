import type { Release } from './ocds-schema.ts'

/** What a notice means for who wants to bid. */
export type NoticeKind =
  | { readonly kind: 'open' | 'forecast' | 'awarded' | 'withdrawn' }
  | { readonly kind: 'skipped'; readonly reason: string }

const OPEN = { kind: 'open' } as const
const FORECAST = { kind: 'forecast' } as const
const AWARDED = { kind: 'awarded' } as const
const WITHDRAWN = { kind: 'withdrawn' } as const
const skipped = (what: string): NoticeKind => ({ kind: 'skipped', reason: `The notice is about ${what}` })

/** The notices of the Procurement Act 2023. */
const BY_TYPE: Readonly<Record<string, NoticeKind>> = {
  UK1: FORECAST,
  UK2: FORECAST,
  UK3: FORECAST,
  UK4: OPEN,
  UK5: AWARDED,
  UK6: AWARDED,
  UK7: AWARDED,
  UK9: skipped('how a contract was performed'),
  UK10: skipped('a change to a contract'),
  UK11: skipped('the end of a contract'),
  UK12: WITHDRAWN,
  UK13: FORECAST,
  UK14: OPEN,
  UK15: skipped('a change to a dynamic market'),
  UK16: skipped('the end of a dynamic market'),
  UK17: skipped('how promptly a buyer pays'),
}

/** In this order: a release that ends something is an ending whatever other tags it has. */
const BY_TAG: readonly (readonly [tags: readonly string[], kind: NoticeKind])[] = [
  [['tenderCancellation'], WITHDRAWN],
  [['award', 'awardUpdate', 'contract'], AWARDED],
  [['tender', 'tenderAmendment', 'tenderUpdate'], OPEN],
  [['planning', 'planningUpdate'], FORECAST],
]

/** What a call may say of itself that ends it. */
const ENDED: readonly string[] = ['cancelled', 'withdrawn']

const NO_COMPETITION = /single tender action|direct award|without (?:prior publication|competition)/i

/**
 * Sorts a notice by its type where the source has types, otherwise by its tags. The status that it gives itself is
 * not trusted, since awards are published as "planned", but for one: a call that says it is cancelled is.
 */
export function kindOf(release: Release, classifyBy: 'tag' | 'noticeType'): NoticeKind {
  const type = classifyBy === 'noticeType' ? noticeTypeOf(release) : null
  const kind = BY_TYPE[type ?? ''] ?? kindByTag(release.tag)
  const isCall = kind.kind === 'open' || kind.kind === 'forecast'
  if (isCall && ENDED.includes(release.tender.status ?? '')) return WITHDRAWN
  return isCall && isDirect(release) ? { kind: 'skipped', reason: 'Awarded without a competition' } : kind
}

function kindByTag(tags: readonly string[]): NoticeKind {
  const [, kind] = BY_TAG.find(([names]) => names.some((name) => tags.includes(name))) ?? []
  if (kind) return kind
  return tags.length === 0
    ? { kind: 'skipped', reason: 'The notice does not say what it is' }
    : { kind: 'skipped', reason: `The notice is not a call for bids (${tags.join(', ')})` }
}

/** Of the document that is this release, or else of the newest one. */
function noticeTypeOf({ id, planning, tender, awards, contracts }: Release): string | null {
  const documents = [planning, tender, ...awards, ...contracts]
    .flatMap((part) => part.documents)
    .filter(({ noticeType }) => noticeType !== null)
  const own = documents.find((document) => id !== null && document.id === id)
  const newest = documents.sort((a, b) => ((a.datePublished ?? '') < (b.datePublished ?? '') ? 1 : -1))
  return (own ?? newest[0])?.noticeType ?? null
}

const isDirect = ({ tender }: Release): boolean =>
  tender.procurementMethod === 'direct' || NO_COMPETITION.test(tender.procurementMethodDetails ?? '')
