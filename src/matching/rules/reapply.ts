import { addMonths, type IsoDate, sayDate, sayMonths } from '../../base/date.ts'
import { factValue } from '../../domain/fact.ts'
import type { ReapplyGap } from '../../domain/rules.ts'
import type { PastBid } from '../../domain/standing.ts'
import { comesIn, lastDayOf, ONLY_IF_AGAIN } from './in-time.ts'
import { askSameFunder, bidsNear, bidsTo, type FunderKeys, funderKeys } from './past-bids.ts'
import { type Asked, type Finding, findingsOf, type Rule, toWaitFor } from './rule.ts'

interface Terms extends ReapplyGap {
  readonly funder: FunderKeys
  readonly lastDay: IsoDate | null
}

const { pass, fail, unclear, notTold } = findingsOf<Terms>()

const asks = ({ months, after }: Terms) =>
  `You must wait ${sayMonths(months)} after ${after === 'award' ? 'an award' : 'a bid'} before you apply again`
const dueOn = ({ terms, organisation: { history }, today }: Asked<Terms>) => {
  const last = lastBid(terms, bidsTo(terms.funder, history ?? []))
  return addMonths(last === 'never' || last === 'unknown' ? today : last, terms.months)
}
const due = (asked: Asked<Terms>) => sayDate(dueOn(asked))

const unknown = notTold(
  'history',
  ({ terms }) => `${asks(terms)}, and we do not know of your earlier bids.`,
  ({ terms }) =>
    `When did you last ${terms.after === 'award' ? `win an award from ${terms.funder.name}` : `apply to ${terms.funder.name}`}, if ever?`,
)
const undated = notTold(
  'history',
  ({ terms }) => `${asks(terms)}, and we do not know enough of your earlier bid to ${terms.funder.name}.`,
  ({ terms }) => `When did you last apply to ${terms.funder.name}, and what came of it?`,
)
const perhapsTheirs = unclear(
  ({ terms }) => `${asks(terms)}, and your history names a funder that may be ${terms.funder.name}.`,
  ({ terms, organisation }) => askSameFunder(terms.funder, organisation.history ?? []),
)
const never = pass(({ terms }) => `${asks(terms)}; your history has none with ${terms.funder.name}.`)
const over = pass((asked) => `${asks(asked.terms)}; that was over on ${due(asked)}.`)
const soon = pass((asked) => `${asks(asked.terms)}: you can apply from ${due(asked)}, before it closes.`)
const waiting = fail(
  (asked) => `${asks(asked.terms)}, and it is too soon.`,
  (asked) => `Opens on ${due(asked)}.`,
  (asked) => [toWaitFor(`Wait until ${due(asked)} before you apply again`, dueOn(asked))],
)
const waitingTooLong = fail(waiting.sentence, (asked) => `Opens on ${due(asked)}${ONLY_IF_AGAIN}.`)

/** Whether enough time has passed since the organisation's last bid to this funder, or its last award. */
export const reapply: Rule<Terms> = {
  name: 'reapply',
  profile: ['history'],
  facts: ['reapplyGap'],
  fields: ['funder', 'deadline'],
  read(opportunity) {
    const gap = factValue(opportunity.rules.reapplyGap)
    if (gap === null || gap.months === 0) return null
    return { ...gap, funder: funderKeys(opportunity), lastDay: lastDayOf(opportunity) }
  },
  judge(terms, { history }, today) {
    if (history === null) return unknown
    const sure = bidsTo(terms.funder, history)
    const found = judgeBids(terms, sure, today)
    const near = found.outcome === 'pass' ? bidsNear(terms.funder, history) : []
    if (near.length === 0) return found
    // What may be another funder's is asked about only where it would count.
    const perhaps = judgeBids(terms, [...sure, ...near], today)
    return perhaps.outcome === 'pass' ? found : perhapsTheirs
  },
  wish: ({ months, after }) =>
    `fund those who have ${after === 'award' ? 'not won an award' : 'not applied'} for ${sayMonths(months)}`,
}

function judgeBids(terms: Terms, bids: readonly PastBid[], today: IsoDate): Finding<Terms> {
  const last = lastBid(terms, bids)
  if (last === 'never') return never
  if (last === 'unknown') return undated
  return { met: over, in_time: soon, too_soon: waiting, late: waitingTooLong }[
    comesIn(addMonths(last, terms.months), today, terms.lastDay)
  ]
}

/** The day of the newest bid that counts; `unknown` when one may count, or be newer, whose day is not told. */
function lastBid({ after }: Terms, all: readonly PastBid[]): IsoDate | 'never' | 'unknown' {
  const bids = all.filter(
    ({ outcome }) => after === 'application' || outcome === 'awarded' || outcome === null,
  )
  if (bids.some(({ appliedOn, outcome }) => appliedOn === null || (after === 'award' && outcome === null))) {
    return 'unknown'
  }
  return bids.reduce<IsoDate | 'never'>(
    (last, { appliedOn }) =>
      appliedOn !== null && (last === 'never' || appliedOn > last) ? appliedOn : last,
    'never',
  )
}
