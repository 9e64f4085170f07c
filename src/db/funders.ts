import type { KnownFunder } from '../domain/funder.ts'
import type { Database } from './database.ts'

type Lent = Pick<Database, 'query'>

/** The funders of opportunities, in order of their ids. */
export async function listFunders({ query }: Lent): Promise<KnownFunder[]> {
  const rows = await query.selectFrom('funders').select(['id', 'name', 'org_id']).orderBy('id').execute()
  return rows.map(({ id, name, org_id }) => ({ id, name, orgId: org_id }))
}

/** Undefined when no opportunity has that funder. */
export async function findFunder({ query }: Lent, id: string): Promise<KnownFunder | undefined> {
  const row = await query.selectFrom('funders').selectAll().where('id', '=', id).executeTakeFirst()
  return row && { id: row.id, name: row.name, orgId: row.org_id }
}

/** How many funders there are. They are added, and neither renamed nor removed. */
export async function countFunders({ query }: Lent): Promise<number> {
  const { n } = await query
    .selectFrom('funders')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return n
}

/** When an award was last new or changed, empty for never, and how many funders there are. */
export async function findFunderFacts({ query }: Lent): Promise<{ awards: string; funders: number }> {
  const [awards, funders] = await Promise.all([
    query
      .selectFrom('awards')
      .select(({ fn }) => fn.max('last_changed_at').as('at'))
      .executeTakeFirstOrThrow(),
    countFunders({ query }),
  ])
  return { awards: awards.at ?? '', funders }
}
