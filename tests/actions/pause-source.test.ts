import { describe, expect, test } from 'vitest'
import { collectAwards } from '../../src/actions/awards/collect.ts'
import { collectOpportunities } from '../../src/actions/opportunities/collect.ts'
import { listSources } from '../../src/actions/sources/list-sources.ts'
import { startAgain } from '../../src/actions/sources/start-again.ts'
import { tellOperator } from '../../src/actions/sources/tell-operator.ts'
import { readConfig } from '../../src/config.ts'
import type { Database } from '../../src/db/database.ts'
import { listFailures, listPauses } from '../../src/db/source-pauses.ts'
import type { Mail } from '../../src/domain/digest.ts'
import type { SourceEntry } from '../../src/domain/source.ts'
import type { Runtime } from '../../src/runtime.ts'
import { aPackage, aRelease } from '../fixtures/ocds/releases.ts'
import { aSource } from '../support/builders.ts'
import { databases, openTestSqlite } from '../support/databases.ts'
import { aRuntime } from '../support/runtime.ts'
import { anOcdsSource } from '../support/sources.ts'

const SETTINGS = { windowHours: 48, lookbackDays: 1, overlapMinutes: 0, paceMs: 0 }
const SOURCE = anOcdsSource({ everyHours: 1, settings: SETTINGS })
const TO = readConfig({ FUNDLOCAL_OPERATOR_EMAIL: 'operator@council.example' })

type Answer = 'good' | 'bad' | 'busy' | 'busy for days' | 'good then bad' | 'good then busy'
const bad = () => new Response('{"exception":"unknown parameter"}', { status: 400 })
const busy = (seconds = 600) => new Response('', { status: 429, headers: { 'Retry-After': String(seconds) } })
const good = (next?: string) => new Response(aPackage([aRelease({ ocid: 'a', id: 'a-1' })], next))

/** @param isNext - whether it is the second page that is asked for */
function answerTo(answer: Answer, isNext: boolean): Response {
  if (answer === 'good') return good()
  if (answer === 'busy for days') return busy(48 * 3600)
  if (answer === 'busy' || (isNext && answer === 'good then busy')) return busy()
  return answer === 'bad' || isNext ? bad() : good(`${SOURCE.url}?cursor=b`)
}

/** A source that is collected every hour, with an answer for each. */
function aService(db: Database, over: Partial<Runtime> = {}, sources: readonly SourceEntry[] = [SOURCE]) {
  let now = Date.parse('2026-06-01T00:05:00Z')
  let answer: Answer = 'good'
  const mails: Mail[] = []
  const errors: string[] = []
  const world = { asked: 0, mailServer: 'up' as 'up' | 'down', mails, errors, runtime: aRuntime() }
  world.runtime = aRuntime({
    db,
    config: TO,
    now: () => new Date(now),
    newId: () => crypto.randomUUID(),
    registry: { sample: false, sources },
    log: { info: () => {}, error: (event, error) => errors.push(`${event}: ${error}`) },
    mail: async (mail) => {
      if (world.mailServer === 'down') throw new Error('The mail server is down')
      mails.push(mail)
    },
    async fetch(input) {
      world.asked += 1
      return answerTo(answer, String(input).includes('cursor'))
    },
    ...over,
  })
  const collect = (only: string | null = null) =>
    collectOpportunities(world.runtime, { only, evenIfNotDue: only !== null })
  const hours = async (n: number, next: Answer) => {
    answer = next
    for (let hour = 0; hour < n; hour++) {
      await collect()
      now += 3_600_000
    }
  }
  /** Lets the clock tick until it has been asked so often; nine hours are longer than any wait. */
  const tries = async (...answers: readonly Answer[]) => {
    for (const next of answers) {
      answer = next
      for (let hour = 0; hour < 9; hour++) {
        const { sources } = await collect()
        now += 3_600_000
        if (sources !== 0) break
      }
    }
  }
  const byHand = async (next: Answer) => {
    answer = next
    await collect(SOURCE.id)
    now += 3_600_000
  }
  return Object.assign(world, { hours, tries, byHand, collect })
}
const paused = async (db: Database) => (await listPauses(db)).map(({ sourceId }) => sourceId)

