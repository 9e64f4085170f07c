import { instantOf } from '../../base/date.ts'
import { sameFields } from '../../base/same.ts'
import { listOrganisationsAfter, putOrganisations } from '../../db/organisations.ts'
import type { Runtime } from '../../runtime.ts'
import { organisationPlacer } from './organisation-placer.ts'

const PAGE = 500

/**
 * Says of every stored organisation where its wards and its postcode are, after a file of them has come in.
 * Their matches are made anew by the job.
 *
 * @returns how many organisations were changed
 */
export async function placeOrganisations({ db, now }: Pick<Runtime, 'db' | 'now'>): Promise<number> {
  let changed = 0
  let page = await listOrganisationsAfter(db, '', PAGE)
  while (page.length > 0) {
    const place = await organisationPlacer(db, page)
    const moved = page
      .map((before) => ({ before, after: place(before) }))
      .filter(({ before, after }) => !sameFields(before, after))
      .map(({ after }) => after)
    if (moved.length > 0) await db.commit(putOrganisations(db, instantOf(now()), moved))
    changed += moved.length
    page = await listOrganisationsAfter(db, page.at(-1)?.id ?? '', PAGE)
  }
  return changed
}
