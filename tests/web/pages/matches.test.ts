import { expect, test } from 'vitest'
import { createApp } from '../../../src/app.ts'
import { instantOf } from '../../../src/base/date.ts'
import { putOrganisations } from '../../../src/db/organisations.ts'
import type { Organisation } from '../../../src/domain/organisation.ts'
import { anOrganisation } from '../../support/builders.ts'
import { aRuntime } from '../../support/runtime.ts'

async function pageFor(over: Partial<Organisation>): Promise<string> {
  const runtime = aRuntime()
  const organisation = anOrganisation(over)
  await runtime.db.commit(putOrganisations(runtime.db, instantOf(runtime.now()), [organisation]))
  const response = await createApp(runtime).request(
    `http://localhost/organisations/${organisation.id}/matches`,
  )
  return response.text()
}

test.for(['', 'Bees', '🎉 '.repeat(20)])(
  'an organisation that says no more than %j is told to say more',
  async (whatWeDo) => {
    expect(await pageFor({ whatWeDo, whoWeHelp: '' })).toContain('Tell us more.')
  },
)

test('one that says enough is not', async () => {
  expect(await pageFor({})).not.toContain('Tell us more.')
})
