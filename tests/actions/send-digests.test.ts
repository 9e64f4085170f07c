import { describe, expect, test } from 'vitest'
import { sendDigests as send, sendWaitingMail } from '../../src/actions/digests/send-digests.ts'
import { writeDigests } from '../../src/actions/digests/write-digests.ts'
import { matchOrganisations } from '../../src/actions/organisations/match-organisations.ts'
import { instantOf, isoDate, LONDON } from '../../src/base/date.ts'
import type { Database } from '../../src/db/database.ts'
import { putOpportunities } from '../../src/db/opportunity-versions.ts'
import { putOrganisations } from '../../src/db/organisations.ts'
import { closing } from '../../src/domain/deadline.ts'
import type { Mail } from '../../src/domain/digest.ts'
import type { Opportunity } from '../../src/domain/opportunity.ts'
import type { Organisation } from '../../src/domain/organisation.ts'
import type { Runtime } from '../../src/runtime.ts'
import { anOpportunity, anOrganisation, opportunityId, organisationId } from '../support/builders.ts'
import { databases } from '../support/databases.ts'
import { aRuntime } from '../support/runtime.ts'

/** As the clock runs it. */
const sendDigests = (runtime: Runtime) => send(runtime, { again: false })

/** A runtime whose mails are kept, and whose day a test moves on. */
function aPost(db: Database, over: Partial<Runtime> = {}) {
  const mails: Mail[] = []
  let day = 1
  let ms = 0
  const nextDay = () => {
    day += 1
  }
  const runtime = aRuntime({
    db,
    // Time goes on: what is judged later is judged anew.
    now: () => {
      ms += 1
      return new Date(Date.UTC(2026, 5, day, 12) + ms)
    },
    newId: () => crypto.randomUUID(),
    mail: async (mail) => {
      mails.push(mail)
    },
    ...over,
  })
  return { runtime, mails, nextDay }
}

const ROLLING = { kind: 'rolling', zone: LONDON, rounds: [], note: null } as const

const put = (db: Database, opportunity: Opportunity, changed: readonly string[] = []) =>
  db.commit(putOpportunities(db, [{ opportunity, changed, revision: `r${opportunity.version}` }]))

const enrol = (db: Database, ...organisations: Organisation[]) =>
  db.commit(putOrganisations(db, instantOf(new Date('2026-06-01T00:00:00Z')), organisations))

