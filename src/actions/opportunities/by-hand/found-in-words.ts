import type { IsoDate } from '../../../base/date.ts'
import { withoutPersons } from '../../../base/personal-data.ts'
import { READ_FIELDS, type ReadField } from '../../../domain/from-words.ts'
import type { OpportunityContent } from '../../../domain/opportunity.ts'
import { fillContent } from '../../../reading/fill-content.ts'
import { readText } from '../../../reading/read-text.ts'
import { BLANK } from '../../../sources/blank-content.ts'

/**
 * What the words of a funder say for sure of an opportunity of which nothing else is known. Title, funder,
 * link and texts are empty. The words that it is found in are without persons, as those of every source.
 *
 * @param on - the day on which they were read, for days without a year
 */
export function foundInWords(words: string, on: IsoDate): OpportunityContent {
  const nameless = { title: '', summary: '', funder: { name: '', orgId: null }, url: '' }
  const found = fillContent({ ...BLANK, ...nameless, description: withoutPersons(words), endedWhy: null }, on)
  return { ...found, description: '' }
}

const FIELDS = [...READ_FIELDS, 'applicantTypes', 'areas'] as const

/** Sentences that may say something of a field, but not for sure: for a person to read. */
export type Unsure = Readonly<Partial<Record<ReadField | 'applicantTypes' | 'areas', string>>>

const MOST_QUOTE = 300

/** For each field that is not known, the first sentence that may say it. */
export function unsureInWords(words: string, on: IsoDate, found: OpportunityContent): Unsure {
  const findings = readText(withoutPersons(words), on)
  const { quotes = {}, rules = [] } = found.fromWords ?? {}
  const known: readonly string[] = [...Object.keys(quotes), ...rules]
  const unknown = FIELDS.filter((field) => !known.includes(field))
  return Object.fromEntries(
    unknown.flatMap((field) => {
      const quote = findings.find((finding) => finding.field === field)?.quote
      return quote === undefined ? [] : [[field, quote.slice(0, MOST_QUOTE)]]
    }),
  )
}
