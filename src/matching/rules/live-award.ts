import { addDays, type IsoDate, sayDate } from '../../base/date.ts'
import { factValue } from '../../domain/fact.ts'
import type { PastBid } from '../../domain/standing.ts'
import { comesIn, lastDayOf, ONLY_IF_AGAIN } from './in-time.ts'
import { askSameFunder, bidsNear, bidsTo, type FunderKeys, funderKeys } from './past-bids.ts'
import { type Asked, type Finding, findingsOf, type Rule, toWaitFor } from './rule.ts'

interface Terms {
  readonly funder: FunderKeys
  readonly lastDay: IsoDate | null
}

const { pass, fail, unclear, notTold } = findingsOf<Terms>()

const asks = ({ funder }: Terms) => `You can hold one award from ${funder.name} at a time`
/** The day after the last award ends. */
const freeOn = ({ terms, organisation, today }: Asked<Terms>): IsoDate =>
  addDays(lastEnd(bidsTo(terms.funder, organisation.history ?? []).filter(isAward)) ?? today, 1)
const sayFree = (asked: Asked<Terms>): string => sayDate(freeOn(asked))

const unknown = notTold(
  'history',
  ({ terms }) => `${asks(terms)}, and we do not know whether you hold one.`,
  ({ terms }) => `Do you hold an award from ${terms.funder.name}, and when does it end?`,
)
const endNotTold = notTold(
  'history',
  ({ terms }) => `${asks(terms)}, and we do not know when yours ends.`,
  ({ terms }) => `When does your award from ${terms.funder.name} end?`,
)
const perhapsTheirs = unclear(
  ({ terms }) => `${asks(terms)}, and your history names a funder that may be them.`,
  ({ terms, organisation }) => askSameFunder(terms.funder, organisation.history ?? []),
)
const none = pass(({ terms }) => `${asks(terms)}, and you hold none.`)
const soon = pass((asked) => `${asks(asked.terms)}: you can apply from ${sayFree(asked)}, before it closes.`)
const held = fail(
  ({ terms }) => `${asks(terms)}, and you hold one.`,
  (asked) => `Opens when your award has ended, on ${sayFree(asked)}.`,
  (asked) => [toWaitFor(`Wait until ${sayFree(asked)}, when your award will have ended`, freeOn(asked))],
)
const heldTooLong = fail(
  held.sentence,
  (asked) => `Opens when your award has ended, on ${sayFree(asked)}${ONLY_IF_AGAIN}.`,
)

/** Whether the organisation holds no award of this funder that is still running. */
export const liveAward: Rule<Terms> = {
  name: 'live_award',
  profile: ['history'],
  facts: ['oneLiveAward'],
  fields: ['funder', 'deadline'],
  read: (opportunity) =>
    factValue(opportunity.rules.oneLiveAward) === true
      ? { funder: funderKeys(opportunity), lastDay: lastDayOf(opportunity) }
      : null,
  judge(terms, { history }, today) {
    if (history === null) return unknown
    const sure = bidsTo(terms.funder, history)
    const found = judgeAwards(terms, sure, today)
    const near = found.outcome === 'pass' ? bidsNear(terms.funder, history) : []
    if (near.length === 0) return found
    // What may be another funder's is asked about only where it would count.
    const perhaps = judgeAwards(terms, [...sure, ...near], today)
    return perhaps.outcome === 'pass' ? found : perhapsTheirs
  },
  wish: () => 'fund those who hold no other award of theirs',
}

function judgeAwards({ lastDay }: Terms, bids: readonly PastBid[], today: IsoDate): Finding<Terms> {
  const awards = bids.filter(isAward)
  if (awards.some(isUndated)) return endNotTold
  const last = lastEnd(awards)
  if (last === null || last < today) return none
  return { met: none, in_time: soon, too_soon: held, late: heldTooLong }[
    comesIn(addDays(last, 1), today, lastDay)
  ]
}

/** Whether it was won, or may have been. */
const isAward = ({ outcome }: PastBid): boolean => outcome === 'awarded' || outcome === null

const isUndated = ({ outcome, endsOn }: PastBid): boolean => outcome === null || endsOn === null

const lastEnd = (bids: readonly PastBid[]): IsoDate | null =>
  bids.reduce<IsoDate | null>(
    (last, { endsOn }) => (endsOn !== null && (last === null || endsOn > last) ? endsOn : last),
    null,
  )
