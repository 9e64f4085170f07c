import { notFound } from '../../base/errors.ts'
import { listAwardPage } from '../../db/award-pages.ts'
import type { Database } from '../../db/database.ts'
import { type AwardsOf, countPlaces, findAwardsOf } from '../../db/funder-figures.ts'
import { findFunder } from '../../db/funders.ts'
import type { PageOf, PageRequest } from '../../db/page.ts'
import { type AreaCode, contains } from '../../domain/area.ts'
import type { Award } from '../../domain/award.ts'
import type { AwardFigures } from '../../domain/award-figures.ts'
import type { Funder, KnownFunder } from '../../domain/funder.ts'
import { currentFigures } from './current-figures.ts'
import { funderRegisterId } from './found-ids.ts'

type Lent = { readonly db: Pick<Database, 'query'> }

export interface FunderAwards {
  /** Of all its awards, or of those in the area that is asked for. */
  readonly figures: AwardFigures
  readonly page: PageOf<Award>
}

/**
 * What a funder has paid for, newest first, with what it comes to; page, export and API all show this.
 *
 * @param area - only what was done there or in a part of it; null for everywhere
 * @returns undefined when no such award is known
 */
export async function showAwards(
  { db }: Lent,
  funder: Funder,
  area: AreaCode | null,
  request: PageRequest,
): Promise<FunderAwards | undefined> {
  const asked = await awardsAsked(db, funder, area)
  const figures = asked && (await currentFigures(db, asked))
  if (asked === undefined || figures === undefined) return undefined
  return { figures, page: await listAwardPage(db, asked, figures.count, request) }
}

/** Awards that are read at once for an export. */
const AT_ONCE = 1_000

/** The same awards, all of them, a thousand at a time; nothing when none is known. */
export async function* everyAward(
  { db }: Lent,
  funder: Funder,
  area: AreaCode | null,
): AsyncGenerator<readonly Award[]> {
  const asked = await awardsAsked(db, funder, area)
  for (let after: string | null | undefined = null; asked && after !== undefined; ) {
    const { items, next }: PageOf<Award> = await listAwardPage(db, asked, 0, { after, limit: AT_ONCE })
    yield items
    after = next ?? undefined
  }
}

/** @throws AppError `not_found` when no opportunity has that funder */
export async function funderById({ db }: Lent, id: string): Promise<KnownFunder> {
  const funder = await findFunder(db, id)
  if (funder) return funder
  throw notFound('funder', id)
}

/** A funder that states no id is looked for by the one that its name leads to. */
async function awardsAsked(db: Lent['db'], funder: Funder, area: AreaCode | null) {
  const found = await funderRegisterId(db, funder)
  const all = await findAwardsOf(db, { ...funder, orgId: found?.orgId ?? null })
  return all && (area === null ? all : await awardsIn(db, all, area))
}

/** Places are few, so which of them lie in the area is judged here. */
async function awardsIn(db: Lent['db'], all: AwardsOf, area: AreaCode): Promise<AwardsOf> {
  const places = (await countPlaces(db, all)).map(({ areas }) => areas)
  const isInside = (areas: string) => areas.split(' ').some((code) => contains(area, code as AreaCode))
  return { ...all, places: places.filter(isInside) }
}
