import { describe, expect, test } from 'vitest'
import { collectOpportunities } from '../../src/actions/opportunities/collect.ts'
import { listSources } from '../../src/actions/sources/list-sources.ts'
import { showSource } from '../../src/actions/sources/show-source.ts'
import type { Database } from '../../src/db/database.ts'
import type { SourceEntry } from '../../src/domain/source.ts'
import { aSource } from '../support/builders.ts'
import { databases } from '../support/databases.ts'
import { aRuntime } from '../support/runtime.ts'

const HEAD = 'key,title,funder,url,closes_on,summary'
const row = (n: number, closes: string) =>
  `${n},Call ${n},The Example Fund,https://fund.example/${n},${closes},For kitchens`

/** A list with so many calls, all with that closing date, empty for none. */
const listOf = (n: number, closes = '2026-06-30') =>
  [HEAD, ...Array.from({ length: n }, (_, i) => row(i + 1, closes))].join('\n')

/** A list that is read every hour, with what it has in turn; the last again and again. */
function aList(db: Database, answers: readonly string[], sources: readonly SourceEntry[]) {
  let now = Date.parse('2026-06-01T12:05:00Z')
  let asked = 0
  const runtime = aRuntime({
    db,
    now: () => new Date(now),
    newId: () => crypto.randomUUID(),
    registry: { sample: false, sources },
    fetch: async () => new Response(answers[Math.min(asked++, answers.length - 1)] ?? ''),
  })
  return {
    runtime,
    async run(hours = 1) {
      for (let hour = 0; hour < hours; hour++) {
        await collectOpportunities(runtime, { only: null, evenIfNotDue: false })
        now += 3_600_000
      }
    },
  }
}
const HOURLY = aSource({ everyHours: 1 })

describe.for(databases)('the health of sources in %s', ([, open]) => {
  test('is told of every source of the registry, those that are off or were never read too', async () => {
    const off = aSource({ id: 'off', enabled: false, verified: false })
    const { runtime, run } = aList(await open(), [listOf(3)], [HOURLY, off])
    const before = await listSources(runtime)
    expect(before).toMatchObject([
      { health: null, open: 0, nextAt: '2026-06-01T13:05:00.000Z' },
      { health: null, open: 0, nextAt: null },
    ])
    await run()
    const [state, other] = await listSources(runtime)
    expect(state).toMatchObject({
      open: 3,
      health: {
        lastGoodAt: '2026-06-01T12:05:00.000Z',
        waiting: 0,
        lastRun: {
          counts: { seen: 3, new: 3 },
          facts: { opportunities: 3, deadline: 3, applyUrl: 0 },
          open: 3,
        },
      },
      drift: { fell: null, gone: [] },
    })
    expect(other).toMatchObject({ health: null, nextAt: null })
  })

  test('a fact that stops to appear is told, and not before there are enough items', async () => {
    const { runtime, run } = aList(await open(), [listOf(60), listOf(60, '')], [HOURLY])
    await run()
    expect((await listSources(runtime))[0]?.drift.gone).toEqual([])
    await run()
    expect((await listSources(runtime))[0]?.drift.gone).toMatchObject([
      { fact: 'deadline', had: 60, ofEarlier: 60, have: 0, ofRecent: 60 },
    ])
  })

  test('open opportunities that become few are told', async () => {
    const lists = [listOf(30), listOf(30), listOf(30), listOf(30, '2026-05-01')]
    const { runtime, run } = aList(await open(), lists, [HOURLY])
    await run(3)
    expect((await listSources(runtime))[0]?.drift.fell).toBeNull()
    await run()
    expect((await listSources(runtime))[0]?.drift.fell).toEqual({ what: 'open', from: 30, to: 0 })
  })

  test('a list that becomes empty is told at once, and for as long as it is empty', async () => {
    const { runtime, run } = aList(await open(), [listOf(4), HEAD], [HOURLY])
    const drift = async () => (await listSources(runtime))[0]?.drift.fell
    await run()
    expect(await drift()).toBeNull()
    for (const _ of [1, 2, 3]) {
      await run()
      expect(await drift()).toEqual({ what: 'items', from: 4, to: 0 })
    }
  })

  test('one source is shown with its last runs, newest first, and why records wait', async () => {
    const bad = `${HEAD}\n1,,The Example Fund,https://fund.example/1,2026-06-30,`
    const { runtime, run } = aList(await open(), [listOf(2), bad], [HOURLY])
    await run(2)
    const { runs, reasons, state } = await showSource(runtime, HOURLY.id)
    expect(runs.map(({ counts }) => counts.quarantined)).toEqual([1, 0])
    expect(reasons).toMatchObject([{ n: 1, reason: expect.stringContaining('title') }])
    expect(state.health?.waiting).toBe(1)
  })

  test('a source that is not in the registry is not there', async () => {
    await expect(showSource(aRuntime({ db: await open() }), 'none')).rejects.toThrow(
      'There is no source none',
    )
  })

  test('a wrong entry in the registry is a run that failed, with what is wrong', async () => {
    const wrong = aSource({ id: 'wrong', connector: 'telepathy' })
    const { runtime, run } = aList(await open(), [''], [wrong])
    await run()
    const [state] = await listSources(runtime)
    expect(state?.health?.lastRun).toMatchObject({
      error: expect.stringContaining('telepathy'),
      finished: false,
    })
  })
})
