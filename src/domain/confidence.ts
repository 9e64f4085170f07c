import { addMs, type Instant, instantOf } from '../base/date.ts'

/**
 * How confidence fades. The numbers are a judgement, not measured: a source that lists everything confirms
 * each call at every harvest, so its silence counts sooner than that of one that tells changes alone.
 */
export const CONFIDENCE = {
  /** Nothing fades for so many of the source's own spans between harvests, … */
  graceSpans: 2,
  /** … and for a day at least. */
  leastGraceDays: 1,
  /** After the grace, confidence halves in so many days: where the source lists everything, … */
  halfLifeListed: 10,
  /** … and where it does not. */
  halfLifeUnlisted: 30,
  /** What is left of it while a mistake is reported and not looked into. */
  mistaken: 0.5,
  /** From here it is as good as new. */
  sure: 0.75,
  /** Below, nobody should rely on it. */
  doubtful: 0.5,
} as const

/** How what we know of an opportunity is kept up to date. */
export interface Upkeep {
  /** Hours between two harvests of its source; null when nothing reads it any more. */
  readonly everyHours: number | null
  /** Whether its source lists everything that it offers. */
  readonly listsEverything: boolean
}

export interface Freshness extends Upkeep {
  /** By its source or by a person, the later of both. */
  readonly lastCheckedAt: Instant
  /** Reports of a mistake that nobody has looked into. */
  readonly mistakes: number
}

const DAY_MS = 86_400_000

/**
 * How far one may rely on what we know of an opportunity at that moment. It bears on neither score nor
 * eligibility.
 *
 * @returns above 0, to 1
 */
export function confidenceAt(now: Date, { lastCheckedAt, mistakes, ...upkeep }: Freshness): number {
  const days = (now.getTime() - Date.parse(lastCheckedAt)) / DAY_MS
  const faded = 0.5 ** (Math.max(0, days - graceDays(upkeep)) / halfLife(upkeep))
  return faded * (mistakes > 0 ? CONFIDENCE.mistaken : 1)
}

/** The moment before which a check is too long ago for the confidence to be sure, were there no mistake. */
export function sureSince(now: Date, upkeep: Upkeep): Instant {
  const days = graceDays(upkeep) + halfLife(upkeep) * Math.log2(1 / CONFIDENCE.sure)
  return addMs(instantOf(now), -Math.floor(days * DAY_MS))
}

const graceDays = ({ everyHours }: Upkeep): number =>
  everyHours === null ? 0 : Math.max(CONFIDENCE.leastGraceDays, (CONFIDENCE.graceSpans * everyHours) / 24)

const halfLife = ({ listsEverything }: Upkeep): number =>
  listsEverything ? CONFIDENCE.halfLifeListed : CONFIDENCE.halfLifeUnlisted
