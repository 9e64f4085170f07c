import type { IsoDate } from '../../../base/date.ts'
import { withoutPersons } from '../../../base/personal-data.ts'
import type { OpportunityContent } from '../../../domain/opportunity.ts'
import type { Runtime } from '../../../runtime.ts'
import { type FoundFunder, findFunderIn } from './find-funder.ts'
import { foundInWords, type Unsure, unsureInWords } from './found-in-words.ts'

/** What is known before a person fills in the form, with the words that it was found in. */
export interface Suggested {
  /** Read from words, or stored. */
  readonly found: OpportunityContent
  readonly unsure: Unsure
  readonly funder: FoundFunder | null
  /** The heading of the page or the text; empty without one. */
  readonly title: string
}

/** What a person reads from. */
export interface Words {
  readonly words: string
  /** Names of the site that the words are from. */
  readonly names: readonly string[]
  /** The day on which they were read. */
  readonly on: IsoDate
}

const MOST_HEADING = 200

/** What the words say for sure, and what a person must look at. The same words say the same each time. */
export async function suggest({ db }: Pick<Runtime, 'db'>, { words, names, on }: Words): Promise<Suggested> {
  const found = foundInWords(words, on)
  const impersonal = withoutPersons(words)
  return {
    found,
    unsure: unsureInWords(words, on, found),
    funder: await findFunderIn({ db }, names, impersonal),
    title: headingOf(impersonal),
  }
}

/** The first line of a text when it is short, no sentence, and not all that there is. */
function headingOf(words: string): string {
  const [first = '', ...rest] = words.split('\n')
  const isHeading = rest.length > 0 && first.length <= MOST_HEADING && !/[.!?:;,]$/.test(first)
  return isHeading ? first : ''
}
