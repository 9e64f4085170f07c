/** Help before a need has grown, which the text of an opportunity names. */
export interface EarlyHelp {
  /** What it is, as it stands in a sentence. @example 'befriending' */
  readonly name: string
  /** The words that name it, exactly as they stand in the text. */
  readonly quote: string
  /** Where they stand: what a title or a summary names is what it pays for, and a description names more than that. */
  readonly field: 'title' | 'summary' | 'description'
}

/** Early help that both sides name. */
export interface SharedEarlyHelp {
  readonly name: string
  /** The words of each side, exactly as they stand. */
  readonly own: string
  readonly theirs: string
}

/** Whether an opportunity is itself about the help, rather than to mention it. */
export const isMain = ({ field }: Pick<EarlyHelp, 'field'>): boolean => field !== 'description'

/** What is told of an opportunity: so many, and of those that it only mentions none beside what it is about. */
const MOST_TOLD = 3

/**
 * The early help that is told of an opportunity, and whether it is about it.
 *
 * @param all - what it names
 * @returns null when it names none
 */
export function toldEarlyHelp(
  all: readonly EarlyHelp[],
): { readonly isMain: boolean; readonly help: readonly EarlyHelp[] } | null {
  const main = all.filter(isMain)
  const help = (main.length > 0 ? main : all).slice(0, MOST_TOLD)
  return help.length === 0 ? null : { isMain: main.length > 0, help }
}
