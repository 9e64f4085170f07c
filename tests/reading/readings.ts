import type { IsoDate } from '../../src/base/date.ts'
import type { Confidence, Field } from '../../src/reading/finding.ts'
import { readText } from '../../src/reading/read-text.ts'

/** The day that the invented notices of these tests were published: a Wednesday. */
export const PUBLISHED = '2026-04-01' as IsoDate

/** The values of a field that the text gives with that confidence. */
export const valuesOf = (
  text: string,
  field: Field,
  { publishedOn = PUBLISHED as IsoDate | null, confidence = 'high' as Confidence } = {},
): readonly unknown[] =>
  readText(text, publishedOn)
    .filter((finding) => finding.field === field && finding.confidence === confidence)
    .map(({ value }) => value)

/** Days of the deadline as short text, `2026-06-03 12:00`, `rolling`. */
export const deadlinesOf = (text: string, publishedOn: IsoDate | null = PUBLISHED): readonly string[] =>
  readText(text, publishedOn).flatMap((finding) => {
    if (finding.field !== 'deadline' || finding.confidence !== 'high') return []
    const { value } = finding
    return value.kind === 'fixed'
      ? [`${value.day}${value.time === null ? '' : ` ${value.time}`}`]
      : [value.kind]
  })
