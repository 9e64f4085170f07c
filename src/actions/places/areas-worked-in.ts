import { listOrganisationsAfter } from '../../db/organisations.ts'
import { type AreaCode, findArea, isUnplaced } from '../../domain/area.ts'
import type { Runtime } from '../../runtime.ts'

/** Organisations that are in memory at a time. */
const PAGE = 500

const WIDE = new Set(['region', 'country', 'countries'])

/**
 * The areas up to the size of a combined authority in which the organisations of the database work, in no
 * order; for a ward its council. A region or country is left out: it says nothing of which councils matter.
 */
export async function areasWorkedIn({ db }: Pick<Runtime, 'db'>): Promise<readonly AreaCode[]> {
  const areas = new Set<AreaCode>()
  let page = await listOrganisationsAfter(db, '', PAGE)
  while (page.length > 0) {
    for (const code of page.flatMap((organisation) => organisation.areas.flatMap(councilOf))) areas.add(code)
    page = await listOrganisationsAfter(db, page.at(-1)?.id ?? '', PAGE)
  }
  return [...areas]
}

function councilOf(code: AreaCode): readonly AreaCode[] {
  const { kind, within } = findArea(code) ?? {}
  if (kind === 'ward') return isUnplaced(code) ? [] : (within?.slice(0, 1) ?? [])
  return kind === undefined || WIDE.has(kind) ? [] : [code]
}
