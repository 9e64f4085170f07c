import { count } from '../../base/text.ts'
import type { SetReport } from './judge-set.ts'
import type { Judged } from './judge-system.ts'
import { MEASURES, type MeasureName, mainMeasure } from './measures.ts'

const HEADS: Readonly<Record<MeasureName, string>> = {
  ndcg10: 'nDCG@10',
  recall20: 'recall@20',
  recall1: 'recall@1',
  recall5: 'recall@5',
  mrr: 'MRR',
  ineligible10: 'ineligible@10',
}

/** One set as a table: ours first, then the peers, then how ours compares. */
export function sayReport(report: SetReport): string {
  const { set, queries, leftOut, candidates, ours, without, peers, ratio, ineligible10WithField } = report
  const measures = MEASURES.filter((name) => ours.measured[name] !== undefined)
  const rows = [
    ['system', 'n', ...measures.map((name) => HEADS[name]), 'seconds'],
    ...[ours, ...without.values(), ...peers.values()].map((judged) => rowOf(judged, measures)),
  ]
  const left = leftOut > 0 ? `, ${count(leftOut, 'query', 'queries')} without a relevant one left out` : ''
  return [
    `${set}: ${count(queries, 'query', 'queries')}, ${count(candidates, 'candidate')}${left}`,
    ...aligned(rows),
    ...(ineligible10WithField === null
      ? []
      : [`ineligible@10 of ours, recipient type given as a field: ${ineligible10WithField.toFixed(3)}`]),
    ...(ratio === null
      ? []
      : [
          `ours / best peer (${ratio.peer}), ${HEADS[mainMeasure({ name: set })]}: ${ratio.value.toFixed(2)}`,
        ]),
  ].join('\n')
}

const rowOf = (judged: Judged, measures: readonly MeasureName[]): string[] => [
  judged.says,
  String(judged.n),
  ...measures.map((name) => sayMeasure(judged, name)),
  judged.seconds.toFixed(1),
]

function sayMeasure({ measured, intervals }: Judged, name: MeasureName): string {
  const [low, high] = intervals[name] ?? [0, 0]
  return `${(measured[name] ?? 0).toFixed(3)} ± ${((high - low) / 2).toFixed(3)}`
}

/** Lines of a table: the first column to the left, the others to the right. */
export function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)))
  return rows.map((row) =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  '),
  )
}

/** One set for a machine. Measures are rounded to four places; intervals are low and high. */
export const reportAsJson = ({ set, queries, leftOut, candidates, ours, ...rest }: SetReport) => ({
  set,
  queries,
  leftOut,
  candidates,
  ours: {
    ...judgedAsJson(ours),
    ...(rest.ineligible10WithField === null
      ? {}
      : { ineligible10WithField: rounded(rest.ineligible10WithField) }),
  },
  ...(rest.without.size === 0
    ? {}
    : {
        without: Object.fromEntries([...rest.without].map(([part, judged]) => [part, judgedAsJson(judged)])),
      }),
  peers: Object.fromEntries([...rest.peers].map(([name, judged]) => [name, judgedAsJson(judged)])),
  ratio: rest.ratio && { peer: rest.ratio.peer, value: rounded(rest.ratio.value) },
})

const judgedAsJson = ({ n, measured, intervals, seconds }: Judged) => ({
  ...Object.fromEntries(Object.entries(measured).map(([name, value]) => [name, rounded(value)])),
  n,
  intervals: Object.fromEntries(Object.entries(intervals).map(([name, ends]) => [name, ends.map(rounded)])),
  seconds: rounded(seconds),
})

/** To four places. */
export const rounded = (value: number): number => Math.round(value * 10_000) / 10_000