describe.for(databases)('digests on %s', ([, open]) => {
  test('an organisation gets one mail with what is new, and then silence', async () => {
    const db = await open()
    const { runtime, mails } = aPost(db)
    await put(db, anOpportunity({ deadline: closing(isoDate('2026-09-30')) }))
    await enrol(db, anOrganisation())
    await matchOrganisations(runtime)
    expect(await sendDigests(runtime)).toMatchObject({ organisations: 1, written: 1, sent: 1, failed: 0 })
    expect(await sendDigests(runtime)).toMatchObject({ written: 0, sent: 0 })
    expect(mails).toHaveLength(1)
    expect(mails[0]).toMatchObject({
      to: 'hello@riverside.example',
      subject: expect.stringContaining('1 new'),
    })
    expect(mails[0]?.text).toContain('Community kitchens')
    expect(mails[0]?.text).toContain('http://localhost:3000/opportunities/opportunity-1')
  })

  test('a crash after the mail was written sends it at the next run, once', async () => {
    const db = await open()
    const { runtime, mails } = aPost(db)
    await put(db, anOpportunity())
    await enrol(db, anOrganisation())
    await matchOrganisations(runtime)
    await writeDigests(runtime, false, runtime.budget)
    expect(await sendDigests(runtime)).toMatchObject({ written: 0, sent: 1 })
    expect(mails).toHaveLength(1)
  })

  test('a mail that the server refused is tried again under the same Message-ID', async () => {
    const db = await open()
    const tried: string[] = []
    const { runtime, nextDay } = aPost(db, {
      mail: async ({ messageId }) => {
        tried.push(messageId)
        if (tried.length === 1) throw new Error('451 try later')
      },
    })
    await put(db, anOpportunity())
    await enrol(db, anOrganisation())
    await matchOrganisations(runtime)
    expect(await sendDigests(runtime)).toMatchObject({ sent: 0, failed: 1 })
    expect(await sendWaitingMail(runtime, { givenUp: false })).toMatchObject({ sent: 0, failed: 0 })
    nextDay()
    expect(await sendWaitingMail(runtime, { givenUp: false })).toMatchObject({ sent: 1, failed: 0 })
    expect(tried).toHaveLength(2)
    expect(new Set(tried).size).toBe(1)
  })

  test('a mail that is refused for weeks is given up, counted, and goes when somebody asks for it', async () => {
    const db = await open()
    let isDown = true
    const { runtime, nextDay } = aPost(db, {
      mail: async () => {
        if (isDown) throw new Error('421 out of order')
      },
    })
    await put(db, anOpportunity())
    await enrol(db, anOrganisation())
    await matchOrganisations(runtime)
    await sendDigests(runtime)
    for (let day = 0; day < 20; day += 1) {
      nextDay()
      await sendWaitingMail(runtime, { givenUp: false })
    }
    isDown = false
    expect(await sendWaitingMail(runtime, { givenUp: false })).toEqual({ sent: 0, failed: 0, givenUp: 1 })
    expect(await sendWaitingMail(runtime, { givenUp: true })).toEqual({ sent: 1, failed: 0, givenUp: 0 })
  })

  test('a small budget writes some today, and the next runs the rest, each once', async () => {
    const db = await open()
    const { runtime, mails } = aPost(db)
    const small = { ...runtime, budget: { ms: 60_000, statements: 60 } }
    await put(db, anOpportunity())
    const many = Array.from({ length: 12 }, (_, i) =>
      anOrganisation({ id: organisationId(`o${i}`), reference: `o${i}`, email: `o${i}@a.example` }),
    )
    await enrol(db, ...many)
    await matchOrganisations(runtime)
    expect(await sendDigests(small)).toMatchObject({ organisations: 3, written: 3, sent: 3 })
    for (let run = 0; run < 5; run += 1) await sendDigests(small)
    expect(mails.map(({ to }) => to).sort()).toEqual(many.map(({ email }) => email).sort())
  })

  test('an organisation whose data is broken keeps no other from its mail', async () => {
    const db = await open()
    const { runtime, mails } = aPost(db)
    await put(db, anOpportunity())
    await enrol(
      db,
      anOrganisation({ id: organisationId('a'), reference: 'a', email: 'a@a.example' }),
      anOrganisation({ id: organisationId('b'), reference: 'b', email: 'b@b.example' }),
    )
    await matchOrganisations(runtime)
    await db.commit([db.query.updateTable('organisations').set({ profile: '{}' }).where('id', '=', 'a')])
    expect(await sendDigests(runtime)).toMatchObject({ broken: 1, written: 1, sent: 1 })
    expect(mails.map(({ to }) => to)).toEqual(['b@b.example'])
  })

  test('a run that is asked to stop writes and sends nothing more', async () => {
    const db = await open()
    const { runtime, mails } = aPost(db, { stopping: AbortSignal.abort() })
    await put(db, anOpportunity())
    await enrol(db, anOrganisation())
    await matchOrganisations(runtime)
    await sendDigests(runtime)
    expect(mails).toEqual([])
  })

  test('one bad address stops nobody else’s mail', async () => {
    const db = await open()
    const { runtime, mails } = aPost(db)
    const bad = {
      ...runtime,
      mail: async (mail: Mail) => {
        if (mail.to.startsWith('bad')) throw new Error('550 no such box')
        mails.push(mail)
      },
    }
    await put(db, anOpportunity())
    await enrol(
      db,
      anOrganisation({ id: organisationId('a'), reference: 'a', name: 'A', email: 'bad@a.example' }),
      anOrganisation({ id: organisationId('b'), reference: 'b', name: 'B', email: 'good@b.example' }),
    )
    await matchOrganisations(bad)
    expect(await sendDigests(bad)).toMatchObject({ sent: 1, failed: 1 })
    expect(mails.map(({ to }) => to)).toEqual(['good@b.example'])
  })

  test('a moved deadline is told with both dates; a typing error put right is not', async () => {
    const db = await open()
    const { runtime, mails, nextDay } = aPost(db)
    const call = anOpportunity({ deadline: closing(isoDate('2026-09-30')) })
    await put(db, call)
    await enrol(db, anOrganisation())
    await matchOrganisations(runtime)
    await sendDigests(runtime)

    nextDay()
    const typo = { ...call, version: 2, title: 'Community kitchens (round 2)' }
    await put(db, typo, ['title'])
    await matchOrganisations(runtime)
    expect(await sendDigests(runtime)).toMatchObject({ written: 0 })

    nextDay()
    const moved = {
      ...typo,
      version: 3,
      materialVersion: 3,
      deadline: closing(isoDate('2026-10-07')),
    }
    await put(db, moved, ['deadline'])
    await matchOrganisations(runtime)
    expect(await sendDigests(runtime)).toMatchObject({ written: 1, sent: 1 })
    expect(mails[1]?.text).toContain('Deadline: was 30 September 2026, now 7 October 2026')
  })

  test('a second run on the same day sends nothing, even when something new has come', async () => {
    const db = await open()
    const { runtime, mails, nextDay } = aPost(db)
    await put(db, anOpportunity())
    await enrol(db, anOrganisation())
    await matchOrganisations(runtime)
    await sendDigests(runtime)
    await put(
      db,
      anOpportunity({ id: opportunityId('second'), title: 'Second kitchen fund', themes: ['food'] }),
    )
    await matchOrganisations(runtime)
    expect(await sendDigests(runtime)).toMatchObject({ written: 0, sent: 0 })
    nextDay()
    expect(await sendDigests(runtime)).toMatchObject({ written: 1, sent: 1 })
    expect(mails[1]?.text).toContain('Second kitchen fund')
  })

  test('a waiting mail goes to the address of today, and to nobody when there is none', async () => {
    const db = await open()
    const sentTo: string[] = []
    let isDown = true
    const { runtime, nextDay } = aPost(db, {
      mail: async ({ to }) => {
        if (isDown) throw new Error('421 out of order')
        sentTo.push(to)
      },
    })
    await put(db, anOpportunity())
    const two = ['a', 'b'].map((id) =>
      anOrganisation({ id: organisationId(id), reference: id, email: `old@${id}.example` }),
    )
    await enrol(db, ...two)
    await matchOrganisations(runtime)
    await sendDigests(runtime)
    await enrol(db, ...two.map((it) => ({ ...it, email: it.id === 'a' ? 'new@a.example' : null })))
    isDown = false
    nextDay()
    expect(await sendWaitingMail(runtime, { givenUp: false })).toMatchObject({
      sent: 1,
      failed: 1,
      givenUp: 1,
    })
    expect(sentTo).toEqual(['new@a.example'])
  })

  test('who had nothing to hear when it was run by hand is still due by the clock', async () => {
    const db = await open()
    const { runtime } = aPost(db)
    await enrol(db, anOrganisation())
    expect(await send(runtime, { again: true })).toMatchObject({ organisations: 1, written: 0 })
    await put(db, anOpportunity())
    await matchOrganisations(runtime)
    expect(await sendDigests(runtime)).toMatchObject({ written: 1, sent: 1 })
  })

  test('an organisation without an address is counted, and nothing is written for it', async () => {
    const db = await open()
    const { runtime } = aPost(db)
    await put(db, anOpportunity())
    await enrol(db, anOrganisation({ email: null }))
    await matchOrganisations(runtime)
    expect(await sendDigests(runtime)).toMatchObject({ withoutAddress: 1, written: 0 })
  })

  test('more matches than fit in one mail all arrive, none twice', async () => {
    const db = await open()
    const { runtime, mails, nextDay } = aPost(db)
    for (let i = 0; i < 60; i += 1) {
      await put(
        db,
        anOpportunity({
          id: opportunityId(`o${i}`),
          title: `Kitchen fund number ${i}.`,
          themes: ['food'],
          deadline: ROLLING,
        }),
      )
    }
    await enrol(db, anOrganisation())
    await matchOrganisations(runtime)
    for (let day = 0; day < 5; day += 1) {
      await sendDigests(runtime)
      nextDay()
    }
    const told = mails.flatMap(({ text }) =>
      [...text.matchAll(/^Kitchen fund number (\d+)\.$/gm)].map(([, n]) => n),
    )
    expect(mails).toHaveLength(3)
    expect(told).toHaveLength(60)
    expect(new Set(told).size).toBe(60)
    expect(mails[0]?.text).toContain('35 more new matches are waiting')
  })
})
