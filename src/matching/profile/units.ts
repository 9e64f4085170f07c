import type { PartName } from '../../domain/match.ts'
import { WEIGHTS } from '../weights.ts'

/**
 * How fine the units are: a hundred for what each step of one impact pulls on each step of another. Much
 * coarser, and a part that is shared out among many themes would round to a different whole.
 */
const STEP = 100

/**
 * Scores are summed as whole numbers, so that every engine and every order of summing gives the same.
 * A score of 1 is this many units: a hundred times what two profiles of length 255 come to when they are
 * alike.
 */
export const FULL = STEP * 255 * 255

/** What a part of that value, 0 to 1, adds to a score, in units. */
export const unitsOf = (part: PartName, value: number): number => Math.round(FULL * WEIGHTS[part] * value)

/** The value, 0 to 1, of a part that adds so many units. Four places. */
export const partValue = (part: PartName, units: number): number =>
  Math.min(1, Math.round((10_000 * units) / (FULL * WEIGHTS[part])) / 10_000)

/** A score from 0 to 1, four places. */
export const scoreOf = (units: number): number =>
  Math.max(0, Math.min(1, Math.round((10_000 * units) / FULL) / 10_000))

/** What one step of an organisation's impact pulls on each step of an opportunity's, for that part. */
export const pullOf = (part: PartName, impact: number): number => Math.round(STEP * WEIGHTS[part] * impact)