describe.for(databases)('a source that keeps failing, in %s', ([, open]) => {
  test('is paused with the fifth failure in a row and not with the fourth', async () => {
    const db = await open()
    const { tries } = aService(db)
    await tries('bad', 'bad', 'bad', 'bad')
    expect(await paused(db)).toEqual([])
    await tries('bad')
    expect(await paused(db)).toEqual([SOURCE.id])
    const [pause] = await listPauses(db)
    expect(pause?.failures.map(({ at }) => at.slice(11, 16))).toEqual([
      '15:05',
      '07:05',
      '03:05',
      '01:05',
      '00:05',
    ])
    expect(pause?.failures[0]?.error).toContain('notices.example')
  })

  test('is not paused by a night in which it is down, and says when it is tried next', async () => {
    const db = await open()
    const service = aService(db)
    const nextAt = async () => (await listSources(service.runtime))[0]?.nextAt?.slice(11, 16)
    await service.hours(1, 'good')
    await service.hours(10, 'bad')
    expect(await paused(db)).toEqual([])
    expect((await listFailures(db, SOURCE.id, 10)).map(({ at }) => at.slice(11, 16))).toEqual([
      '08:05',
      '04:05',
      '02:05',
      '01:05',
    ])
    expect(await nextAt()).toBe('16:05')
    await service.hours(6, 'good')
    expect(await listFailures(db, SOURCE.id, 10)).toEqual([])
    expect(await nextAt()).toBe('18:05')
  })

  test('begins to count afresh after a harvest that went well', async () => {
    const db = await open()
    const { tries } = aService(db)
    await tries('bad', 'bad', 'bad', 'bad', 'good', 'bad', 'bad', 'bad', 'bad')
    expect(await paused(db)).toEqual([])
    expect(await listFailures(db, SOURCE.id, 10)).toHaveLength(4)
    await tries('bad')
    expect(await paused(db)).toEqual([SOURCE.id])
  })

  test('that asks for silence in between has neither failed nor gone well', async () => {
    const db = await open()
    const { tries } = aService(db)
    await tries('bad', 'bad', 'busy', 'busy', 'bad', 'busy', 'bad')
    expect(await paused(db)).toEqual([])
    await tries('bad')
    expect(await paused(db)).toEqual([SOURCE.id])
  })

  test('that has only asked for silence for a day has failed each time since, and is paused and told', async () => {
    const db = await open()
    const service = aService(db)
    await service.hours(24, 'busy')
    expect(await listFailures(db, SOURCE.id, 10)).toEqual([])
    await service.hours(15, 'busy')
    expect(await paused(db)).toEqual([])
    await service.hours(1, 'busy')
    expect(await paused(db)).toEqual([SOURCE.id])
    const [pause] = await listPauses(db)
    // After a day of 1 June, with the waits that follow any failure.
    expect(pause?.failures.map(({ at }) => at.slice(8, 16))).toEqual([
      '02T15:05',
      '02T07:05',
      '02T03:05',
      '02T01:05',
      '02T00:05',
    ])
    expect(pause?.failures[0]?.error).toMatch(
      /^notices\.example asks for no more requests until .*, and has sent nothing since 1 June 2026/,
    )
    expect(service.mails).toHaveLength(1)
    await startAgain(service.runtime, SOURCE.id)
    await service.hours(1, 'good')
    await service.hours(24, 'busy')
    expect(await listFailures(db, SOURCE.id, 10)).toEqual([])
  })

  test('that sends a page between its silences is never paused', async () => {
    const db = await open()
    const { hours } = aService(db)
    for (let round = 0; round < 3; round += 1) {
      await hours(22, 'busy')
      await hours(1, 'good then busy')
      await hours(22, 'busy')
      await hours(1, 'good')
    }
    expect(await listFailures(db, SOURCE.id, 10)).toEqual([])
    expect(await paused(db)).toEqual([])
  })

  test('that is asked by hand in a silence has not failed', async () => {
    const db = await open()
    const { hours, byHand } = aService(db)
    await hours(24, 'busy')
    for (let time = 0; time < 6; time += 1) await byHand('busy for days')
    expect((await listFailures(db, SOURCE.id, 10)).map(({ at }) => at.slice(8, 16))).toEqual(['02T00:05'])
  })

  test('has failed when it fails after a page that was stored', async () => {
    const db = await open()
    const { tries } = aService(db)
    await tries(...Array<Answer>(5).fill('good then bad'))
    expect(await paused(db)).toEqual([SOURCE.id])
  })

  test('is not asked while it is paused, and is again when a person starts it', async () => {
    const db = await open()
    const service = aService(db)
    await service.tries(...Array<Answer>(5).fill('bad'))
    const { asked } = service
    await service.tries('good', 'good')
    expect(service.asked).toBe(asked)
    expect(await service.collect()).toMatchObject({ sources: 0, paused: 1 })
    await startAgain(service.runtime, SOURCE.id)
    expect(await paused(db)).toEqual([])
    await service.tries('bad', 'bad', 'bad', 'bad')
    expect(await paused(db)).toEqual([])
    await service.tries('bad')
    expect(await paused(db)).toEqual([SOURCE.id])
    expect(service.mails).toHaveLength(2)
  })

  test('that a person tries by hand starts again only when it works', async () => {
    const db = await open()
    const { tries, byHand } = aService(db)
    await tries(...Array<Answer>(5).fill('bad'))
    await byHand('bad')
    expect(await paused(db)).toEqual([SOURCE.id])
    await byHand('good')
    expect(await paused(db)).toEqual([])
  })

  test('is told to the operator once, whatever happens after', async () => {
    const db = await open()
    const { tries, byHand, mails } = aService(db)
    await tries(...Array<Answer>(5).fill('bad'))
    expect(mails).toMatchObject([
      { to: 'operator@council.example', subject: 'Source paused: Example Notices' },
    ])
    expect(mails[0]?.text.match(/^- .*notices\.example/gm)).toHaveLength(5)
    await tries('bad', 'bad')
    await byHand('bad')
    expect(mails).toHaveLength(1)
    expect((await listPauses(db))[0]?.toldAt).toBe('2026-06-01T15:05:00.000Z')
  })

  test('is told at a later run when the mail server was down, under the same Message-ID', async () => {
    const db = await open()
    const service = aService(db)
    service.mailServer = 'down'
    await service.tries(...Array<Answer>(6).fill('bad'))
    expect((await listPauses(db))[0]?.toldAt).toBeNull()
    expect(service.errors).toContain('operator.not_told: Error: The mail server is down')
    service.mailServer = 'up'
    await service.tries('bad', 'bad')
    const [pause] = await listPauses(db)
    expect(service.mails.map(({ messageId }) => messageId)).toEqual([`<pause-${pause?.id}@localhost>`])
  })

  test('is told once when two jobs come to it at the same moment', async () => {
    const db = await open()
    const service = aService(db)
    service.mailServer = 'down'
    await service.tries(...Array<Answer>(5).fill('bad'))
    const sent: string[] = []
    const slow = {
      ...service.runtime,
      mail: async ({ messageId }: Mail) => {
        sent.push(messageId ?? '')
        await new Promise((resolve) => setTimeout(resolve, 20))
      },
    }
    const told = await Promise.all([tellOperator(slow), tellOperator(slow), tellOperator(slow)])
    expect(told.toSorted()).toEqual([0, 0, 1])
    expect(sent).toHaveLength(1)
    expect(await tellOperator(slow)).toBe(0)
  })

  test('is told again, under the same Message-ID, only when the process died after the mail', async () => {
    const db = await open()
    const service = aService(db)
    service.mailServer = 'down'
    await service.tries(...Array<Answer>(5).fill('bad'))
    service.mailServer = 'up'
    let commits = 0
    const dying: Database = {
      query: db.query,
      commit(statements) {
        commits += 1
        // The claim is stored; then the process is gone.
        return commits === 1 ? db.commit(statements) : Promise.reject(new Error('Killed'))
      },
    }
    await expect(tellOperator({ ...service.runtime, db: dying })).rejects.toThrow('Killed')
    expect(service.mails).toHaveLength(1)
    // While the claim may still be held, nobody else tells.
    expect(await tellOperator(service.runtime)).toBe(0)
    await service.tries('bad', 'bad')
    const ids = service.mails.map(({ messageId }) => messageId)
    expect(ids).toEqual([ids[0], ids[0]])
    expect((await listPauses(db))[0]?.toldAt).not.toBeNull()
  })
})

