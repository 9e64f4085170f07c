import { charityId, companyId, mutualId } from './org-ids.ts'
import type { RowReader } from './row-reader.ts'

type IdColumn = 'charity_number' | 'company_number' | 'mutual_number'

/** What each number must be, and how org-id.guide writes it. */
const REGISTERS: readonly {
  readonly column: IdColumn
  readonly wants: string
  idOf(number: string): string | null
}[] = [
  { column: 'charity_number', wants: 'a UK charity number', idOf: charityId },
  { column: 'company_number', wants: 'a UK company number', idOf: companyId },
  { column: 'mutual_number', wants: 'a number of a UK mutual society', idOf: mutualId },
]

/** Numbers in public registers, as org-id.guide writes them; what is none goes to the reader's faults. */
export const parseOrgIds = <Column extends string>({
  text,
  fault,
}: RowReader<Column | IdColumn>): readonly string[] =>
  REGISTERS.flatMap(({ column, wants, idOf }) => {
    const id = idOf(text(column))
    if (id !== null) return [id]
    if (text(column) !== '') fault(`${column}: "${text(column)}" is not ${wants}`)
    return []
  })
