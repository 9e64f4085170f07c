import { dayOf } from '../../base/date.ts'
import type { ListedMatch, ListSize, MatchList } from '../../domain/match-list.ts'
import type { Opportunity } from '../../domain/opportunity.ts'
import type { Organisation } from '../../domain/organisation.ts'
import type { Rankable } from '../catalogue/rankable.ts'
import { applicantWith, hiddenBy, type SaidOf } from '../feedback/read-taste.ts'
import type { Learnt } from '../learnt.ts'
import { changesOf } from './changes.ts'
import { hasAnniversary } from './crossings.ts'
import { listOf, mergeList, mostRanked } from './merge-list.ts'
import { rankWith } from './rank-with.ts'

/** A run of the past: the moment that it judged by, and the epoch whose words and weights it scored by. */
export interface PastRun {
  readonly moment: Date
  readonly epoch: string
}

/** What a run goes by. */
export interface RunInput {
  readonly now: Date
  readonly learnt: Learnt
  readonly epoch: string
  readonly size: ListSize
  /** All that take bids now, or will. */
  readonly opportunities: readonly Opportunity[]
  /** The run in which what each of them says now was judged first, by id. */
  readonly changedIn: ReadonlyMap<string, number>
  /** What ranks all of them; asked for only where a list must be made afresh. */
  readonly whole: () => Rankable
  /** Those that lists may be carried on from. */
  readonly pastRuns: ReadonlyMap<number, PastRun>
}

/** A list as it was, and the run that it was of; one that is not known is of no use. */
export interface PastList extends MatchList {
  readonly run: number
}

export interface UpdatedList {
  readonly list: MatchList
  /** Whether all was judged for it, or only what had changed, or nothing that matters to it had. */
  readonly how: 'full' | 'incremental' | 'unchanged'
}

/** @param said - of which opportunities the organisation said what */
export type UpdateList = (organisation: Organisation, past: PastList, said: readonly SaidOf[]) => UpdatedList

/**
 * Brings one list after the other up to now. Scores of a pair depend on nothing but the pair, the epoch
 * and a few steps of the clock, so a list is carried on by judging only what has changed since: the same,
 * to the unit, as judging everything.
 */
export function listUpdater(input: RunInput): UpdateList {
  const { now, learnt, epoch, size, opportunities, pastRuns } = input
  const current = new Set(opportunities.map(({ id }) => id))
  const rankAll = rankWith(now, mostRanked(size), input.whole)
  const changesSince = changesOf(input)
  const today = dayOf(now)
  const usable = [...pastRuns].filter(([, past]) => past.epoch === epoch)
  const bases = new Map(usable.map(([run, { moment }]) => [run, { moment, day: dayOf(moment) }]))

  const changesFor = (organisation: Organisation, { run }: PastList) => {
    const basis = bases.get(run)
    if (basis === undefined || hasAnniversary(organisation, basis.day, today)) return null
    return changesSince(run, basis.moment, organisation.preparationDays)
  }
  return (organisation, past, said) => {
    const changes = changesFor(organisation, past)
    const isStale = (id: ListedMatch['opportunityId']) => !current.has(id) || changes?.ids.has(id) === true
    if (changes !== null && changes.ids.size === 0 && !past.matches.some((it) => isStale(it.opportunityId))) {
      return { list: past, how: 'unchanged' }
    }
    const applicant = applicantWith(learnt, organisation, said)
    const hidden = hiddenBy(said)
    const merged =
      changes && mergeList(size, past, isStale, changes.rank(applicant, { hidden, least: past.floor?.units }))
    return merged === null
      ? { list: listOf(size, rankAll(applicant, { hidden })), how: 'full' }
      : { list: merged, how: 'incremental' }
  }
}
