/** Help before a need has grown, which the text of an opportunity names. */
export interface EarlyHelp {
  /** What it is, as it stands in a sentence. @example 'befriending' */
  readonly name: string
  /** The words that name it, exactly as they stand in the text. */
  readonly quote: string
  /** Where they stand. */
  readonly field: 'title' | 'summary' | 'description'
}

/** Early help that both sides name. */
export interface SharedEarlyHelp {
  readonly name: string
  /** The words of each side, exactly as they stand. */
  readonly own: string
  readonly theirs: string
}

/** So many are told. */
const MOST_TOLD = 3

/**
 * The early help that is told of an opportunity: what its title and summary name, else what its description
 * does. That words name it is all that is known: not that it pays for it, nor for whom.
 *
 * @param all - what it names
 * @returns empty when it names none
 */
export function toldEarlyHelp(all: readonly EarlyHelp[]): readonly EarlyHelp[] {
  const main = all.filter(({ field }) => field !== 'description')
  return (main.length > 0 ? main : all).slice(0, MOST_TOLD)
}
