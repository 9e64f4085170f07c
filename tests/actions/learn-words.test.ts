import { describe, expect, test } from 'vitest'
import { learnWords } from '../../src/actions/matching/learn-words.ts'
import type { Instant } from '../../src/base/date.ts'
import type { Log } from '../../src/base/log.ts'
import { findLearnt, MOST_BYTES } from '../../src/db/learnt.ts'
import { putOpportunities } from '../../src/db/opportunity-versions.ts'
import { putOrganisations } from '../../src/db/organisations.ts'
import type { Opportunity } from '../../src/domain/opportunity.ts'
import { readWordTable } from '../../src/matching/words/word-table.ts'
import type { Runtime } from '../../src/runtime.ts'
import { anOpportunity, anOrganisation, opportunityId, organisationId } from '../support/builders.ts'
import { databases } from '../support/databases.ts'
import { aRuntime } from '../support/runtime.ts'
import { TOPIC_TEXTS } from '../support/texts.ts'

const AT = '2026-06-01T12:00:00.000Z' as Instant

/** Stores as many organisations, each with a text of its own. */
const putMany = ({ db }: Runtime, count: number) =>
  db.commit(
    putOrganisations(
      db,
      AT,
      Array.from({ length: count }, (_, n) =>
        anOrganisation({
          id: organisationId(`organisation-${n}`),
          reference: `r${n}`,
          name: `Friends ${n}`,
          whatWeDo: TOPIC_TEXTS[n % TOPIC_TEXTS.length] ?? '',
          whoWeHelp: '',
        }),
      ),
    ),
  )

const putCalls = ({ db }: Runtime, calls: readonly Partial<Opportunity>[]) =>
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

const wordsOf = async ({ db }: Runtime) => {
  const learnt = await findLearnt(db, 'words')
  return learnt && readWordTable(JSON.parse(learnt.body)).words
}

describe.for(databases)('learning from what is stored, on %s', ([, open]) => {
  test('keeps a table of the words of organisations and opportunities', async () => {
    const runtime = aRuntime({ db: await open() })
    await putMany(runtime, 498)
    await putCalls(runtime, [{ title: 'Grants for zumbling' }, { title: 'More zumbling' }])
    expect(await learnWords(runtime)).toEqual({ texts: 500, words: expect.any(Number) })
    expect(await findLearnt(runtime.db, 'words')).toMatchObject({ texts: 500, learntAt: AT })
    const words = await wordsOf(runtime)
    expect(words?.has('zumbl')).toBe(true)
    expect(words?.get('glimmerwick')?.about.length).toBeGreaterThan(0)
  })
})

describe('learning', () => {
  test('does nothing from 499 different texts, and says so', async () => {
    const said: unknown[] = []
    const log: Log = { info: (event, facts) => said.push([event, facts]), error: () => {} }
    const runtime = aRuntime({ log })
    await putMany(runtime, 499)
    expect(await learnWords(runtime)).toEqual({ texts: 499, words: 0 })
    expect(await wordsOf(runtime)).toBeUndefined()
    expect(said).toEqual([['words.not_learnt', { texts: 499, needed: 500 }]])
  })

  test('counts a text once that several calls share', async () => {
    const runtime = aRuntime()
    await putMany(runtime, 498)
    await putCalls(runtime, [{ title: 'The same' }, { title: 'The same' }, { title: 'The same' }])
    expect(await learnWords(runtime)).toEqual({ texts: 499, words: 0 })
  })

  test('leaves what was learnt before when there is too little, or when told to stop', async () => {
    const runtime = aRuntime()
    await putMany(runtime, 600)
    await learnWords(runtime)
    const before = await findLearnt(runtime.db, 'words')
    const later = { ...runtime, now: () => new Date('2026-06-08T12:00:00Z') }
    const stopped = await learnWords({ ...later, stopping: AbortSignal.abort() })
    expect(stopped).toEqual({ texts: 0, words: 0 })
    expect(await findLearnt(runtime.db, 'words')).toEqual(before)
    await learnWords(later)
    expect((await findLearnt(runtime.db, 'words'))?.learntAt).toBe('2026-06-08T12:00:00.000Z')
  })

  test('gives the same table a second time', async () => {
    const runtime = aRuntime()
    await putMany(runtime, 600)
    await learnWords(runtime)
    const first = await findLearnt(runtime.db, 'words')
    await learnWords(runtime)
    expect(await findLearnt(runtime.db, 'words')).toEqual(first)
  })

  test('reads more than one page', async () => {
    const runtime = aRuntime()
    await putMany(runtime, 1_001)
    const heard: unknown[] = []
    await learnWords({ ...runtime, progress: (...step) => heard.push(step) })
    expect(heard).toEqual([
      ['Reading texts', 1_000, 1_001],
      ['Reading texts', 1_001, 1_001],
    ])
  })

  test('keeps at most 20,000 texts: of more it reads every second', async () => {
    const runtime = aRuntime()
    await putMany(runtime, 20_001)
    expect(await learnWords(runtime)).toMatchObject({ texts: 10_001 })
  })

  test('stores no more than D1 takes, however many words there are', async () => {
    const runtime = aRuntime()
    const wordOf = (n: number) =>
      `${String(n).replace(/\d/g, (digit) => 'bcdfghjklm'.charAt(Number(digit)))}${'q'.repeat(32)}`
    // Each word stands in two texts, so that its rarity is known.
    const whatWeDo = (n: number) =>
      Array.from({ length: 100 }, (_, at) => wordOf((n >> 1) * 100 + at)).join(' ')
    const many = Array.from({ length: 1_400 }, (_, n) =>
      anOrganisation({
        id: organisationId(`o${n}`),
        reference: `r${n}`,
        name: `Friends ${n}`,
        whatWeDo: whatWeDo(n),
      }),
    )
    await runtime.db.commit(putOrganisations(runtime.db, AT, many))
    await learnWords(runtime)
    const bytes = Buffer.byteLength((await findLearnt(runtime.db, 'words'))?.body ?? '')
    expect(bytes).toBeLessThanOrEqual(MOST_BYTES)
    expect(bytes).toBeGreaterThan(MOST_BYTES - 100)
  })
})
