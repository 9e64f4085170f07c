import { type Cell, readMoney } from '../../base/cells.ts'
import { withoutPersons } from '../../base/personal-data.ts'
import { oneLine, paragraphs } from '../../base/text.ts'
import { ApplicantType } from '../../domain/applicant-type.ts'
import type { AreaCode } from '../../domain/area.ts'
import type { Deadline } from '../../domain/deadline.ts'
import type { HandFault, HandForm } from '../../domain/hand-form.ts'
import { type KnownAreas, readAreas } from './areas-box.ts'
import { readClosing } from './closing-boxes.ts'

/** What a form says, once it can be read; its texts are without persons. */
export interface HandSaid {
  readonly title: string
  readonly funder: string
  readonly summary: string
  readonly deadline: Deadline
  /** In pence; null where nothing is said. */
  readonly awardMin: number | null
  readonly awardMax: number | null
  readonly fundTotal: number | null
  readonly who: readonly ApplicantType[]
  readonly areas: readonly AreaCode[]
}

const MOST_NAME = 200
const MOST_SUMMARY = 1_000

/**
 * Reads a form, whose link and choices have been read already. Faults are in the order of its fields;
 * without any, `said` is not null.
 */
export function readForm(
  form: HandForm,
  known: KnownAreas,
): {
  readonly said: HandSaid | null
  readonly faults: readonly HandFault[]
} {
  const faults: HandFault[] = []
  const title = line(form, 'title', 'Enter the name of the opportunity', 500, faults)
  const funder = line(form, 'funder', 'Enter who gives the money', MOST_NAME, faults)
  const deadline = readClosing(form)
  if ('field' in deadline) faults.push(deadline)
  const awardMin = money(form, 'awardMin', 'The lowest amount of one award', faults)
  const awardMax = money(form, 'awardMax', 'The highest amount of one award', faults)
  if (awardMin !== null && awardMax !== null && awardMin > awardMax) {
    faults.push({ field: 'awardMin', text: 'The lowest amount is more than the highest' })
  }
  const fundTotal = money(form, 'fundTotal', 'The money in all', faults)
  const { areas, faults: unknown } = readAreas(form.areas, known)
  faults.push(...unknown)
  const summary = withoutPersons(paragraphs(form.summary))
  faults.push(...summaryFaults(summary))
  const who = form.who.flatMap((type) => ApplicantType.safeParse(type).data ?? [])
  if (faults.length > 0 || 'field' in deadline) return { said: null, faults }
  return { said: { title, funder, summary, deadline, awardMin, awardMax, fundTotal, who, areas }, faults }
}

function line(
  form: HandForm,
  field: 'title' | 'funder',
  missing: string,
  most: number,
  faults: HandFault[],
): string {
  const text = withoutPersons(oneLine(form[field]))
  if (text === '') faults.push({ field, text: missing })
  if (text.length > most) faults.push({ field, text: `It must be ${most} characters or less` })
  return text
}

function summaryFaults(summary: string): readonly HandFault[] {
  if (summary === '') {
    return [{ field: 'summary', text: 'Say in your own words, in a sentence or two, what it pays for' }]
  }
  return summary.length > MOST_SUMMARY
    ? [{ field: 'summary', text: `Your summary must be ${MOST_SUMMARY} characters or less` }]
    : []
}

function money(
  form: HandForm,
  field: 'awardMin' | 'awardMax' | 'fundTotal',
  name: string,
  faults: HandFault[],
): number | null {
  const cell: Cell<number> = readMoney(form[field])
  if (cell.ok) return cell.value
  faults.push({ field, text: `${name} must be ${cell.wants}` })
  return null
}