test('without an address the log says it as an error, with what went wrong', async () => {
  const db = openTestSqlite()
  const { tries, mails, errors } = aService(db, { config: readConfig({}) })
  await tries(...Array<Answer>(7).fill('bad'))
  expect(mails).toEqual([])
  expect(errors.filter((line) => line.startsWith('source.paused'))).toHaveLength(1)
  expect(errors.join()).toContain('answered 400')
})

test('of a source of awards, mail and list of sources name the job that reads it and its minute', async () => {
  const db = openTestSqlite()
  const awards = aSource({ id: 'awards', connector: '360giving-file', url: 'https://awards.example/a.json' })
  const { runtime, mails } = aService(db, { fetch: async () => bad() }, [awards])
  expect(await listSources(runtime)).toMatchObject([{ nextAt: '2026-06-01T00:50:00.000Z' }])
  for (let i = 0; i < 5; i++) await collectAwards(runtime, { only: 'awards', evenIfNotDue: true })
  expect(await paused(db)).toEqual(['awards'])
  expect(mails.map(({ text }) => text.match(/npm run job -- .*/)?.[0])).toEqual([
    'npm run job -- collect-awards awards',
  ])
  expect(await listSources(runtime)).toMatchObject([{ job: { name: 'collect-awards' }, nextAt: null }])
})

