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

/** A list that is due, whose it is, and of which opportunities the organisation said what. */
export interface DueList {
  readonly organisation: Organisation
  readonly past: PastList
  readonly said: readonly SaidOf[]
}

export interface ListUpdater {
  /** The list with what has changed since its run; null when everything must be judged for it. */
  carryOn(due: DueList): UpdatedList | null
  /** The list as judging everything makes it. */
  makeAfresh(due: DueList): UpdatedList
}

/**
 * Brings one list after the other up to now. Scores of a pair depend on nothing but the pair, the epoch
 * and a few steps of the clock, so a list is carried on by judging only what has changed since: the same,
 * to the unit, as judging everything.
 */
export function listUpdater(input: RunInput): ListUpdater {
  const { now, learnt, epoch, size, opportunities, pastRuns } = input
  const current = new Set(opportunities.map(({ id }) => id))
  const rankAll = rankWith(now, mostRanked(size), input.whole)
  const changesSince = changesOf(input)
  const today = dayOf(now)
  const usable = [...pastRuns].filter(([, past]) => past.epoch === epoch)
  const bases = new Map(usable.map(([run, { moment }]) => [run, { moment, day: dayOf(moment) }]))

  const changesFor = ({ organisation, past: { run } }: DueList) => {
    const basis = bases.get(run)
    if (basis === undefined || hasAnniversary(organisation, basis.day, today)) return null
    return changesSince(run, basis.moment, organisation.preparationDays)
  }
  return {
    carryOn(due) {
      const changes = changesFor(due)
      if (changes === null) return null
      const { organisation, past, said } = due
      const isStale = (id: ListedMatch['opportunityId']) => !current.has(id) || changes.ids.has(id)
      if (changes.ids.size === 0 && !past.matches.some((it) => isStale(it.opportunityId))) {
        return { list: past, how: 'unchanged' }
      }
      const asked = { hidden: hiddenBy(said), least: past.floor?.units }
      const judged = changes.rank(applicantWith(learnt, organisation, said), asked)
      const list = mergeList(size, past, isStale, judged)
      return list && { list, how: 'incremental' }
    },
    makeAfresh({ organisation, said }) {
      const applicant = applicantWith(learnt, organisation, said)
      return { list: listOf(size, rankAll(applicant, { hidden: hiddenBy(said) })), how: 'full' }
    },
  }
}
