import type { IsoDate } from '../../base/date.ts'
import type { Opener } from '../../domain/opening.ts'
import type { Organisation } from '../../domain/organisation.ts'
import type { AppliedRule } from '../rules/applied-rule.ts'
import type { Step } from '../rules/rule.ts'
import type { Surveyed } from './survey.ts'

/** A rule that is all that stands in the way of some opportunities, which share it. */
interface LoneBar {
  readonly bar: AppliedRule
  /** What would lift it, each by itself; at least one. */
  readonly steps: readonly Step[]
  /** Of those opportunities. */
  readonly count: number
}

interface Told extends Opener {
  readonly opened: ReadonlySet<LoneBar>
}

/**
 * What would open most, each step by itself: it counts every opportunity of which it lifts the only bar.
 *
 * Told are the steps that most of these opportunities ask for, but none that opens only what another step
 * for the same rule opens too. A partner in England, whom many ask for, comes before one in Leeds, who would
 * do for all of them and for one more.
 *
 * @returns what opens most first; ties by how many ask for it, then in the order in which they are met
 */
export function countOpeners(
  shut: readonly Surveyed[],
  organisation: Organisation,
  today: IsoDate,
  most: number,
): Opener[] {
  const bars = loneBars(shut, organisation, today)
  const told: Told[] = []
  for (const { rule, step } of proposed(bars)) {
    if (told.length === most) break
    const opened = new Set(
      bars.filter(({ bar }) => bar.name === rule && bar.isMetBy(step, organisation, today)),
    )
    if (told.some((it) => it.rule === rule && opened.isSubsetOf(it.opened))) continue
    told.push({ rule, step: step.text, opens: total([...opened]), opened })
  }
  return told.map(({ rule, step, opens }) => ({ rule, step, opens })).sort((a, b) => b.opens - a.opens)
}

function loneBars(shut: readonly Surveyed[], organisation: Organisation, today: IsoDate): LoneBar[] {
  const counts = new Map<AppliedRule, number>()
  for (const { bars } of shut) {
    const [bar, ...others] = bars
    if (bar !== undefined && others.length === 0) counts.set(bar, (counts.get(bar) ?? 0) + 1)
  }
  return Array.from(counts, ([bar, count]) => ({
    bar,
    count,
    steps: bar.stepsFor(organisation, today),
  })).filter(
    // Where nothing is to be done or waited for, neither is what another opportunity asks for.
    ({ steps }) => steps.length > 0,
  )
}

/** Every step that one of the opportunities asks for, by how many do, most first; ties in the order in which they are met. */
function proposed(bars: readonly LoneBar[]): { readonly rule: Opener['rule']; readonly step: Step }[] {
  const asked = bars.flatMap(({ bar, steps, count }) =>
    steps.map((step) => ({ rule: bar.name, step, count })),
  )
  return [...Map.groupBy(asked, ({ rule, step }) => `${rule} ${step.text}`).values()]
    .map((same) => ({ same, count: total(same) }))
    .sort((a, b) => b.count - a.count)
    .flatMap(({ same }) => same.slice(0, 1))
}

const total = (counted: readonly { readonly count: number }[]): number =>
  counted.reduce((sum, { count }) => sum + count, 0)
