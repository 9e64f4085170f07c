import { factValue } from '../../domain/fact.ts'
import { foldedFunderName } from '../../domain/funder.ts'
import { type Opportunity, statusAt } from '../../domain/opportunity.ts'
import { withoutReadings } from '../../domain/without-readings.ts'

/**
 * Which of several records of one call is shown: one that takes bids, then one that will, then the one that
 * says most for sure, then the funder's own, then the one that was seen first. The order of the list does not matter.
 *
 * @param records - at least one
 */
export function whichStays(now: Date, records: readonly [Opportunity, ...Opportunity[]]): Opportunity {
  const [first, ...rest] = records.map((record) => ({ record, merits: meritsOf(now, record) }))
  if (first === undefined) throw new RangeError('There must be at least one')
  return rest.reduce((best, other) => (isBetter(other, best) ? other : best), first).record
}

interface Candidate {
  readonly record: Opportunity
  /** Each more is better, and an earlier one counts before a later one. */
  readonly merits: readonly number[]
}

function isBetter(a: Candidate, b: Candidate): boolean {
  const at = a.merits.findIndex((merit, i) => merit !== b.merits[i])
  if (at >= 0) return (a.merits[at] ?? 0) > (b.merits[at] ?? 0)
  const [one, other] = [a.record, b.record]
  if (one.provenance.firstSeenAt !== other.provenance.firstSeenAt) {
    return one.provenance.firstSeenAt < other.provenance.firstSeenAt
  }
  return one.id < other.id
}

const meritsOf = (now: Date, record: Opportunity): readonly number[] => [
  statusMerit(now, record),
  deadlineMerit(record),
  factsKnown(record),
  foldedFunderName(record.provenance.sourceName) === foldedFunderName(record.funder.name) ? 1 : 0,
]

/** 2 for one that takes bids, 1 for one that has yet to, 0 for one that is over. */
function statusMerit(now: Date, record: Opportunity): number {
  const status = statusAt(now, record)
  if (status === 'open') return 2
  return status === 'forecast' ? 1 : 0
}

/** 2 for a deadline that the source states, 1 for one that was read from its words, 0 for none. */
function deadlineMerit(record: Opportunity): number {
  if (record.deadline.kind === 'unknown' && record.deadline.rounds.length === 0) return 0
  return withoutReadings(record).deadline.kind === 'unknown' ? 1 : 2
}

/** Of the things that everybody asks first: how much, where, and who may apply. */
function factsKnown({ awardMin, awardMax, fundTotal, rules }: Opportunity): number {
  const known = [
    awardMin !== null || awardMax !== null || fundTotal !== null,
    (factValue(rules.areas) ?? []).length > 0,
    (factValue(rules.applicantTypes) ?? []).length > 0,
  ]
  return known.filter(Boolean).length
}
