/** Opportunities that a catalogue can have at most. */
const MOST = 2 ** 24

/**
 * A score and the tie-breaker as one number: of two scores the higher is worth more, of two alike that of
 * the opportunity with the lower rank. Exact: scores in units are far below 2 to the 28th.
 */
export const worthOf = (units: number, rank: number): number => units * MOST + (MOST - 1 - rank)

export const unitsIn = (worth: number): number => Math.floor(worth / MOST)

export const rankIn = (worth: number): number => MOST - 1 - (worth - unitsIn(worth) * MOST)
