import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../../base/errors.ts'
import { Grade, INDIVIDUALS_ONLY, Kinds, LabelledOpportunity, LabelledOrganisation } from './labelled-rows.ts'
import { type LabelledSet, type MatchSet, type Query, SETS, type SetName } from './labelled-set.ts'
import { fault, readJsonFile, readJsonLines, readTabbed } from './lines.ts'
import { readNameSet } from './read-name-set.ts'

/**
 * The sets that are there, of those asked for, and those that are not.
 *
 * @throws AppError when the folder has none of them, or a line cannot be used
 */
export function readSets(
  folder: string,
  wanted: readonly SetName[],
): { sets: LabelledSet[]; absent: SetName[] } {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new AppError('invalid', `There is no folder ${folder}`)
  }
  const isThere = (name: SetName) => existsSync(join(folder, name))
  const present = SETS.filter((name) => wanted.includes(name) && isThere(name))
  if (present.length === 0) {
    throw new AppError('invalid', `The folder ${folder} has none of the sets ${wanted.join(', ')}`)
  }
  return {
    sets: present.map((name) => (name === 'names' ? readNameSet(folder) : readMatchSet(folder, name))),
    absent: wanted.filter((name) => !isThere(name)),
  }
}

/** The lowest grade that counts as relevant: in `causes` a grade of 1 is a tag in common by chance; `feedback` has 2 and 0 alone. */
const RELEVANT_FROM = { causes: 2, awards: 1, themes: 1, feedback: 2 } as const

function readMatchSet(folder: string, name: MatchSet['name']): MatchSet {
  const organisations = readJsonLines(folder, `${name}/orgs.jsonl`, LabelledOrganisation)
  const opportunities = readJsonLines(folder, `${name}/opportunities.jsonl`, LabelledOpportunity)
  const byQuery = readGrades(folder, name, organisations, opportunities)
  const relevantFrom = RELEVANT_FROM[name]
  const all = (name === 'themes' ? opportunities.map(callQuery) : organisations.map(organisationQuery)).map(
    ({ id, text }): Query => ({ id, text, grades: byQuery.get(id) ?? new Map<string, number>() }),
  )
  const queries = all.filter(({ grades }) => [...grades.values()].some((grade) => grade >= relevantFrom))
  return {
    name,
    queries,
    leftOut: all.length - queries.length,
    candidates:
      name === 'themes' ? organisations.map(organisationCandidate) : opportunities.map(callCandidate),
    relevantFrom,
    organisations,
    opportunities,
    individualsOnly: readIndividualsOnly(folder, name),
  }
}

const organisationQuery = ({ id, name, description }: LabelledOrganisation) => ({
  id,
  text: `${name} ${description}`,
})

const callQuery = ({ id, title, description }: LabelledOpportunity) => ({
  id,
  text: `${title} ${description}`,
})

const organisationCandidate = ({ id, name, description, objects }: LabelledOrganisation) => ({
  id,
  title: name,
  text: `${description} ${objects}`,
})

const callCandidate = ({ id, title, description, eligibility }: LabelledOpportunity) => ({
  id,
  title,
  text: `${description} ${eligibility}`,
})

/** Query id to candidate id to grade. */
function readGrades(
  folder: string,
  name: MatchSet['name'],
  organisations: readonly LabelledOrganisation[],
  opportunities: readonly LabelledOpportunity[],
): Map<string, Map<string, number>> {
  const file = `${name}/qrels.tsv`
  const known = new Set([...organisations, ...opportunities].map(({ id }) => id))
  const byQuery = new Map<string, Map<string, number>>()
  for (const { line, row } of readTabbed(folder, file, Grade)) {
    const { org_id, opp_id, grade } = row
    const stranger = [org_id, opp_id].find((id) => !known.has(id))
    if (stranger !== undefined) throw fault(file, line, `names ${stranger}, which is not in the set`)
    const [query, candidate] = name === 'themes' ? [opp_id, org_id] : [org_id, opp_id]
    const grades = byQuery.get(query) ?? new Map<string, number>()
    byQuery.set(query, grades.set(candidate, grade))
  }
  return byQuery
}

function readIndividualsOnly(folder: string, name: MatchSet['name']): Set<string> | null {
  const file = `${name}/labels_opp_kind.json`
  if (!existsSync(join(folder, file))) return null
  const kinds = Object.entries(readJsonFile(folder, file, Kinds))
  return new Set(kinds.flatMap(([id, kind]) => (kind === INDIVIDUALS_ONLY ? [id] : [])))
}
