import { createApp } from '../../src/app.ts'
import type { Runtime } from '../../src/runtime.ts'
import { aRuntime } from '../support/runtime.ts'
import { SEEDED, SOURCES, seed } from './seed.ts'

/** An app over the seed. */
export async function aSeededApp(over: Partial<Runtime> = {}) {
  const runtime = aRuntime({ registry: { sample: false, sources: SOURCES }, ...over })
  await seed(runtime.db)
  return createApp(runtime)
}

/** Every page of the seeded app, the refusals among them. */
export const PATHS: readonly string[] = [
  '/opportunities',
  '/opportunities?status=any',
  '/opportunities?status=closed&kind=loan',
  '/opportunities?status=nonsense',
  '/opportunities?funder=exampel',
  '/opportunities?status=open&kind=&funder=zzyzx',
  ...SEEDED.map(({ id }) => `/opportunities/${id}`),
  '/opportunities/new',
  '/opportunities/kitchens/change',
  '/opportunities/kitchens?done=changed',
  '/opportunities/none',
  '/opportunities/kitchens/organisations',
  '/opportunities/contract/organisations?verdict=eligible',
  '/opportunities/closed/organisations',
  '/opportunities/hostile/organisations',
  '/opportunities/kitchens/organisations?area=W92000004&verdict=',
  '/opportunities/kitchens/organisations?area=nowhere',
  '/opportunities/kitchens/organisations?area=Newcastle&verdict=',
  '/opportunities/kitchens/organisations?area=s+glos&verdict=',
  '/duplicates',
  '/duplicates?first=kitchens&second=rolling',
  '/duplicates?after=nonsense',
  '/duplicates/decided',
  '/duplicates/decided?of=kitchens',
  '/funders/name-the-example-fund/awards',
  '/funders/name-the-example-fund/awards?area=E06000025',
  '/funders/name-the-example-fund/awards?area=W92000004',
  '/funders/name-the-example-fund/awards?area=nonsense',
  '/funders/GB-LAE-EXA/awards',
  '/funders/none/awards',
  '/organisations',
  '/organisations?name=riverside',
  '/organisations?name=zzyzx',
  '/organisations/riverside/matches',
  '/organisations/hostile/matches',
  '/organisations/none/matches',
  '/organisations/riverside/matches?said=rounds&at=1',
  '/organisations/riverside/not-for-us',
  '/organisations/riverside/not-for-us?undone=rolling',
  '/organisations/hostile/not-for-us',
  '/organisations/none/not-for-us',
  '/organisations/riverside/not-open',
  '/organisations/riverside/not-open?rule=income',
  '/organisations/riverside/not-open?rule=policies',
  '/organisations/hostile/not-open',
  '/organisations/none/not-open',
  '/organisations/riverside/not-open?rule=nonsense',
  '/rechecks',
  '/rechecks?done=closed',
  '/rechecks?done=nonsense',
  '/opportunities/hostile/report-a-mistake',
  '/opportunities/hostile/report-a-mistake/thank-you',
  '/opportunities/none/report-a-mistake',
  '/sources',
  ...SOURCES.map(({ id }) => `/sources/${id}`),
  '/sources/example-fund?started=1',
  '/sources/none',
  '/nowhere',
]

export const textOf = async (response: Response | Promise<Response>): Promise<string> =>
  (await response).text()
