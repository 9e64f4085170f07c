/** One thing that was measured. */
export interface Figure {
  readonly name: string
  readonly says: string
  readonly value: number
  readonly unit: string
  /** What it should be; null for a figure that only helps to read the others. */
  readonly goal: Goal | null
}

export interface Goal {
  readonly atMost?: number
  readonly atLeast?: number
}

export const isMet = ({ value, goal }: Figure): boolean | null =>
  goal &&
  value <= (goal.atMost ?? Number.POSITIVE_INFINITY) &&
  value >= (goal.atLeast ?? Number.NEGATIVE_INFINITY)

/** A figure with a goal: an upper bound where the number is one, else as it says. */
export const figure = (
  name: string,
  says: string,
  value: number,
  unit: string,
  goal: Goal | number | null = null,
): Figure => ({ name, says, value, unit, goal: typeof goal === 'number' ? { atMost: goal } : goal })
