import { silentLog } from '../../src/base/log.ts'
import { readConfig } from '../../src/config.ts'
import type { Runtime } from '../../src/runtime.ts'
import { openTestSqlite } from './databases.ts'

/** A runtime in which it is noon UTC on 1 June 2026, ids count up, waits are over at once and the network is off. */
export function aRuntime(over: Partial<Runtime> = {}): Runtime {
  let ids = 0
  return {
    config: readConfig({}),
    db: openTestSqlite(),
    log: silentLog,
    fetch: () => Promise.reject(new Error('A test must not reach the network')),
    now: () => new Date('2026-06-01T12:00:00Z'),
    newId: () => `id-${++ids}`,
    sleep: async () => {},
    mail: () => Promise.reject(new Error('A test must not send mail')),
    registry: { sample: false, sources: [] },
    rankTogether: null,
    budget: { ms: 60_000, statements: 10_000 },
    stopping: new AbortController().signal,
    progress: () => {},
    ...over,
  }
}
