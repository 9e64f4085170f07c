import { count } from '../../base/text.ts'
import type { Progress } from '../../runtime.ts'
import { crossValidate, type Tried, type Validated } from './folds.ts'
import type { LabelledSet, MatchSet } from './labelled-set.ts'
import { measureList } from './measures.ts'
import { aligned, rounded } from './report.ts'
import { type Factors, WAYS, weighedFor } from './weighed.ts'

/** How the weights do on queries that they were not chosen on. */
export interface FoldReport {
  /** The way that is best without each fold. */
  readonly chosen: readonly Factors[]
  readonly sets: readonly Validated[]
}

/** Tries every way of weighing on every query of the sets that are matched, and cross-validates the choice. */
export function judgeFolds(sets: readonly LabelledSet[], folds: number, progress: Progress): FoldReport {
  const tried = sets
    .filter((set): set is MatchSet => set.name !== 'names')
    .map((set) => tryWays(set, (done) => progress(`${set.name}, ways to weigh`, done, WAYS.length)))
  const { chosen, sets: validated } = crossValidate(tried, folds)
  return { chosen: chosen.map((way) => WAYS[way] ?? {}), sets: validated }
}

function tryWays(set: MatchSet, progress: (done: number) => void): Tried {
  const ask = weighedFor(set)
  const measured = WAYS.map((factors, at) => {
    const answer = ask(factors)
    const lists = set.queries.map((query) => measureList(set, query, answer(query)))
    progress(at + 1)
    return lists
  })
  return { set: set.name, queries: set.queries, measured }
}

/** The report as a table, with what was chosen for each fold. */
export function sayFolds({ chosen, sets }: FoldReport): string {
  const rows = sets.map(({ set, queries, shipped, crossValidated, interval: [low, high], hindsight }) => [
    set,
    String(queries),
    say(shipped.ndcg10),
    `${say(crossValidated.ndcg10)} ± ${say((high - low) / 2)}`,
    say(hindsight.ndcg10),
    say(shipped.ineligible10),
    say(crossValidated.ineligible10),
  ])
  const head = ['set', 'n', 'as shipped', 'cross-validated', 'hindsight', 'ineligible', 'cross-validated']
  return [
    `${count(chosen.length, 'fold')}, ${count(WAYS.length, 'way')} to weigh, nDCG@10 and ineligible@10`,
    ...aligned([head, ...rows]),
    ...chosen.map(
      (factors, fold) => `fold ${fold + 1} by what is best on the others: ${sayFactors(factors)}`,
    ),
  ].join('\n')
}

const say = (value: number | undefined): string => value?.toFixed(3) ?? ''

const sayFactors = (factors: Factors): string =>
  Object.entries(factors)
    .filter(([, factor]) => factor !== 1)
    .map(([part, factor]) => `${part} × ${factor.toFixed(2)}`)
    .join(', ') || 'as shipped'

/** The same for a machine, rounded to four places. */
export const foldsAsJson = ({ chosen, sets }: FoldReport) => ({
  chosen: chosen.map(roundedAll),
  sets: sets.map(({ shipped, crossValidated, interval, hindsight, ...rest }) => ({
    ...rest,
    shipped: roundedAll(shipped),
    crossValidated: { ...roundedAll(crossValidated), interval: interval.map(rounded) },
    hindsight: roundedAll(hindsight),
  })),
})

const roundedAll = (values: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, rounded(value)]))
