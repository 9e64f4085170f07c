import type { IsoDate } from '../base/date.ts'
import { type Clause, clausesOf } from './clauses.ts'
import type { Finding, Read } from './finding.ts'
import { readApplicants } from './read-applicants.ts'
import { readAwards } from './read-awards.ts'
import { readDeadlines } from './read-deadline.ts'
import { readCosts, readExclusions } from './read-exclusions.ts'
import { readFundTotal } from './read-fund-total.ts'
import { readIncome } from './read-income.ts'
import { readLimits } from './read-limits.ts'
import { readPlaces } from './read-places.ts'
import { readReadiness } from './read-readiness.ts'
import { readRolling } from './read-rolling.ts'
import { settle } from './settle.ts'

/**
 * Reads the facts that a text states of a call for bids. What is not sure is `low`, or not found.
 *
 * @param text - the call in the funder's words; what is left of HTML does no harm
 * @param publishedOn - the day it was published, for days without a year; null when not known
 * @returns in the order of the text; of a field with one value at most one that is `high`
 */
export function readText(text: string, publishedOn: IsoDate | null): readonly Finding[] {
  const found = clausesOf(text).flatMap((clause) =>
    readClause(clause, publishedOn).map((read): Finding => {
      const { sure, ...fact } = read
      return { ...fact, quote: clause.quote, confidence: sure ? 'high' : 'low' } as Finding
    }),
  )
  return settle(found)
}

const readClause = (clause: Clause, publishedOn: IsoDate | null): readonly Read[] => [
  ...readDeadlines(clause, publishedOn),
  ...readRolling(clause),
  ...readAwards(clause),
  ...readFundTotal(clause),
  ...readIncome(clause),
  ...readApplicants(clause),
  ...readPlaces(clause),
  ...readExclusions(clause),
  ...readCosts(clause),
  ...readReadiness(clause),
  ...readLimits(clause),
]
