import { listFeedbackOf } from '../../db/feedback.ts'
import { listOrganisationsAfter, listOrganisationsById } from '../../db/organisations.ts'
import { cursorOf, keyOf, type PageOf, type PageRequest, pageOf } from '../../db/page.ts'
import { type AreaCode, overlaps } from '../../domain/area.ts'
import type { Match } from '../../domain/match.ts'
import { type Opportunity, statusAt } from '../../domain/opportunity.ts'
import type { Organisation, OrganisationId } from '../../domain/organisation.ts'
import { judgeMatch } from '../../matching/explain/judge-match.ts'
import { applicantWith } from '../../matching/feedback/read-taste.ts'
import { matchOpportunity, type Placing } from '../../matching/match-opportunity.ts'
import type { Runtime } from '../../runtime.ts'
import { openJudging } from './show-matches.ts'

/** Which organisations are asked for; null for all. */
export interface FitSearch {
  /** Where they work: in some part of it, or around it. */
  readonly area: AreaCode | null
  readonly verdict: Placing['verdict'] | null
}

/** An organisation that an opportunity fits, judged. */
export interface Fitting {
  readonly organisation: Organisation
  readonly match: Match
}

export interface FittingPage extends PageOf<Fitting> {
  /** Where those work that fit, whatever is asked for; in no order. */
  readonly areas: readonly AreaCode[]
  /** How many fit, and are as asked for; the list holds the best `MOST_FOUND` of them. */
  readonly fitting: number
}

/** So many are listed: a council asks whom to call, not for everybody. */
export const MOST_FOUND = 200

/** Organisations that are in memory at a time. */
const PAGE = 500

interface Candidate extends Placing {
  readonly id: OrganisationId
}

/**
 * The organisations that an opportunity fits best, best first, ties by id. Every organisation is read and
 * judged at each request, page by page, so work grows with their number and memory does not: a thousand
 * take a quarter of a second. Stored lists would be faster, but hold only the best of each organisation.
 */
export async function findOrganisationsFor(
  { db }: Pick<Runtime, 'db'>,
  now: Date,
  opportunity: Opportunity,
  search: FitSearch,
  { after, limit }: PageRequest,
): Promise<FittingPage> {
  const status = statusAt(now, opportunity)
  if (status === 'closed' || status === 'withdrawn') return NOBODY
  const { learnt, read } = await openJudging(db)
  const standing = matchOpportunity(now, learnt, opportunity)
  const { best, ...found } = await findBest(db, standing, search)
  const from = after === null ? null : candidateOf(after)
  const rest = best.filter((it) => from === null || byUnits(it, from) > 0).slice(0, limit + 1)
  const organisations = new Map(
    (
      await listOrganisationsById(
        db,
        rest.map(({ id }) => id),
      )
    ).map((it) => [it.id, it]),
  )
  const offer = read(opportunity)
  const said = await listFeedbackOf(db, [...organisations.keys()])
  const fitting = (organisation: Organisation): Fitting => {
    const applicant = applicantWith(learnt, organisation, said.get(organisation.id) ?? [])
    return { organisation, match: judgeMatch(now, learnt, applicant, offer) }
  }
  const { items, ...page } = pageOf(
    rest,
    { limit, total: best.length },
    ({ id }) => organisations.get(id),
    ({ units, id }) => cursorOf(units, id),
  )
  return { ...page, ...found, items: items.flatMap((it) => (it ? [fitting(it)] : [])) }
}

const NOBODY: FittingPage = { items: [], next: null, total: 0, fitting: 0, areas: [] }

async function findBest(db: Runtime['db'], standing: ReturnType<typeof matchOpportunity>, search: FitSearch) {
  const areas = new Set<AreaCode>()
  let best: Candidate[] = []
  let fitting = 0
  let page = await listOrganisationsAfter(db, '', PAGE)
  while (page.length > 0) {
    const said = await listFeedbackOf(
      db,
      page.map(({ id }) => id),
    )
    const candidates = page.flatMap((organisation) => {
      const stands = standing(organisation, said.get(organisation.id) ?? [])
      if (stands === null) return []
      for (const area of organisation.areas) areas.add(area)
      return isAskedFor(organisation, stands, search) ? [{ id: organisation.id, ...stands }] : []
    })
    fitting += candidates.length
    best = [...best, ...candidates].sort(byUnits).slice(0, MOST_FOUND)
    page = await listOrganisationsAfter(db, page.at(-1)?.id ?? '', PAGE)
  }
  return { best, fitting, areas: [...areas] }
}

const isAskedFor = ({ areas }: Organisation, stands: Placing, { area, verdict }: FitSearch): boolean =>
  (verdict === null || stands.verdict === verdict) &&
  (area === null || areas.some((own) => overlaps(own, area)))

type Ranked = Pick<Candidate, 'id' | 'units'>

const byUnits = (a: Ranked, b: Ranked): number =>
  b.units - a.units || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

function candidateOf(cursor: string): Ranked {
  const [units, id] = keyOf(cursor, ['number', 'string'])
  return { units: Number(units), id: String(id) as OrganisationId }
}