test('an entry that is wrong is paused too, and the others are read on', async () => {
  const db = openTestSqlite()
  const wrong = anOcdsSource({ id: 'wrong', everyHours: 1, settings: { limit: 'many' } })
  const service = aService(db, {}, [wrong, SOURCE])
  await service.hours(17, 'good')
  expect(await paused(db)).toEqual(['wrong'])
  expect(service.asked).toBe(17)
  expect(service.mails[0]?.text).toContain('limit')
})

test('a harvest that was killed between its pages counts for nothing', async () => {
  const db = openTestSqlite()
  const service = aService(db)
  await service.tries('bad', 'bad', 'bad', 'bad')
  let commits = 0
  const dying: Database = {
    query: db.query,
    commit(statements) {
      commits += 1
      // The first page is stored; then the process is gone.
      return commits === 1 ? db.commit(statements) : Promise.reject(new Error('Killed'))
    },
  }
  const killed = aService(dying)
  await killed.byHand('good then bad')
  expect(commits).toBeGreaterThan(1)
  expect(await paused(db)).toEqual([])
  expect(await listFailures(db, SOURCE.id, 10)).toHaveLength(4)
  await service.tries('bad')
  expect(await paused(db)).toEqual([SOURCE.id])
})

test('a source that is not in the registry cannot be started', async () => {
  await expect(startAgain(aService(openTestSqlite()).runtime, 'none')).rejects.toThrow(
    'There is no source none',
  )
})
