import { beforeEach, describe, expect, test } from 'vitest'
import { type Instant, isoDate } from '../../src/base/date.ts'
import type { Database } from '../../src/db/database.ts'
import { putOpportunities } from '../../src/db/opportunity-versions.ts'
import { putOrganisations } from '../../src/db/organisations.ts'
import { countTexts, listOpportunityTexts, listOrganisationTexts } from '../../src/db/texts.ts'
import { closing } from '../../src/domain/deadline.ts'
import type { Opportunity } from '../../src/domain/opportunity.ts'
import {
  anOpportunity,
  anOrganisation,
  aProvenance,
  opportunityId,
  organisationId,
} from '../support/builders.ts'
import { databases } from '../support/databases.ts'

const NOW = '2026-06-01T12:00:00.000Z' as Instant
const SINCE = '2024-06-01T12:00:00.000Z' as Instant
const seen = (at: string) => aProvenance({ lastCheckedAt: at as Instant })

describe.for(databases)('texts in %s', ([, open]) => {
  let db: Database
  beforeEach(async () => {
    db = await open()
  })
  const put = (...calls: Partial<Opportunity>[]) =>
    db.commit(
      putOpportunities(
        db,
        calls.map((over, n) => ({
          opportunity: anOpportunity({ id: opportunityId(`call-${n}`), ...over }),
          changed: [],
          revision: 'r1',
        })),
      ),
    )
  const calls = (page = { after: '', limit: 100 }) =>
    listOpportunityTexts(db, { now: NOW, seenSince: SINCE }, page)

  test('of an organisation are its name and what it says', async () => {
    await db.commit(
      putOrganisations(db, NOW, [
        anOrganisation({ name: 'Kitchen', whatWeDo: 'We cook', whoWeHelp: '' }),
        anOrganisation({
          id: organisationId('organisation-2'),
          reference: '2',
          name: 'Den',
          whatWeDo: '',
          whoWeHelp: 'Foxes',
        }),
      ]),
    )
    expect(await listOrganisationTexts(db, { after: '', limit: 100 })).toEqual([
      { id: 'organisation-1', text: 'Kitchen\nWe cook\n' },
      { id: 'organisation-2', text: 'Den\n\nFoxes' },
    ])
    expect(await listOrganisationTexts(db, { after: 'organisation-1', limit: 100 })).toHaveLength(1)
    expect(await listOrganisationTexts(db, { after: '', limit: 1 })).toHaveLength(1)
    expect(await countTexts(db)).toBe(2)
  })

  test('of an opportunity say a summary once that the description begins with', async () => {
    await put(
      { title: 'One', summary: 'For kitchens.', description: 'For kitchens. And halls.' },
      { title: 'Two', summary: 'In short.', description: 'At length.' },
      { title: 'Three', summary: '', description: '' },
    )
    expect((await calls()).map(({ text }) => text)).toEqual([
      'One\n\nFor kitchens. And halls.',
      'Two\nIn short.\nAt length.',
      'Three\n\n',
    ])
  })

  test('of a call that is over are read while it was seen within the time', async () => {
    const over = closing(isoDate('2024-01-31'))
    await put(
      { title: 'Over, seen lately', deadline: over, provenance: seen(SINCE) },
      { title: 'Over, long ago', deadline: over, provenance: seen('2024-06-01T11:59:59.999Z') },
      { title: 'Open, seen long ago', provenance: seen('2020-01-01T00:00:00.000Z') },
      { title: 'Withdrawn long ago', ended: 'withdrawn', provenance: seen('2020-01-01T00:00:00.000Z') },
    )
    expect((await calls()).map(({ id }) => id)).toEqual(['call-0', 'call-2'])
  })

  test('are read by their first 4,000 characters a field', async () => {
    await put({ title: 'T', summary: '', description: 'x'.repeat(5_000) })
    expect((await calls())[0]?.text).toBe(`T\n\n${'x'.repeat(4_000)}`)
  })
})
