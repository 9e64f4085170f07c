import { slug } from '../../../base/text.ts'
import { type Funder, foldedFunderName, type KnownFunder } from '../../../domain/funder.ts'
import { findFunders, readFunder } from '../../../matching/funders/find-funders.ts'
import type { Runtime } from '../../../runtime.ts'
import { currentFunders } from '../../funders/current-funders.ts'

/** A funder as a person names it. */
export interface NamedFunder {
  /** As we know it when the name is just that of one; else as it was typed. */
  readonly funder: Funder
  readonly isKnown: boolean
  /** Names of known funders that may be meant, when it is not known; likeliest first. */
  readonly like: readonly string[]
}

const MOST_ALIKE = 3

/** Who is meant by the name of a funder. A name that is only like a known one is not taken for it. */
export async function findNamedFunder({ db }: Pick<Runtime, 'db'>, name: string): Promise<NamedFunder> {
  const index = await currentFunders(db)
  const { isExact, funders } = readFunder(index, name)
  const known = isExact ? oneOf(funders, name) : undefined
  if (known) return { funder: { name: known.name, orgId: known.orgId }, isKnown: true, like: [] }
  const like = findFunders(index, name, MOST_ALIKE).map((one) => one.name)
  return { funder: { name, orgId: null }, isKnown: false, like }
}

/**
 * The one that is meant of those whose name it is: some are listed with "The" and without, or in other capitals.
 * Undefined when they are different funders.
 */
function oneOf(funders: readonly KnownFunder[], name: string): KnownFunder | undefined {
  const ids = new Set(funders.flatMap(({ orgId }) => orgId ?? []))
  const names = new Set(funders.map((funder) => foldedFunderName(funder.name)))
  if (ids.size > 1 || names.size > 1) return undefined
  return (
    funders.find(({ orgId }) => orgId !== null) ??
    funders.find((funder) => slug(funder.name) === slug(name)) ??
    funders[0]
  )
}

/** A funder that was found, and where. */
export interface FoundFunder {
  readonly name: string
  readonly quote: string
}

/** Shorter names are words of other things. */
const SHORTEST = 8
/** Who gives is said at the beginning. */
const MOST_READ = 10_000

/**
 * The one known funder that the page is said to be of, or that its words name; null where there is none,
 * or several.
 *
 * @param names - of the site or its publisher
 */
export async function findFunderIn(
  { db }: Pick<Runtime, 'db'>,
  names: readonly string[],
  words: string,
): Promise<FoundFunder | null> {
  const index = await currentFunders(db)
  for (const name of names) {
    const { isExact, funders } = readFunder(index, name)
    const known = isExact ? oneOf(funders, name) : undefined
    if (known) return { name: known.name, quote: name }
  }
  const read = words.slice(0, MOST_READ)
  const inText = [...index.funders.values()].map(({ name }) => name).filter((name) => isNamedIn(name, read))
  const whole = inText.filter((name) => !inText.some((other) => other !== name && other.includes(name)))
  const [only] = whole
  return only !== undefined && whole.length === 1 ? { name: only, quote: sentenceWith(only, read) } : null
}

function isNamedIn(name: string, text: string): boolean {
  const at = name.length < SHORTEST ? -1 : text.indexOf(name)
  return at >= 0 && !/\w/.test(text[at - 1] ?? '') && !/\w/.test(text[at + name.length] ?? '')
}

/** The sentence or line in which the name stands. */
function sentenceWith(name: string, text: string): string {
  const parts = text.split(/\n|(?<=[.!?]) +/)
  return (parts.find((part) => part.includes(name)) ?? name).trim().slice(0, 300)
}
