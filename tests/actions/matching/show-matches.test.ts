import { expect, test } from 'vitest'
import * as z from 'zod'
import { sendDigests } from '../../../src/actions/digests/send-digests.ts'
import { showMatches } from '../../../src/actions/matching/show-matches.ts'
import { matchOrganisations } from '../../../src/actions/organisations/match-organisations.ts'
import { createApp } from '../../../src/app.ts'
import { isoDate } from '../../../src/base/date.ts'
import { putOpportunities } from '../../../src/db/opportunity-versions.ts'
import { putOrganisations } from '../../../src/db/organisations.ts'
import { closing } from '../../../src/domain/deadline.ts'
import type { Mail } from '../../../src/domain/digest.ts'
import { anOpportunity, anOrganisation, opportunityId } from '../../support/builders.ts'
import { aRuntime } from '../../support/runtime.ts'
import { ONE_JUNE } from '../../support/sources.ts'

const Matches = z.object({
  items: z.array(z.object({ reasons: z.array(z.object({ sentence: z.string() })) })),
})

/** An organisation with three matches, and everything that shows them. */
async function aHouse() {
  const mails: Mail[] = []
  const runtime = aRuntime({
    mail: async (mail) => {
      mails.push(mail)
    },
  })
  const { db } = runtime
  const calls = ['Community kitchens', 'Lunch clubs for all', 'Kitchens of the community'].map((title, n) =>
    anOpportunity({ id: opportunityId(`call-${n}`), title, deadline: closing(isoDate('2026-08-30')) }),
  )
  const organisation = anOrganisation()
  await db.commit([
    ...putOpportunities(
      db,
      calls.map((opportunity) => ({ opportunity, changed: [], revision: 'r' })),
    ),
    ...putOrganisations(db, ONE_JUNE, [organisation]),
  ])
  await matchOrganisations(runtime)
  return { runtime, organisation, mails, calls }
}

test('the page, the API and the mail give one organisation the same reasons in the same order', async () => {
  const { runtime, organisation, mails } = await aHouse()
  const app = createApp(runtime)
  const path = `/organisations/${organisation.id}/matches`
  const api = Matches.parse(await (await app.request(`http://localhost/api/v1${path}`)).json())
  const sentences = api.items.flatMap(({ reasons }) => reasons.map(({ sentence }) => sentence))
  expect(api.items).toHaveLength(3)
  expect(sentences.length).toBeGreaterThan(8)

  const page = await (await app.request(`http://localhost${path}`)).text()
  const lists = [...page.matchAll(/<ul class="[^"]*fl-reasons">(.*?)<\/ul>/gs)].map(([, list = '']) => list)
  expect(lists.flatMap((list) => [...list.matchAll(/<li>(.*?)<\/li>/g)].map(([, words]) => words))).toEqual(
    sentences,
  )

  await sendDigests(runtime, { again: false })
  const told = [...(mails[0]?.text ?? '').matchAll(/^- (.*)$/gm)].map(([, words]) => words)
  expect(told).toEqual(sentences)
})

test('what is shown is judged as things are now, in the stored order', async () => {
  const { runtime, organisation, calls } = await aHouse()
  const show = async () => {
    const { items } = await showMatches(runtime, runtime.now(), organisation, { after: null, limit: 20 })
    return items
  }
  const before = await show()
  const first = calls.find(({ id }) => id === before[0]?.opportunity.id)
  if (!first) throw new Error('There is no match')
  const other = { ...first, version: 2, title: 'Brass bands', summary: '', description: '' }
  await runtime.db.commit(
    putOpportunities(runtime.db, [{ opportunity: other, changed: ['title'], revision: 'r2' }]),
  )
  const after = await show()
  expect(after.map(({ opportunity }) => opportunity.id)).toEqual(
    before.map(({ opportunity }) => opportunity.id),
  )
  expect(after[0]?.score).toBeLessThan(before[0]?.score ?? 0)
})

test('a mail does not tell of what the organisation may no longer apply for, though it is still listed', async () => {
  const { runtime, organisation, mails } = await aHouse()
  const { db } = runtime
  const changed = { ...organisation, legalForm: 'individual' as const, orgIds: [] }
  await db.commit([
    db.query
      .updateTable('organisations')
      .set({ profile: JSON.stringify(changed) })
      .where('id', '=', organisation.id),
  ])
  await sendDigests(runtime, { again: false })
  expect(mails).toEqual([])
})
