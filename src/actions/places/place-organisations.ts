import { instantOf } from '../../base/date.ts'
import { sameFields } from '../../base/same.ts'
import { listOrganisationsAfter, putOrganisations } from '../../db/organisations.ts'
import type { Runtime } from '../../runtime.ts'
import { wardPlacer } from './place-wards.ts'

const PAGE = 500

/**
 * Says of every ward in which a stored organisation works in which council it lies, after a file of wards
 * has come in. Their matches are made anew by the job.
 *
 * @returns how many organisations were changed
 */
export async function placeOrganisations({ db, now }: Pick<Runtime, 'db' | 'now'>): Promise<number> {
  let changed = 0
  let page = await listOrganisationsAfter(db, '', PAGE)
  while (page.length > 0) {
    const place = await wardPlacer(
      db,
      page.flatMap(({ areas, beneficiaryAreas }) => [...areas, ...beneficiaryAreas]),
    )
    const moved = page
      .map((before) => ({
        before,
        after: {
          ...before,
          areas: place(before.areas),
          beneficiaryAreas: place(before.beneficiaryAreas),
        },
      }))
      .filter(({ before, after }) => !sameFields(before, after))
      .map(({ after }) => after)
    if (moved.length > 0) await db.commit(putOrganisations(db, instantOf(now()), moved))
    changed += moved.length
    page = await listOrganisationsAfter(db, page.at(-1)?.id ?? '', PAGE)
  }
  return changed
}
