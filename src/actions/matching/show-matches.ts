import { instantOf } from '../../base/date.ts'
import type { Database } from '../../db/database.ts'
import { listFeedbackOf } from '../../db/feedback.ts'
import { listMatches } from '../../db/matches.ts'
import type { PageOf, PageRequest } from '../../db/page.ts'
import type { Match } from '../../domain/match.ts'
import type { Opportunity } from '../../domain/opportunity.ts'
import type { Organisation } from '../../domain/organisation.ts'
import { type Offer, offerOf } from '../../matching/catalogue/offer.ts'
import { judgeMatch } from '../../matching/explain/judge-match.ts'
import { applicantWith } from '../../matching/feedback/read-taste.ts'
import type { Learnt } from '../../matching/learnt.ts'
import { currentLearnt } from './current-learnt.ts'

/** What pairs are judged with. */
export interface Judging {
  readonly learnt: Learnt
  readonly read: (opportunity: Opportunity) => Offer
}

/** Reads each opportunity anew: for a page or two. */
export async function openJudging(db: Pick<Database, 'query'>): Promise<Judging> {
  const learnt = await currentLearnt(db)
  return { learnt, read: (opportunity) => offerOf(learnt, opportunity) }
}

/** Opportunities that are kept read, at most. */
const MOST_READ = 2_000

/** Reads each opportunity once, as long as it says the same: for many organisations one after the other. */
export async function openLongJudging(db: Pick<Database, 'query'>): Promise<Judging> {
  const learnt = await currentLearnt(db)
  const known = new Map<string, Offer>()
  return {
    learnt,
    read(opportunity) {
      const key = `${opportunity.id} ${opportunity.version}`
      const offer = known.get(key) ?? offerOf(learnt, opportunity)
      if (known.size >= MOST_READ) known.clear()
      known.set(key, offer)
      // It may have been checked since, which is shown.
      return { ...offer, opportunity }
    },
  }
}

/**
 * Part of an organisation's list, each match judged with its reasons at this moment. Pages, the API, mails
 * and the demonstration all ask here, so that they say the same.
 */
export async function showMatches(
  { db }: { readonly db: Pick<Database, 'query'> },
  now: Date,
  organisation: Organisation,
  page: PageRequest,
  judging?: Judging,
): Promise<PageOf<Match>> {
  const { items, ...rest } = await listMatches(db, instantOf(now), organisation.id, page)
  const { learnt, read } = judging ?? (await openJudging(db))
  const said = (await listFeedbackOf(db, [organisation.id])).get(organisation.id) ?? []
  const applicant = applicantWith(learnt, organisation, said)
  return {
    ...rest,
    // What has come to be ruled out since the list was made is no match any more.
    items: items
      .map(({ opportunity }) => judgeMatch(now, learnt, applicant, read(opportunity)))
      .filter(({ eligibility }) => eligibility.verdict !== 'ineligible'),
  }
}
