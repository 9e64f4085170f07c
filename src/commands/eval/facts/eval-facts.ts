import { AppError } from '../../../base/errors.ts'
import { judgeFacts, type Slip, type Tally, tallies } from './judge-facts.ts'
import { type Part, readLabels } from './read-labels.ts'
import { readNotices } from './read-notices.ts'

const PARTS: readonly Part[] = ['work', 'opened', 'kept']
const AMOUNTS = ['awardMin', 'awardMax', 'fundTotal']

interface Options {
  readonly json: boolean
  /** Also tell each slip of the working part. */
  readonly list: boolean
}

/**
 * Measures the reading of prose against the facts that people found, and prints the figures.
 *
 * @param folders - where the texts are; labelled notices that are in none of them are counted and said
 * @throws AppError `invalid` when not one labelled notice is there
 */
export function evalFacts(labelsFolder: string, folders: readonly string[], { json, list }: Options): void {
  const labels = readLabels(labelsFolder)
  const notices = folders
    .flatMap(readNotices)
    .filter(({ id }, at, all) => labels.has(id) && all.findIndex((one) => one.id === id) === at)
  const absent = labels.size - notices.length
  if (notices.length === 0) {
    throw new AppError(
      'invalid',
      `None of the ${labels.size} labelled notices is in ${folders.join(', ')}: their texts are not part of the project`,
    )
  }
  const judged = judgeFacts(notices, labels)
  const parts = PARTS.map((part) => ({ part, fields: withSums(tallies(part, judged)) }))
  const slips = list ? judged.slips.filter(({ part }) => part !== 'kept') : []
  if (json) {
    console.log(
      JSON.stringify({
        notices: notices.length,
        absent,
        parts: parts.map(({ part, fields }) => ({ part, fields: fields.map(withShares) })),
        slips,
      }),
    )
    return
  }
  console.log(
    `${notices.length} labelled notices${absent > 0 ? `; the texts of ${absent} more are not here` : ''}`,
  )
  for (const { part, fields } of parts) console.log(sayTable(part, fields))
  for (const slip of slips) console.log(saySlip(slip))
}

function withSums(fields: readonly Tally[]): readonly Tally[] {
  const sum = (name: string, some: readonly Tally[]): Tally => ({
    field: name,
    right: some.reduce((all, { right }) => all + right, 0),
    wrong: some.reduce((all, { wrong }) => all + wrong, 0),
    missed: some.reduce((all, { missed }) => all + missed, 0),
  })
  return [
    ...fields,
    sum(
      'all amounts',
      fields.filter(({ field }) => AMOUNTS.includes(field)),
    ),
    sum('everything', fields),
  ]
}

/** Null where there is nothing to divide by. */
const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole)

const withShares = (tally: Tally) => ({
  ...tally,
  precision: share(tally.right, tally.right + tally.wrong),
  recall: share(tally.right, tally.right + tally.missed),
})

const sayShare = (value: number | null): string => (value === null ? '-' : value.toFixed(2)).padStart(9)

function sayTable(part: Part, fields: readonly Tally[]): string {
  const heading = `${'field'.padEnd(20)} labelled  right  wrong precision   recall`
  const rows = fields
    .map(withShares)
    .map(({ field, right, wrong, missed, precision, recall }) =>
      [
        field.padEnd(20),
        String(right + missed).padStart(9),
        String(right).padStart(7),
        String(wrong).padStart(7),
        ` ${sayShare(precision)}${sayShare(recall)}`,
      ].join(''),
    )
  return `\n${part} part\n${heading}\n${rows.join('\n')}`
}

const saySlip = ({ notice, kind, field, value, quote }: Slip): string =>
  `${kind.padEnd(6)} ${field.padEnd(20)} ${value.padEnd(22)} ${notice}${quote === null ? '' : `\n         ${quote}`}`
