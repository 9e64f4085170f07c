import { count } from '../base/text.ts'
import type { SourceEntry } from '../domain/source.ts'
import type { FieldComparison, FieldCount } from './compare-fields.ts'

/** What one page of a source turned out to be. */
export interface SourceCheck extends FieldComparison {
  readonly source: SourceEntry
  /** Where it was read: an address, or a file. */
  readonly where: string
  readonly records: number
  /** Records that read well: calls, and endings of calls. */
  readonly good: number
  /** Why records were skipped, one reason each. */
  readonly skipped: readonly string[]
  readonly bad: readonly { readonly key: string | null; readonly reason: string }[]
}

/** A check in lines for whoever asked for it. */
export function sayCheck(check: SourceCheck): readonly string[] {
  const { source, where, records, good, skipped, bad, found, missing, unknown } = check
  return [
    `${source.name}, one page from ${where}`,
    `${count(records, 'record')}: ${good} read well, ${skipped.length} skipped, ${bad.length} bad`,
    ...section('Fields found', found.map(sayField(records))),
    ...section('Fields that we read and that no record had', missing),
    ...section('Fields that records had and that we do not read', unknown.map(sayField(records))),
    ...section('Why records were skipped', tally(skipped)),
    ...section(
      'Bad records',
      bad.map(({ key, reason }) => `${key ?? 'without a key'}: ${reason}`),
    ),
    source.verified
      ? 'Nothing was stored.'
      : 'It does not count as verified live yet: set "verified": true once you have compared. Nothing was stored.',
  ]
}

const sayField =
  (records: number) =>
  ({ path, records: having }: FieldCount): string =>
    having === records ? path : `${path} (in ${having} of ${records})`

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [`${title}: none`] : [`${title}:`, ...lines.map((line) => `  ${line}`)]

const tally = (reasons: readonly string[]): readonly string[] =>
  [...Map.groupBy(reasons, (reason) => reason)].map(([reason, all]) => `${reason} (${all.length})`)
