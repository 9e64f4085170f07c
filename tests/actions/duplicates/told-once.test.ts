import { beforeEach, describe, expect, test } from 'vitest'
import { sendDigests } from '../../../src/actions/digests/send-digests.ts'
import { decidePair } from '../../../src/actions/duplicates/decide-pair.ts'
import { findDuplicates } from '../../../src/actions/duplicates/find-duplicates.ts'
import { undoDecision } from '../../../src/actions/duplicates/undo-decision.ts'
import { giveFeedback } from '../../../src/actions/feedback/give-feedback.ts'
import { withdrawFeedback } from '../../../src/actions/feedback/withdraw-feedback.ts'
import { matchOrganisations } from '../../../src/actions/organisations/match-organisations.ts'
import { instantOf, isoDate } from '../../../src/base/date.ts'
import type { Database } from '../../../src/db/database.ts'
import { countHidden, listAllFeedback, listFeedback } from '../../../src/db/feedback.ts'
import { listMatches } from '../../../src/db/matches.ts'
import { putOpportunities } from '../../../src/db/opportunity-versions.ts'
import { putOrganisations } from '../../../src/db/organisations.ts'
import { closing } from '../../../src/domain/deadline.ts'
import type { Mail } from '../../../src/domain/digest.ts'
import type { Opportunity } from '../../../src/domain/opportunity.ts'
import type { Runtime } from '../../../src/runtime.ts'
import { anOpportunity, anOrganisation, aProvenance, opportunityId } from '../../support/builders.ts'
import { databases } from '../../support/databases.ts'
import { aRuntime } from '../../support/runtime.ts'

const A = opportunityId('a')
const B = opportunityId('b')
const C = opportunityId('c')
const US = anOrganisation().id
const ALL = { after: null, limit: 50 }
const SEPTEMBER = closing(isoDate('2026-09-30'))

/** The record called a is seen first, so it is shown, unless the other says more. */
const aRecord = (id: 'a' | 'b' | 'c', over: Partial<Opportunity> = {}): Opportunity =>
  anOpportunity({
    id: opportunityId(id),
    title: `Community kitchens${id === 'a' ? '' : ' fund'}`,
    deadline: SEPTEMBER,
    provenance: aProvenance({ sourceId: `source-${id}`, key: id }),
    ...over,
  })

