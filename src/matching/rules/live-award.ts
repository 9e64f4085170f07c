import { addDays, type IsoDate, sayDate } from '../../base/date.ts'
import { factValue } from '../../domain/fact.ts'
import type { PastBid } from '../../domain/standing.ts'
import { comesIn, lastDayOf } from './in-time.ts'
import { bidsTo, type FunderKeys, funderKeys } from './past-bids.ts'
import { type Asked, findingsOf, type Rule } from './rule.ts'

interface Terms {
  readonly funder: FunderKeys
  readonly lastDay: IsoDate | null
}

const { pass, fail, unclear } = findingsOf<Terms>()

const asks = ({ funder }: Terms) => `You can hold one award from ${funder.name} at a time`
/** The day after the last award ends. */
const freeOn = ({ terms, organisation }: Asked<Terms>): string => {
  const last = lastEnd(awards(terms, organisation.history ?? []))
  return last === null ? '' : sayDate(addDays(last, 1))
}

const notTold = unclear(
  ({ terms }) => `${asks(terms)}, and we do not know whether you hold one.`,
  ({ terms }) => `Do you hold an award from ${terms.funder.name}, and when does it end?`,
)
const endNotTold = unclear(
  ({ terms }) => `${asks(terms)}, and we do not know when yours ends.`,
  ({ terms }) => `When does your award from ${terms.funder.name} end?`,
)
const none = pass(({ terms }) => `${asks(terms)}, and you hold none.`)
const soon = pass((asked) => `${asks(asked.terms)}: you can apply from ${freeOn(asked)}, before it closes.`)
const held = fail(
  ({ terms }) => `${asks(terms)}, and you hold one.`,
  (asked) => `Opens when your award has ended, on ${freeOn(asked)}.`,
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
    if (history === null) return notTold
    const all = awards(terms, history)
    if (all.some(isUndated)) return endNotTold
    const last = lastEnd(all)
    if (last === null || last < today) return none
    return comesIn(addDays(last, 1), today, terms.lastDay) === 'in_time' ? soon : held
  },
  wish: () => 'fund those who hold no other award of theirs',
}

/** Of the bids to the funder, those that were won or may have been. */
const awards = ({ funder }: Terms, history: readonly PastBid[]): readonly PastBid[] =>
  bidsTo(funder, history).filter(({ outcome }) => outcome === 'awarded' || outcome === null)

const isUndated = ({ outcome, endsOn }: PastBid): boolean => outcome === null || endsOn === null

const lastEnd = (bids: readonly PastBid[]): IsoDate | null =>
  bids.reduce<IsoDate | null>(
    (last, { endsOn }) => (endsOn !== null && (last === null || endsOn > last) ? endsOn : last),
    null,
  )
