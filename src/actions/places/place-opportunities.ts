import { type Instant, instantOf } from '../../base/date.ts'
import { changedFields } from '../../catalogue/changes.ts'
import type { Database } from '../../db/database.ts'
import { listInNarrowPlaces } from '../../db/narrow-places.ts'
import { putOpportunities } from '../../db/opportunity-versions.ts'
import type { Runtime } from '../../runtime.ts'
import { againWhenOvertaken } from '../again-when-overtaken.ts'
import { rulesPlacer } from './rules-placer.ts'

const PAGE = 100

/**
 * Says of every stored opportunity that is not over where its wards and postcodes are, after a file of
 * them has come in. Each that changes gets a version, which nobody is told of: its funder says what it said.
 *
 * @returns how many opportunities were changed
 */
export async function placeOpportunities({ db, now }: Pick<Runtime, 'db' | 'now'>): Promise<number> {
  const at = instantOf(now())
  let changed = 0
  for (let after: string | undefined = ''; after !== undefined; ) {
    const from: string = after
    const page = await againWhenOvertaken(() => placePage(db, at, from))
    changed += page.changed
    after = page.last
  }
  return changed
}

async function placePage(db: Database, at: Instant, after: string) {
  const page = await listInNarrowPlaces(db, at, { after, limit: PAGE })
  const place = await rulesPlacer(
    db,
    page.map(({ rules }) => rules),
  )
  const versions = page.flatMap((before) => {
    const placed = { ...before, rules: place(before.rules) }
    const changed = changedFields(before, placed)
    if (changed.length === 0) return []
    const opportunity = { ...placed, version: before.version + 1 }
    return [{ opportunity, changed, revision: 'placed by imported files' }]
  })
  if (versions.length > 0) await db.commit(putOpportunities(db, versions))
  return { changed: versions.length, last: page.at(-1)?.id }
}