describe.for(databases)('who was told of one record on %s', ([, open]) => {
  let db: Database
  let runtime: Runtime
  let mails: Mail[]
  let day: number

  beforeEach(async () => {
    db = await open()
    mails = []
    day = 1
    let ms = 0
    runtime = aRuntime({
      db,
      now: () => {
        ms += 1
        return new Date(Date.UTC(2026, 5, day, 12) + ms)
      },
      newId: () => crypto.randomUUID(),
      mail: async (mail) => {
        mails.push(mail)
      },
    })
    await db.commit(putOrganisations(db, instantOf(new Date('2026-06-01T00:00:00Z')), [anOrganisation()]))
  })

  const put = (opportunity: Opportunity, changed: readonly string[] = []) =>
    db.commit(putOpportunities(db, [{ opportunity, changed, revision: `r${opportunity.version}` }]))

  /** A night: duplicates, matches, digests. @returns the text of each mail that it sent */
  async function night({ compare = true } = {}): Promise<string[]> {
    day += 1
    const before = mails.length
    if (compare) await findDuplicates(runtime)
    await matchOrganisations(runtime)
    await sendDigests(runtime, { again: false })
    return mails.slice(before).map(({ text }) => text)
  }
  const matches = async () =>
    (await listMatches(db, instantOf(runtime.now()), US, ALL)).items.map(({ opportunity }) => opportunity.id)

  test('hears nothing new when the other comes to stand for it, and of what changes in that', async () => {
    await put(aRecord('b'))
    expect(await night()).toHaveLength(1)
    await put(aRecord('a'))
    expect(await night()).toEqual([])
    expect(await matches()).toEqual(['a'])

    const moved = { version: 2, materialVersion: 2, deadline: closing(isoDate('2026-10-07')) }
    await put(aRecord('a', moved), ['deadline'])
    const [told, ...more] = await night()
    expect(told).toContain('Deadline: was 30 September 2026, now 7 October 2026')
    expect(more).toEqual([])
    await put(aRecord('b', moved), ['deadline'])
    expect(await night()).toEqual([])
  })

  test('hears nothing of a withdrawal while the other is offered, and of it once nobody offers it', async () => {
    await put(aRecord('a'))
    await put(aRecord('b'))
    expect(await night()).toHaveLength(1)
    await put(aRecord('a', { version: 2, materialVersion: 2, ended: 'withdrawn' }), ['ended'])
    expect(await night()).toEqual([])
    expect(await matches()).toEqual(['b'])
    await put(aRecord('b', { version: 2, materialVersion: 2, ended: 'withdrawn' }), ['ended'])
    const [told] = await night()
    expect(told).toContain('Status: was Open, now Withdrawn')
  })

  test('hears of both when they were told to be two before anybody was told', async () => {
    await put(aRecord('a'))
    await put(aRecord('b'))
    await findDuplicates(runtime)
    await undoDecision(runtime, A, B)
    const [told] = await night()
    expect(told).toContain('/opportunities/a')
    expect(told).toContain('/opportunities/b')
  })

  test('hears after an undo only of the one that was never told', async () => {
    await put(aRecord('a'))
    await night()
    await put(aRecord('b'))
    expect(await night()).toEqual([])
    await undoDecision(runtime, A, B)
    const [told] = await night()
    expect(told).toContain('/opportunities/b')
    expect(told).not.toContain('/opportunities/a')
    expect(await night()).toEqual([])
  })

  test('hears nothing new when a source lists the call again under another key', async () => {
    await put(aRecord('a'))
    await put(aRecord('b'))
    expect(await night()).toHaveLength(1)
    const again = aRecord('c', { provenance: aProvenance({ sourceId: 'source-a', key: 'c' }) })
    await put(again)
    expect(await night()).toEqual([])
    expect((await matches()).sort()).toEqual(['a', 'c'])

    const moved = { version: 2, materialVersion: 2, deadline: closing(isoDate('2026-10-07')) }
    const later = aProvenance({
      sourceId: 'source-a',
      key: 'c',
      lastChangedAt: instantOf(new Date(Date.UTC(2026, 5, day, 13))),
    })
    await put({ ...again, ...moved, provenance: later }, ['deadline'])
    const [told, ...more] = await night()
    expect(told).toContain('Deadline: was 30 September 2026, now 7 October 2026')
    expect(more).toEqual([])
  })

  test('hears of what was the same as a hidden one once a person has said that it is another', async () => {
    await put(aRecord('a'))
    await put(aRecord('b'))
    await night()
    await put(aRecord('c', { provenance: aProvenance({ sourceId: 'source-a', key: 'c' }) }))
    expect(await night()).toEqual([])
    await decidePair(runtime, B, C, 'kept_apart')
    const [told] = await night()
    expect(told).toContain('/opportunities/c')
    expect(told).not.toContain('/opportunities/a')
  })

  test('has the one that is hidden among its matches no more, before they are made again', async () => {
    await put(aRecord('a'))
    await put(aRecord('b'))
    await night({ compare: false })
    expect((await matches()).sort()).toEqual(['a', 'b'])
    await findDuplicates(runtime)
    expect(await matches()).toEqual(['a'])
  })

  test('hears once of a day that comes near, whichever record is shown then', async () => {
    await put(aRecord('b', { deadline: closing(isoDate('2026-06-12')) }))
    expect(await night()).toHaveLength(1)
    await put(aRecord('a', { deadline: closing(isoDate('2026-06-12')) }))
    expect(await night()).toEqual([])
  })

  test('keeps what it said: what is not for it stays hidden, is said of the one shown, and undo gives it back', async () => {
    const said = { opportunityId: B, verdict: 'not_for_us', reason: 'too_small', note: 'Later' } as const
    await put(aRecord('b'))
    await night()
    await giveFeedback(runtime, US, said)
    await put(aRecord('a'))
    expect(await night()).toEqual([])
    expect(await matches()).toEqual([])
    expect(await countHidden(db, US)).toBe(1)
    const { items, total } = await listFeedback(db, US, 'not_for_us', ALL)
    expect(total).toBe(1)
    expect(items[0]).toMatchObject({
      feedback: { opportunityId: 'a', reason: 'too_small', note: 'Later' },
      opportunity: { id: 'a' },
    })
    await undoDecision(runtime, A, B)
    await night()
    expect(await matches()).toEqual(['a'])
    expect((await listFeedback(db, US, null, ALL)).items.map(({ opportunity }) => opportunity.id)).toEqual([
      'b',
    ])
  })

  test('is taken at its last word where it said two things, and at none when it takes it back', async () => {
    await put(aRecord('a'))
    await put(aRecord('b', { url: 'https://fund.example/other', deadline: closing(isoDate('2026-09-29')) }))
    await night({ compare: false })
    const say = (opportunityId: typeof A, verdict: 'good_match' | 'not_for_us') =>
      giveFeedback(runtime, US, { opportunityId, verdict, reason: null, note: null })
    await say(A, 'not_for_us')
    await say(B, 'good_match')
    await put(aRecord('b', { version: 2 }), ['deadline', 'url'])
    await night()
    expect(await matches()).toEqual(['a'])
    const all = await listAllFeedback(db, ALL)
    expect(all.total).toBe(1)
    expect(all.items[0]).toMatchObject({ feedback: { opportunityId: 'a', verdict: 'good_match' } })

    // Said by the address of the one that is hidden.
    expect(await say(B, 'not_for_us')).toMatchObject({ feedback: { opportunityId: 'a' } })
    expect(await matches()).toEqual([])
    await withdrawFeedback(runtime, US, B)
    expect(await matches()).toEqual(['a'])
    expect((await listFeedback(db, US, null, ALL)).total).toBe(0)
  })
})
