import { dayOf } from '../../base/date.ts'
import { hashOf } from '../../base/hash.ts'
import type { StoredRecord } from '../../db/records.ts'
import type { Opportunity, OpportunityContent } from '../../domain/opportunity.ts'
import type { RuleKey } from '../../domain/rules.ts'
import type { Reading } from '../../domain/source.ts'
import { fillContent, READER } from '../../reading/fill-content.ts'

/**
 * Adds to each reading what its text says and its fields do not. Words that are stored already, and were
 * read by the reader of today, are not read again, so that a day without a year stays what it was. Of words that
 * may not be kept, a fingerprint tells that they are the same.
 */
export const readProse = (
  readings: readonly Reading[],
  known: ReadonlyMap<string, StoredRecord>,
): readonly Reading[] =>
  readings.map((reading) => {
    if (reading.outcome !== 'opportunity') return reading
    const { words = null, ...rest } = reading
    const { content, releasedAt, key } = rest
    const before = known.get(key)?.opportunity ?? null
    const read = () => fillContent(content, dayOf(releasedAt), words)
    return { ...rest, content: keptReadings(content, words, before) ?? read() }
  })

/** The content with what was read from the same words before; null when it must be read. */
function keptReadings(
  content: OpportunityContent,
  words: string | null,
  before: Opportunity | null,
): OpportunityContent | null {
  if (before?.fromWords?.reader !== READER || !hasSameWords(content, words, before)) return null
  const { fromWords } = before
  if (knownFields(content).join() !== knownFields(before, fromWords.quotes).join()) return null
  if (knownRules(content).join() !== knownRules(before, fromWords.rules).join()) return null
  const { deadline, awardMin, awardMax, fundTotal } = fromWords.quotes
  return {
    ...content,
    ...(deadline !== undefined && { deadline: before.deadline }),
    ...(awardMin !== undefined && { awardMin: before.awardMin }),
    ...(awardMax !== undefined && { awardMax: before.awardMax }),
    ...(fundTotal !== undefined && { fundTotal: before.fundTotal }),
    rules: { ...content.rules, ...rulesOf(before, fromWords.rules) },
    fromWords,
  }
}

/** All that a reading rests on beside which fields are known. */
const hasSameWords = (a: OpportunityContent, words: string | null, b: OpportunityContent): boolean =>
  (words === null ? undefined : hashOf(words)) === b.fromWords?.words &&
  a.title === b.title &&
  a.description === b.description &&
  a.kind === b.kind &&
  a.currency === b.currency

/** The fields that the source states, those that were read left out. */
function knownFields(
  { deadline, awardMin, awardMax, fundTotal }: OpportunityContent,
  read: Readonly<Record<string, string>> = {},
): readonly string[] {
  const isKnown = {
    deadline: deadline.kind !== 'unknown' || deadline.rounds.length > 0,
    awardMin: awardMin !== null,
    awardMax: awardMax !== null,
    fundTotal: fundTotal !== null,
  }
  return Object.entries(isKnown).flatMap(([field, known]) =>
    known && read[field] === undefined ? [field] : [],
  )
}

/** The rules that the source states, those that were read left out. */
const knownRules = ({ rules }: OpportunityContent, read: readonly RuleKey[] = []): readonly string[] =>
  Object.entries(rules)
    .flatMap(([rule, { basis }]) => (basis !== 'unknown' && !read.includes(rule as RuleKey) ? [rule] : []))
    .sort()

const rulesOf = ({ rules }: OpportunityContent, read: readonly RuleKey[]) =>
  Object.fromEntries(read.map((rule) => [rule, rules[rule]]))
