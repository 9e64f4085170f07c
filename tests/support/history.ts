import { matchOrganisations } from '../../src/actions/organisations/match-organisations.ts'
import { rematchOrganisations } from '../../src/actions/organisations/rematch.ts'
import { dayOf, instantOf } from '../../src/base/date.ts'
import { chanceOf } from '../../src/commands/soak/chance.ts'
import type { Database } from '../../src/db/database.ts'
import { putLearnt } from '../../src/db/learnt.ts'
import { expireLists } from '../../src/db/match-lists.ts'
import { putOpportunities } from '../../src/db/opportunity-versions.ts'
import { putOrganisations } from '../../src/db/organisations.ts'
import type { Opportunity } from '../../src/domain/opportunity.ts'
import type { Organisation } from '../../src/domain/organisation.ts'
import { writeTopicTable } from '../../src/matching/topics/topic-table.ts'
import { writeWordTable } from '../../src/matching/words/word-table.ts'
import type { Runtime } from '../../src/runtime.ts'
import { anyCall, anyOrganisation } from './anything.ts'
import { LEARNT } from './learnt.ts'
import { aRuntime } from './runtime.ts'

const HOUR_MS = 3_600_000

/** Short lists, so that a few calls are enough to leave some out. */
export const SIZE = { kept: 10, shown: 7 }

export interface HistoryStart {
  readonly calls: number
  /** The first moment, in milliseconds. */
  readonly start: number
  readonly rankTogether?: Runtime['rankTogether']
}

/**
 * The random life of an installation: calls and organisations come, change and go, the clock moves on, and
 * runs of the job end early or crash. The same seed lives the same life.
 */
export function openHistory(db: Database, seed: number, { calls, start, rankTogether = null }: HistoryStart) {
  const chance = chanceOf(seed)
  const opportunities: Opportunity[] = []
  const organisations: Organisation[] = []
  let now = start
  let named = 0
  const runtime = aRuntime({ db, rankTogether, now: () => new Date(now) })

  const call = (id: string, version: number) => anyCall(chance, dayOf(new Date(now)), id, version)
  const putCalls = async (list: readonly Opportunity[]) => {
    for (const opportunity of list) {
      const at = opportunities.findIndex(({ id }) => id === opportunity.id)
      if (at === -1) opportunities.push(opportunity)
      else opportunities[at] = opportunity
    }
    await db.commit(
      putOpportunities(
        db,
        list.map((opportunity) => ({ opportunity, changed: [], revision: 'r' })),
      ),
    )
  }
  const putOrganisation = async (id: string) => {
    const organisation = anyOrganisation(chance, id)
    const at = organisations.findIndex((it) => it.id === organisation.id)
    if (at === -1) organisations.push(organisation)
    else organisations[at] = organisation
    await db.commit(putOrganisations(db, instantOf(new Date(now)), [organisation]))
    if (chance.onceIn(3)) await rematchOrganisations(runtime, [organisation.id])
  }
  const learn = async () => {
    const rarity = LEARNT.topics.rarity.map(() => 100 + chance.upTo(155))
    const told = { texts: 600, learntAt: instantOf(new Date(now)) }
    await db.commit([
      putLearnt(db, { key: 'words', body: writeWordTable({ texts: 600, words: new Map() }), ...told }),
      putLearnt(db, {
        key: 'topics',
        body: writeTopicTable({ ...LEARNT.topics, texts: 600, rarity }),
        ...told,
      }),
    ])
  }
  const events: readonly [() => unknown, ...(() => unknown)[]] = [
    () => putCalls([call(`call-${++named}`, 1)]),
    () => changeSome(1 + chance.upTo(3)),
    () => changeSome(1 + chance.upTo(3)),
    () => changeSome(Math.ceil(opportunities.length / 3)),
    () => putOrganisation(`org-${++named}`),
    () =>
      putOrganisation(chance.pick([organisations[0]?.id ?? 'org-a', ...organisations.map(({ id }) => id)])),
    async () => {
      const gone = organisations.length > 3 ? organisations.pop() : undefined
      if (gone) await db.commit([db.query.deleteFrom('organisations').where('id', '=', gone.id)])
    },
    () => (chance.onceIn(5) ? learn() : undefined),
    () =>
      db.commit([
        expireLists(
          db,
          organisations.slice(0, 1).map(({ id }) => id),
        ),
      ]),
  ]
  const changeSome = (count: number) =>
    putCalls(
      opportunities
        .map(({ id, version }) => ({ id, version, order: chance.upTo(1_000_000) }))
        .sort((a, b) => a.order - b.order)
        .slice(0, count)
        .map(({ id, version }) => call(id, version + 1)),
    )

  return {
    runtime,
    organisations: organisations as readonly Organisation[],
    opportunities: opportunities as readonly Opportunity[],
    now: () => new Date(now),
    async begin() {
      await putCalls(Array.from({ length: calls }, () => call(`call-${++named}`, 1)))
      for (let n = 0; n < 6; n += 1) await putOrganisation(`org-${++named}`)
    },
    async step() {
      for (let n = chance.upTo(4); n > 0; n -= 1) await chance.pick(events)()
      now += chance.pick([0, 1, HOUR_MS, 5 * HOUR_MS, 24 * HOUR_MS, 24 * HOUR_MS, 9 * 24 * HOUR_MS])
    },
    /** A run that ends early, by its budget or by a crash at one of its commits, as often as not. */
    async interruptedRun() {
      let left = chance.upTo(4)
      const crashing: Database = {
        query: db.query,
        commit: (statements) => {
          left -= 1
          return left < 0 ? Promise.reject(new Error('Crash')) : db.commit(statements)
        },
      }
      const statements = chance.onceIn(2) ? 10_000 : 12 + chance.upTo(20)
      const broken = { ...runtime, db: crashing, budget: { ms: 60_000, statements } }
      await matchOrganisations(broken, { batch: 2, size: SIZE }).catch((error: Error) => {
        if (error.message !== 'Crash') throw error
      })
    },
    run: () => matchOrganisations(runtime, { batch: 3, size: SIZE }),
    chance,
  }
}
