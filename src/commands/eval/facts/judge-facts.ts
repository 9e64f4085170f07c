import type { Finding } from '../../../reading/finding.ts'
import { readText } from '../../../reading/read-text.ts'
import { type Label, type Part, partOf } from './read-labels.ts'
import type { Notice } from './read-notices.ts'

/** How a reader did on one field. */
export interface Tally {
  readonly field: string
  /** Found as labelled, found and not labelled, labelled and not found. */
  readonly right: number
  readonly wrong: number
  readonly missed: number
}

/** A label that was not found, or a find that is not labelled. */
export interface Slip {
  readonly notice: string
  readonly part: Part
  readonly kind: 'missed' | 'wrong'
  readonly field: string
  readonly value: string
  /** The words it was read from; null for a miss. */
  readonly quote: string | null
}

/** A value as labels write it. @example '2026-06-05T12:00', '12 award' */
export function sayValue(finding: Finding): string {
  if (finding.field === 'reapplyGap') return `${finding.value.months} ${finding.value.after}`
  if (finding.field !== 'deadline') return String(finding.value)
  const { value } = finding
  if (value.kind !== 'fixed') return value.kind
  return value.time === null ? value.day : `${value.day}T${value.time}`
}

type Right = Label & { readonly part: Part }

interface Judged {
  readonly right: readonly Right[]
  readonly slips: readonly Slip[]
}

/** Every right find and every slip on the notices that are labelled; only finds of high confidence count. */
export function judgeFacts(
  notices: readonly Notice[],
  labels: ReadonlyMap<string, readonly Label[]>,
): Judged {
  const judged = notices.flatMap((notice) => {
    const wanted = labels.get(notice.id)
    return wanted === undefined ? [] : [judgeNotice(notice, wanted)]
  })
  return { right: judged.flatMap(({ right }) => right), slips: judged.flatMap(({ slips }) => slips) }
}

function judgeNotice({ id, text, publishedOn }: Notice, wanted: readonly Label[]): Judged {
  const part = partOf(id)
  const found = readText(text, publishedOn)
    .filter(({ confidence }) => confidence === 'high')
    .map((finding) => ({ field: finding.field, value: sayValue(finding), quote: finding.quote }))
  const [right, wrong] = [true, false].map((isRight) =>
    found.filter((one) => wanted.some((label) => isSame(label, one)) === isRight),
  )
  const missed = wanted.filter((label) => !found.some((one) => isSame(label, one)))
  return {
    right: (right ?? []).map(({ field, value }) => ({ field, value, part })),
    slips: [
      ...(wrong ?? []).map((one): Slip => ({ notice: id, part, kind: 'wrong', ...one })),
      ...missed.map((label): Slip => ({ notice: id, part, kind: 'missed', ...label, quote: null })),
    ],
  }
}

const isSame = (a: Label, b: Label): boolean => a.field === b.field && a.value === b.value

/** The figures of one part, field by field, those with most labels first. */
export function tallies(part: Part, { right, slips }: Judged): readonly Tally[] {
  const fields = [...new Set([...right, ...slips].map(({ field }) => field))]
  const count = (rows: readonly { readonly field: string; readonly part: Part }[], field: string) =>
    rows.filter((row) => row.field === field && row.part === part).length
  return fields
    .map((field) => ({
      field,
      right: count(right, field),
      wrong: count(
        slips.filter(({ kind }) => kind === 'wrong'),
        field,
      ),
      missed: count(
        slips.filter(({ kind }) => kind === 'missed'),
        field,
      ),
    }))
    .filter(({ right: hits, wrong, missed }) => hits + wrong + missed > 0)
    .sort((a, b) => b.right + b.missed - a.right - a.missed || (a.field < b.field ? -1 : 1))
}
