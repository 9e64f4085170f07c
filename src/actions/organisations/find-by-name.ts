import { findNames } from '../../base/names/find-names.ts'
import { listOrganisationNames, listOrganisationsById } from '../../db/organisations.ts'
import type { Organisation } from '../../domain/organisation.ts'
import { prepareOrganisationNames } from '../../matching/names/organisation-names.ts'
import type { Runtime } from '../../runtime.ts'

const MOST_FOUND = 20

/** Below this a name is alike in nothing but a common word. */
const LEAST_LIKENESS = 0.35

/** The organisations whose name is most like what somebody typed, slips and abbreviations forgiven; best first. */
export async function findOrganisationsByName(
  { db }: Pick<Runtime, 'db'>,
  name: string,
): Promise<readonly Organisation[]> {
  const found = findNames(prepareOrganisationNames(await listOrganisationNames(db)), name, MOST_FOUND).filter(
    ({ score }) => score >= LEAST_LIKENESS,
  )
  const organisations = await listOrganisationsById(
    db,
    found.map(({ id }) => id),
  )
  return found.flatMap(({ id }) => organisations.find((organisation) => organisation.id === id) ?? [])
}
