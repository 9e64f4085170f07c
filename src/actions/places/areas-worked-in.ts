import { listOrganisationsAfter } from '../../db/organisations.ts'
import { type AreaCode, findArea } from '../../domain/area.ts'
import type { Runtime } from '../../runtime.ts'

/** Organisations that are in memory at a time. */
const PAGE = 500

const WIDE = new Set(['region', 'country', 'countries'])

/**
 * The areas up to the size of a combined authority in which the organisations of the database work, in no
 * order. A region or country is left out: it says nothing of which councils matter here.
 */
export async function areasWorkedIn({ db }: Pick<Runtime, 'db'>): Promise<readonly AreaCode[]> {
  const areas = new Set<AreaCode>()
  let page = await listOrganisationsAfter(db, '', PAGE)
  while (page.length > 0) {
    for (const code of page.flatMap((organisation) => organisation.areas)) {
      if (!WIDE.has(findArea(code)?.kind ?? '')) areas.add(code)
    }
    page = await listOrganisationsAfter(db, page.at(-1)?.id ?? '', PAGE)
  }
  return [...areas]
}
