import type { ListedMatch } from '../../domain/match-list.ts'
import type { Opportunity } from '../../domain/opportunity.ts'
import { catalogueOf } from '../catalogue/catalogue.ts'
import { type Offer, offerOf } from '../catalogue/offer.ts'
import type { Applicant } from '../profile/applicant.ts'
import { type ClockState, clockState, hasCrossed } from './crossings.ts'
import { mostRanked } from './merge-list.ts'
import { type RankAsked, rankWith } from './rank-with.ts'
import type { RunInput } from './update-lists.ts'

/** The opportunities that may be worth something else since a run, to all with one preparation time. */
export interface Changes {
  readonly ids: ReadonlySet<string>
  /** The best of them, best first. */
  rank(applicant: Applicant, asked: RankAsked): readonly ListedMatch[]
}

/** When more than this share of all has changed, judging all is no more work. */
const MOST_CHANGED = 0.5

/** Changes that are kept ready: real preparation times are a few round numbers. */
const MOST_READY = 24

type ChangesSince = (run: number, moment: Date, preparationDays: number) => Changes | null

/** @returns a function whose answer is null when so much has changed that everything is better judged afresh */
export function changesOf(input: RunInput): ChangesSince {
  const read = readOnce(input)
  const clocks = clocksOf(input)
  const find: ChangesSince = (run, moment, preparationDays) => {
    const before = clocks(moment)
    const after = clocks(input.now)
    const changed = input.opportunities.filter((opportunity, at) => {
      const [then, today] = [before[at], after[at]]
      const isOther = (input.changedIn.get(opportunity.id) ?? Number.POSITIVE_INFINITY) > run
      return isOther || then === undefined || !today || hasCrossed(then, today, preparationDays)
    })
    if (changed.length > input.opportunities.length * MOST_CHANGED) return null
    return {
      ids: new Set(changed.map(({ id }) => id)),
      rank: rankWith(input.now, mostRanked(input.size), () => catalogueOf(input.learnt, changed.map(read))),
    }
  }
  return keptReady(find)
}

function keptReady(find: ChangesSince): ChangesSince {
  const ready = new Map<string, Changes | null>()
  return (run, moment, preparationDays) => {
    const key = `${run} ${preparationDays}`
    const known = ready.get(key)
    const changes = known === undefined ? find(run, moment, preparationDays) : known
    ready.delete(key)
    ready.set(key, changes)
    const oldest = ready.size > MOST_READY ? ready.keys().next().value : undefined
    if (oldest !== undefined) ready.delete(oldest)
    return changes
  }
}

/** Texts are read once, however many preparation times they are looked at for. */
function readOnce({ learnt }: RunInput): (opportunity: Opportunity) => Offer {
  const offers = new Map<Opportunity, Offer>()
  return (opportunity) => {
    const offer = offers.get(opportunity) ?? offerOf(learnt, opportunity)
    offers.set(opportunity, offer)
    return offer
  }
}

/** What the clock says of every opportunity, worked out once a moment: calendars and zones are slow. */
function clocksOf({ opportunities }: RunInput): (moment: Date) => readonly ClockState[] {
  const known = new Map<number, readonly ClockState[]>()
  return (moment) => {
    const states = known.get(moment.getTime()) ?? opportunities.map((it) => clockState(moment, it))
    known.set(moment.getTime(), states)
    return states
  }
}
