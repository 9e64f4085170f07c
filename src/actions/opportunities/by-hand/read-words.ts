import type { IsoDate } from '../../../base/date.ts'
import { paragraphs } from '../../../base/text.ts'
import type { Finding } from '../../../reading/finding.ts'
import { readText } from '../../../reading/read-text.ts'

/**
 * Every fact that words state of a call, sure or not, in the order of the text, each with its sentence.
 *
 * @param on - the day on which they were published, for days without a year
 */
export const readWords = (words: string, on: IsoDate): readonly Finding[] => readText(paragraphs(words), on)
