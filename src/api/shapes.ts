import type { AlsoListed } from '../actions/duplicates/also-listed.ts'
import type { NotOpenPage } from '../actions/matching/find-not-open.ts'
import type { Fitting } from '../actions/matching/find-organisations-for.ts'
import type { readWords } from '../actions/opportunities/by-hand/read-words.ts'
import type { FoundOpportunities } from '../actions/opportunities/search.ts'
import type { FeedbackOn } from '../db/feedback.ts'
import { type AreaCode, gssCode } from '../domain/area.ts'
import { closesAt, currentRound, daysLeft } from '../domain/deadline.ts'
import type { EarlyHelp } from '../domain/early-help.ts'
import type { Fact } from '../domain/fact.ts'
import type { KnownFunder } from '../domain/funder.ts'
import type { Match } from '../domain/match.ts'
import { ASKED } from '../domain/opening.ts'
import { type Opportunity, statusAt } from '../domain/opportunity.ts'

/** An opportunity as the API gives it: what is stored, and what follows from it at this moment. */
export function opportunityShape(opportunity: Opportunity, now: Date, earlyHelp: readonly EarlyHelp[]) {
  const { id, version, materialVersion: _, provenance, deadline, ...content } = opportunity
  const round = currentRound(now, deadline)
  return {
    id,
    /** `forecast`, `open`, `closed` or `withdrawn`, now. */
    status: statusAt(now, opportunity),
    /** Amounts are in minor units of `currency`, null when not stated. */
    ...content,
    rules: {
      ...content.rules,
      areas: plainAreas(content.rules.areas),
      beneficiaryAreas: plainAreas(content.rules.beneficiaryAreas),
    },
    deadline: {
      ...deadline,
      /** The first moment at which the current round takes no more bids; null when it has no known end. */
      closesAt: round && closesAt(round, deadline.zone),
      /** Days to the last day of the current round; null when it has no known end. */
      daysLeft: daysLeft(now, deadline),
    },
    /** What its text names of help before a need has grown, in its own words. It bears on no score. */
    earlyHelp,
    version,
    provenance,
  }
}

/** A record of another source of a call that is shown. */
export const alsoListedShape = ({ record, differs }: AlsoListed, now: Date) => ({
  url: record.url,
  /** As that source has it, now. */
  status: statusAt(now, record),
  /** What it says otherwise, in words. */
  differs,
  provenance: record.provenance,
})

/** Areas as GSS codes alone. */
const plainAreas = (fact: Fact<readonly AreaCode[]>): Fact<readonly string[]> =>
  fact.basis === 'unknown' ? fact : { ...fact, value: fact.value.map(gssCode) }

/** A funder of opportunities; its `id` is ours, and stands for it wherever one is asked for. */
export const funderShape = ({ id, name, orgId }: KnownFunder) => ({ id, name, orgId })

/** What the name of a funder was read as: `exact` when they have just that name, `more` when others are as likely. */
export const readingShape = (
  typed: string,
  { isExact, funders, isCut }: NonNullable<FoundOpportunities['funders']>,
) => ({
  typed,
  exact: isExact,
  more: isCut,
  items: funders.map(funderShape),
})

/** A match as the API gives it. The score orders what is not excluded; it predicts nothing. */
export const matchShape = (match: Match, now: Date) => ({
  opportunity: opportunityShape(match.opportunity, now, match.earlyHelp),
  ...judgementShape(match),
})

/** What was judged of a pair, without the pair. Sentences speak to the organisation. */
const judgementShape = ({
  eligibility,
  score,
  parts,
  reasons,
  whyNotHigher,
  sharedEarlyHelp,
}: Omit<Match, 'opportunity'>) => ({
  eligibility,
  score,
  parts,
  reasons,
  whyNotHigher,
  sharedEarlyHelp,
})

/** An organisation that an opportunity fits, without its address; its rules and reasons say what they rest on, its income too. */
export const fittingShape = ({ organisation: { id, name, orgIds, legalForm, areas }, match }: Fitting) => ({
  organisation: { id, name, orgIds, legalForm, areas: areas.map(gssCode) },
  ...judgementShape(match),
})

/** What stands in the way of an organisation, what would open most, and what it has not told. */
export const openingShape = ({ shut, bars, openers, questions }: NotOpenPage) => ({
  /** How many are as asked for; the list holds the best of them. */
  shut,
  bars,
  openers,
  questions: questions.map(({ field, settles, asked }) => ({
    field,
    question: ASKED[field].question,
    settles,
    asked,
  })),
})

/** A fact that was read from words, with its sentence; what is not `sure` a person must look at. */
export const findingShape = ({ field, value, quote, confidence }: ReturnType<typeof readWords>[number]) => ({
  field,
  value,
  quote,
  sure: confidence === 'high',
})

/** Feedback as the API gives it, with the title that says what it is about. */
export const feedbackShape = ({ feedback, opportunity }: FeedbackOn) => ({
  organisationId: feedback.organisationId,
  opportunityId: feedback.opportunityId,
  title: opportunity.title,
  verdict: feedback.verdict,
  /** Null when none was given, and always for a good match. */
  reason: feedback.reason,
  note: feedback.note,
  givenAt: feedback.givenAt,
})
