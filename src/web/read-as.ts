import type { FoundOpportunities } from '../actions/opportunities/search.ts'
import { listWords } from '../base/text.ts'
import { foldedFunderName } from '../domain/funder.ts'

type Reading = NonNullable<FoundOpportunities['funders']>

/** More names than that nobody reads. */
const MOST_NAMED = 4

/**
 * Which funders a page shows, and what they were read from.
 *
 * @example readAs('lotery', …) // 'Showing funders like “lotery”: The National Lottery Community Fund.'
 */
export function readAs(typed: string, { isExact, funders, isCut }: Reading): string {
  const names = [...new Map(funders.map(({ name }) => [foldedFunderName(name), name])).values()]
  const [first] = names
  if (first === undefined) return `No funder of an opportunity here has a name like “${typed}”.`
  const isSame = names.length === 1 && foldedFunderName(typed) === foldedFunderName(first)
  if (isSame) return `Showing one funder: ${first}.`
  const said = isExact ? `We read “${typed}” as` : `Showing funders like “${typed}”:`
  return `${said} ${sayNames(names)}.${isCut ? ' There are still more: type more of the name.' : ''}`
}

function sayNames(names: readonly string[]): string {
  if (names.length <= MOST_NAMED) return listWords(names)
  return listWords([...names.slice(0, MOST_NAMED - 1), `${names.length - MOST_NAMED + 1} more`])
}
