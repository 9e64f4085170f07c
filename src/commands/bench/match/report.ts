import { type Figure, type Goal, isMet } from './figure.ts'

/** All figures as a table: what, the goal, what was measured, whether it is met. */
export function sayFigures(figures: readonly Figure[]): string {
  const rows = [
    ['what', 'goal', 'measured', ''],
    ...figures.map((it) => [
      it.says,
      sayGoal(it.goal),
      `${sayNumber(it.value)} ${it.unit}`.trim(),
      sayMet(it),
    ]),
  ]
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows
    .map(([what = '', goal = '', measured = '', met = '']) =>
      [what.padEnd(widths[0] ?? 0), goal.padStart(widths[1] ?? 0), measured.padStart(widths[2] ?? 0), met]
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function sayGoal(goal: Goal | null): string {
  if (goal?.atLeast !== undefined) return `≥ ${sayNumber(goal.atLeast)}`
  return goal?.atMost === undefined ? '' : `≤ ${sayNumber(goal.atMost)}`
}

function sayMet(it: Figure): string {
  const met = isMet(it)
  if (met === null) return ''
  return met ? 'met' : 'NOT MET'
}

const sayNumber = (value: number): string =>
  value.toLocaleString('en-GB', {
    maximumFractionDigits: Math.abs(value) < 10 ? 3 : Math.abs(value) < 1_000 ? 1 : 0,
  })

/** The same for a machine. */
export const figuresAsJson = (figures: readonly Figure[]) =>
  Object.fromEntries(
    figures.map((it) => [it.name, { value: it.value, unit: it.unit, goal: it.goal, met: isMet(it) }]),
  )
