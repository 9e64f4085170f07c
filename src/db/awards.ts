import { type Selectable, type SqlBool, sql } from 'kysely'
import type { Instant } from '../base/date.ts'
import { type Award, type AwardId, placesOf } from '../domain/award.ts'
import { foldedFunderName, registerId } from '../domain/funder.ts'
import { insertMany } from './bulk.ts'
import type { Database, Statement } from './database.ts'
import { putOrgNames } from './org-names.ts'
import type { AwardTable } from './schema.ts'

/** Those of the keys that exist, by key. */
export async function listAwardsByKey(
  { query }: Pick<Database, 'query'>,
  keys: readonly string[],
): Promise<ReadonlyMap<string, Award>> {
  const rows = await query
    .selectFrom('awards')
    .selectAll()
    .where(sql<SqlBool>`key IN (SELECT value FROM json_each(${JSON.stringify(keys)}))`)
    .execute()
  return new Map(rows.map((row) => [row.key, toAward(row)]))
}

/** When those of the keys that exist last changed, by key. */
export async function listChanges(
  { query }: Pick<Database, 'query'>,
  keys: readonly string[],
): Promise<ReadonlyMap<string, Instant>> {
  const rows = await query
    .selectFrom('awards')
    .select(['key', 'last_changed_at'])
    .where(sql<SqlBool>`key IN (SELECT value FROM json_each(${JSON.stringify(keys)}))`)
    .execute()
  return new Map(rows.map((row) => [row.key, row.last_changed_at as Instant]))
}

export async function countAwards({ query }: Pick<Database, 'query'>): Promise<number> {
  const { total } = await query
    .selectFrom('awards')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return total
}

/** Stores awards, each new or in the place of the one with its id, and which ids those that they name have. */
export const putAwards = (
  db: Pick<Database, 'query'>,
  at: Instant,
  awards: readonly Award[],
): Statement[] => [
  ...insertMany(
    db,
    'awards',
    awards.map((award) => toRow(award, at)),
    { key: ['id'], update: UPDATED },
  ),
  ...putOrgNames(db, awards.flatMap(bodiesOf)),
]

const bodiesOf = ({ funder, recipient }: Award) => [
  { name: funder.name, orgIds: [funder.orgId] },
  // A single word is a name of many.
  ...(/\S\s+\S/.test(recipient.name) ? [recipient] : []),
]

const UPDATED: readonly (keyof AwardTable)[] = [
  'funder_org_id',
  'funder_name',
  'awarded_on',
  'amount',
  'currency',
  'source_name',
  'licence',
  'open_call',
  'areas',
  'content',
  'last_changed_at',
]

function toRow({ id, key, ...rest }: Award, at: Instant): AwardTable {
  return {
    id,
    key,
    funder_org_id: registerId(rest.funder),
    funder_name: foldedFunderName(rest.funder.name),
    awarded_on: rest.awardedOn,
    amount: rest.amount,
    currency: rest.currency,
    source_name: rest.sourceName,
    licence: rest.licence,
    open_call: rest.openCall === null ? null : Number(rest.openCall),
    areas: placesOf(rest).join(' '),
    content: JSON.stringify(rest),
    first_seen_at: at,
    last_changed_at: at,
  }
}

/** The stored award was checked by its schema before it was written; what it is too old to have is not known. */
export const toAward = ({
  id,
  key,
  content,
}: Pick<Selectable<AwardTable>, 'id' | 'key' | 'content'>): Award => ({
  recipientAreas: [],
  openCall: null,
  ...JSON.parse(content),
  id: id as AwardId,
  key,
})
