import type { IsoDate } from '../../base/date.ts'
import { foldName } from '../../base/names/fold.ts'
import type { AreaCode } from '../../domain/area.ts'
import type { Deadline } from '../../domain/deadline.ts'
import { factValue } from '../../domain/fact.ts'
import { registerId } from '../../domain/funder.ts'
import type { Opportunity, OpportunityId, OpportunityKind } from '../../domain/opportunity.ts'
import { comparedLink } from './link.ts'
import { type Rounds, readRounds } from './rounds.ts'

/** What of an opportunity is compared with others. */
export interface Comparable {
  readonly id: OpportunityId
  readonly sourceId: string
  /** The words of the title, folded, without little words, the funder's name and years, rounds and lots. */
  readonly words: readonly string[]
  readonly rounds: Rounds
  readonly funder: {
    /** In a register that others know too; null when not known. */
    readonly registerId: string | null
    readonly words: readonly string[]
  }
  /** The call's own page, as `comparedLink` writes it; null for one that says nothing, such as a site's first. */
  readonly page: string | null
  /** Where to apply, likewise; null also where that is not said. */
  readonly applyPage: string | null
  readonly deadline: Deadline['kind']
  /** The last day of every round that has one. */
  readonly days: readonly IsoDate[]
  /** In minor units of the currency; null when not known. */
  readonly amounts: readonly [awardMin: number | null, awardMax: number | null, fundTotal: number | null]
  readonly currency: string
  readonly kind: OpportunityKind
  /** Empty when not known. */
  readonly areas: readonly AreaCode[]
}

const LITTLE: ReadonlySet<string> = new Set(
  'a an the and or of for in to on at by with from as its our your'.split(' '),
)

/** Reads an opportunity for comparison: only once, since it is compared with many. */
export function comparableOf(opportunity: Opportunity): Comparable {
  const { id, provenance, title, funder, url, applyUrl, deadline, rules } = opportunity
  const rounds = readRounds(title)
  const funderWords = wordsOf(funder.name)
  return {
    id,
    sourceId: provenance.sourceId,
    words: withoutFunder(wordsOf(rounds.rest), funderWords),
    rounds,
    funder: { registerId: registerId(funder), words: funderWords },
    page: comparedLink(url),
    applyPage: applyUrl === null ? null : comparedLink(applyUrl),
    deadline: deadline.kind,
    days: deadline.rounds.flatMap(({ closesOn }) => (closesOn === null ? [] : [closesOn])),
    amounts: [opportunity.awardMin || null, opportunity.awardMax, opportunity.fundTotal],
    currency: opportunity.currency,
    kind: opportunity.kind,
    areas: factValue(rules.areas) ?? [],
  }
}

/** The addresses under which it is looked up, each once. */
export const linksOf = ({ page, applyPage }: Pick<Comparable, 'page' | 'applyPage'>): string[] => [
  ...new Set([page, applyPage].filter((link) => link !== null)),
]

/** The same without addresses that are no proof, since too many opportunities share them. */
export const withoutLinks = (comparable: Comparable, shared: ReadonlySet<string>): Comparable => ({
  ...comparable,
  page: comparable.page !== null && shared.has(comparable.page) ? null : comparable.page,
  applyPage: comparable.applyPage !== null && shared.has(comparable.applyPage) ? null : comparable.applyPage,
})

const wordsOf = (text: string): string[] => foldName(text).filter((word) => !LITTLE.has(word))

/** Aggregators write "Example Foundation: Kitchens fund". What is nothing but the funder's name stays. */
function withoutFunder(words: readonly string[], funder: readonly string[]): readonly string[] {
  const at = words.findIndex((_, i) => funder.length > 0 && funder.every((word, j) => words[i + j] === word))
  const rest = at < 0 ? words : [...words.slice(0, at), ...words.slice(at + funder.length)]
  return rest.length === 0 ? words : rest
}
