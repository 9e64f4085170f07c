import { describe, expect, test } from 'vitest'
import { sendDigests } from '../../src/actions/digests/send-digests.ts'
import { collectLabels } from '../../src/actions/feedback/collect-labels.ts'
import { giveFeedback } from '../../src/actions/feedback/give-feedback.ts'
import { labelKey } from '../../src/actions/feedback/label-key.ts'
import { withdrawFeedback } from '../../src/actions/feedback/withdraw-feedback.ts'
import { matchOrganisations } from '../../src/actions/organisations/match-organisations.ts'
import { instantOf, isoDate } from '../../src/base/date.ts'
import type { Database } from '../../src/db/database.ts'
import { listFeedback, putFeedback } from '../../src/db/feedback.ts'
import { putOpportunities } from '../../src/db/opportunity-versions.ts'
import { putOrganisations } from '../../src/db/organisations.ts'
import { closing } from '../../src/domain/deadline.ts'
import type { Mail } from '../../src/domain/digest.ts'
import type { Feedback, FeedbackGiven } from '../../src/domain/feedback.ts'
import {
  aFeedback,
  anOpportunity,
  anOrganisation,
  opportunityId,
  organisationId,
} from '../support/builders.ts'
import { databases } from '../support/databases.ts'
import { aRuntime } from '../support/runtime.ts'

const WHO = organisationId('organisation-1')
const WHAT = opportunityId('opportunity-1')
const NOT_FOR_US: FeedbackGiven = {
  opportunityId: WHAT,
  verdict: 'not_for_us',
  reason: 'too_small',
  note: null,
}
const GOOD: FeedbackGiven = { opportunityId: WHAT, verdict: 'good_match', reason: null, note: null }

/** One organisation and one call, an outbox, and days that a test moves on. */
async function aPost(db: Database) {
  const mails: Mail[] = []
  let day = 1
  let ms = 0
  const runtime = aRuntime({
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
  const put = (version: number, closesOn: string) => {
    const deadline = closing(isoDate(closesOn))
    const opportunity = anOpportunity({ version, materialVersion: version, deadline })
    const revision = `r${version}`
    return db.commit(putOpportunities(db, [{ opportunity, changed: ['deadline'], revision }]))
  }
  await put(1, '2026-09-30')
  await db.commit(putOrganisations(db, instantOf(new Date('2026-06-01T00:00:00Z')), [anOrganisation()]))
  const morning = async () => {
    day += 1
    await matchOrganisations(runtime)
    await sendDigests(runtime, { again: false })
    return mails.length
  }
  return { runtime, put, morning, mails }
}

describe.for(databases)('feedback on %s', ([, open]) => {
  test('given twice is kept once, with its first moment; another word replaces it', async () => {
    const db = await open()
    const { runtime } = await aPost(db)
    const first = await giveFeedback(runtime, WHO, NOT_FOR_US)
    expect(first.opportunity.title).toBe('Community kitchens')
    expect(await giveFeedback(runtime, WHO, NOT_FOR_US)).toEqual(first)
    const second = await giveFeedback(runtime, WHO, GOOD)
    expect(second.feedback.givenAt > first.feedback.givenAt).toBe(true)
    const { items } = await listFeedback(db, WHO, null, { after: null, limit: 10 })
    expect(items).toEqual([second])
  })

  test('of or about nobody is refused, given or taken back', async () => {
    const db = await open()
    const { runtime } = await aPost(db)
    const nobody = organisationId('nobody')
    const nothing = opportunityId('nothing')
    const refusal = (kind: string) => ({ code: 'not_found', message: expect.stringContaining(kind) })
    await expect(giveFeedback(runtime, nobody, GOOD)).rejects.toMatchObject(refusal('organisation'))
    await expect(giveFeedback(runtime, WHO, { ...GOOD, opportunityId: nothing })).rejects.toMatchObject(
      refusal('opportunity'),
    )
    await expect(withdrawFeedback(runtime, nobody, WHAT)).rejects.toMatchObject(refusal('organisation'))
    await expect(withdrawFeedback(runtime, WHO, nothing)).rejects.toMatchObject(refusal('opportunity'))
  })

  test('may be taken back twice, or though nothing was ever said', async () => {
    const db = await open()
    const { runtime } = await aPost(db)
    await withdrawFeedback(runtime, WHO, WHAT)
    await giveFeedback(runtime, WHO, NOT_FOR_US)
    await withdrawFeedback(runtime, WHO, WHAT)
    await withdrawFeedback(runtime, WHO, WHAT)
    expect((await listFeedback(db, WHO, null, { after: null, limit: 10 })).total).toBe(0)
  })

  test('keeps what is not for an organisation out of its mails, new, until it is taken back', async () => {
    const db = await open()
    const { runtime, morning } = await aPost(db)
    await giveFeedback(runtime, WHO, NOT_FOR_US)
    expect(await morning()).toBe(0)
    await withdrawFeedback(runtime, WHO, WHAT)
    expect(await morning()).toBe(1)
  })

  test('keeps the changes and the deadline of what was told before out of the mails', async () => {
    const db = await open()
    const { runtime, morning, put, mails } = await aPost(db)
    expect(await morning()).toBe(1)
    await giveFeedback(runtime, WHO, NOT_FOR_US)
    await put(2, '2026-06-10')
    expect(await morning()).toBe(1)
    await withdrawFeedback(runtime, WHO, WHAT)
    expect(await morning()).toBe(2)
    expect(mails[1]?.text).toContain('10 June 2026')
  })

  test('becomes labels: good is 2, the wrong subject 0, any other reason none', async () => {
    const db = await open()
    const { runtime } = await aPost(db)
    const ids = ['a', 'b', 'c', 'd'].map(opportunityId)
    const versions = ids.map((id) => ({ opportunity: anOpportunity({ id }), changed: [], revision: 'r1' }))
    await db.commit(putOpportunities(db, versions))
    const say = (id: string, over: Partial<Feedback>) =>
      putFeedback(db, aFeedback({ opportunityId: opportunityId(id), ...over }))
    await db.commit([
      say('a', { verdict: 'good_match', reason: null }),
      say('b', { reason: 'not_our_cause' }),
      say('c', { reason: null }),
      say('d', { reason: 'too_large' }),
    ])
    const labels = await collectLabels(runtime)
    expect(labels.grades.map(({ opportunityId: id, grade }) => [id, grade])).toEqual([
      ['a', 2],
      ['b', 0],
      ['c', 0],
    ])
    expect(labels.leftOut).toBe(1)
    expect(labels.organisations.map(({ id }) => id)).toEqual([WHO])
    expect(labels.opportunities.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  })

  test('is hidden in labels by a key that is made once', async () => {
    const { runtime } = await aPost(await open())
    const key = await labelKey(runtime)
    expect(key.length).toBeGreaterThan(30)
    expect(await labelKey(runtime)).toBe(key)
  })
})
