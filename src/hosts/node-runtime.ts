import { randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname } from 'node:path'
import { claimDatabase } from '../actions/claim-database.ts'
import { AppError, messageOf } from '../base/errors.ts'
import type { Log } from '../base/log.ts'
import { readConfig } from '../config.ts'
import { migrate } from '../db/migrate.ts'
import { openSqlite } from '../db/sqlite.ts'
import type { Progress, Runtime } from '../runtime.ts'
import { parseRegistry } from '../sources/registry.ts'
import { fileMailer } from './file-mailer.ts'
import { rankOnThreads } from './match-workers.ts'
import { nodeFetch } from './node-fetch.ts'
import { smtpMailer } from './smtp-mailer.ts'

/** A run on Node may take ten minutes; statements cost nothing there. */
const BUDGET = { ms: 10 * 60_000, statements: Number.POSITIVE_INFINITY }

/** With more, who reads and writes for them is the slowest. */
const MOST_THREADS = 8

export interface NodeHost {
  readonly runtime: Runtime
  /** Asks long work to end after the step that it is in. */
  stop(): void
  close(): void
}

/**
 * Opens the database file, brings it up to date, and lends the app what Node has.
 *
 * @throws ConfigError when a setting is wrong
 * @throws AppError when the registry or the database cannot be used as they are
 */
export async function openNodeHost(
  env: Readonly<Record<string, string | undefined>>,
  { log, progress }: { log: Log; progress: Progress },
): Promise<NodeHost> {
  const config = readConfig(env)
  const stopping = new AbortController()
  const registry = parseRegistry(readText(config.sources), config.sources)
  const db = openDatabase(config.database)
  try {
    for (const name of migrate(db.file)) log.info('database.migrated', { name })
    await claimDatabase({ db, registry, config })
  } catch (error) {
    db.file.close()
    throw error
  }
  return {
    runtime: {
      config,
      db,
      log,
      fetch: nodeFetch(),
      now: () => new Date(),
      newId: randomUUID,
      sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      mail: config.smtpUrl === null ? fileMailer(config.mailFolder) : smtpMailer(config.smtpUrl),
      registry,
      rankTogether: rankOnThreads(Math.min(availableParallelism(), MOST_THREADS)),
      budget: BUDGET,
      stopping: stopping.signal,
      progress,
    },
    stop: () => stopping.abort(),
    close: () => db.file.close(),
  }
}

function openDatabase(path: string) {
  try {
    if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true })
    return openSqlite(path)
  } catch (error) {
    // What SQLite says has a code of its own, which the commands explain.
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE')) throw error
    throw new AppError(
      'invalid',
      `The database ${path} cannot be opened (${messageOf(error)}). Name another with FUNDLOCAL_DATABASE`,
    )
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new AppError(
      'invalid',
      `The registry of sources ${path} cannot be read (${messageOf(error)}). Name another with FUNDLOCAL_SOURCES`,
    )
  }
}
