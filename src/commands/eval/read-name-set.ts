import { RegisterEntry, TypedName } from './labelled-rows.ts'
import type { NameSet } from './labelled-set.ts'
import { fault, readTabbed } from './lines.ts'

/** The set of names. @throws AppError naming file and line */
export function readNameSet(folder: string): NameSet {
  const candidates = readTabbed(folder, 'names/candidates.tsv', RegisterEntry).map(({ row }) => ({
    id: row.org_id,
    title: row.name,
    text: '',
  }))
  const known = new Set(candidates.map(({ id }) => id))
  const file = 'names/queries.tsv'
  const queries = readTabbed(folder, file, TypedName).map(({ line, row }) => {
    const gold = row.gold_org_id
    if (!known.has(gold)) throw fault(file, line, `means ${gold}, which is not among the candidates`)
    return { id: `${line}`, text: row.variant, grades: new Map([[gold, 1]]) }
  })
  return { name: 'names', queries, leftOut: 0, candidates, relevantFrom: 1 }
}
