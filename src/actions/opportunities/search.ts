import type { Instant } from '../../base/date.ts'
import { listOpportunities, type OpportunitySearch } from '../../db/opportunities.ts'
import type { PageOf, PageRequest } from '../../db/page.ts'
import type { Opportunity } from '../../domain/opportunity.ts'
import { type FunderReading, readFunder } from '../../matching/funders/find-funders.ts'
import type { Runtime } from '../../runtime.ts'
import { currentFunders } from '../funders/current-funders.ts'

/** What is asked for, as somebody typed it. */
export interface OpportunityQuery extends Omit<OpportunitySearch, 'funderIds'> {
  /** A name or id; empty for every funder. */
  readonly funder: string
}

export interface FoundOpportunities extends PageOf<Opportunity> {
  /** What the name of the funder was read as; null when none was typed. */
  readonly funders: FunderReading | null
}

/** The opportunities that are asked for, in the order of `listOpportunities`; none where no funder has a name like that. */
export async function searchOpportunities(
  { db }: Pick<Runtime, 'db'>,
  now: Instant,
  { funder, ...search }: OpportunityQuery,
  page: PageRequest,
): Promise<FoundOpportunities> {
  const funders = funder === '' ? null : readFunder(await currentFunders(db), funder)
  const funderIds = funders?.funders.map(({ id }) => id)
  return { ...(await listOpportunities(db, now, { ...search, funderIds }, page)), funders }
}
