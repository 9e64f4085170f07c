import { RANGE_JOIN } from './award-words.ts'
import { sumsIn } from './money.ts'

const WHO =
  /\b(individual|group|organisation|charit|school|council|club|business|compan|cic|people|person|artist|student|famil)\w*/

/**
 * Whether a sentence gives each of several applicants a sum of their own: "individuals can apply for up
 * to £500, groups for up to £5,000". Then neither sum is that of the call.
 */
export function isByApplicant(text: string): boolean {
  const sums = sumsIn(text)
  const last = sums.at(-1)?.after ?? ''
  const parts = [...sums.map(({ before }) => before), last].filter((words) => !RANGE_JOIN.test(words))
  const named = parts.flatMap((words) => WHO.exec(words)?.[1] ?? [])
  return parts.length > 2 && named.length > 1 && new Set(named).size > 1
}
