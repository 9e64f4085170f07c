import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Labels } from '../../actions/feedback/collect-labels.ts'
import { count } from '../../base/text.ts'
import { opportunityRow, organisationRow } from './label-rows.ts'

/**
 * Writes labels in the format of npm run eval; where there are none, nothing.
 *
 * @param idOf - how the id of an organisation is written
 * @returns what was done, in words
 */
export function writeLabels(folder: string, labels: Labels, idOf: (id: string) => string): string {
  const { organisations, opportunities, grades, leftOut } = labels
  const others = leftOut > 0 ? `; ${leftOut} with another reason left out` : ''
  if (grades.length === 0) return `There is no feedback to write${others}`
  mkdirSync(folder, { recursive: true })
  const write = (file: string, lines: readonly string[]) =>
    writeFileSync(join(folder, file), `${lines.join('\n')}\n`)
  const asJson = (row: object) => JSON.stringify(row)
  write(
    'orgs.jsonl',
    organisations.map((one) => asJson(organisationRow(one, idOf(one.id)))),
  )
  write(
    'opportunities.jsonl',
    opportunities.map((one) => asJson(opportunityRow(one))),
  )
  write('qrels.tsv', [
    'org_id\topp_id\tgrade',
    ...grades.map(
      ({ organisationId, opportunityId, grade }) => `${idOf(organisationId)}\t${opportunityId}\t${grade}`,
    ),
  ])
  return `${folder}: ${count(grades.length, 'label')} by ${count(organisations.length, 'organisation')} on ${count(opportunities.length, 'opportunity', 'opportunities')}${others}`
}
