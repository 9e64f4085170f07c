import { createApp } from '../../src/app.ts'
import type { Runtime } from '../../src/runtime.ts'
import { aRuntime } from '../support/runtime.ts'
import { SEEDED, seed } from './seed.ts'

/** An app over the seed. */
export async function aSeededApp(over: Partial<Runtime> = {}) {
  const runtime = aRuntime(over)
  await seed(runtime.db)
  return createApp(runtime)
}

/** Every page of the seeded app, the refusals among them. */
export const PATHS: readonly string[] = [
  '/opportunities',
  '/opportunities?status=any',
  '/opportunities?status=closed&kind=loan',
  '/opportunities?status=nonsense',
  ...SEEDED.map(({ id }) => `/opportunities/${id}`),
  '/opportunities/none',
  '/organisations',
  '/organisations?name=riverside',
  '/organisations?name=zzyzx',
  '/organisations/riverside/matches',
  '/organisations/hostile/matches',
  '/organisations/none/matches',
  '/nowhere',
]

export const textOf = async (response: Response | Promise<Response>): Promise<string> =>
  (await response).text()
