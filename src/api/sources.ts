import { Hono } from 'hono'
import { listSources, type SourceState } from '../actions/sources/list-sources.ts'
import type { HarvestRun } from '../db/harvest-runs.ts'
import { sayDrift } from '../domain/drift.ts'
import type { Runtime } from '../runtime.ts'
import { NoQuery } from './query.ts'
import { valid } from './valid.ts'

/** How every source of the registry is, in its order. */
export const sourceRoutes = (runtime: Pick<Runtime, 'db' | 'now' | 'registry'>) =>
  new Hono().get('/', valid('query', NoQuery), async (c) => {
    const items = (await listSources(runtime)).map(sourceShape)
    return c.json({ items, total: items.length, sample: runtime.registry.sample })
  })

const sourceShape = ({ entry, health, open, drift, pause, nextAt }: SourceState) => ({
  id: entry.id,
  name: entry.name,
  homepage: entry.homepage ?? null,
  licence: entry.licence,
  /** `on`, `off`, or `paused` because it kept failing. */
  state: !entry.enabled ? 'off' : pause === null ? 'on' : 'paused',
  /** Null unless it is paused: since when, the failures that led to it, and when the operator was told. */
  pause: pause && { pausedAt: pause.pausedAt, failures: pause.failures, toldAt: pause.toldAt },
  /** Whether somebody has compared it with a live page; null when nobody says. */
  verified: entry.verified,
  everyHours: entry.everyHours,
  /** When it was last read to its end; null for never. */
  lastGoodAt: health?.lastGoodAt ?? null,
  lastRun: health?.lastRun ? runShape(health.lastRun) : null,
  /** It asked for silence until then; null when it did not. */
  notBefore: health?.notBefore ?? null,
  /** Null while nothing but a person asks for it. */
  nextAt,
  open,
  inQuarantine: health?.waiting ?? 0,
  /** Numbers as they are compared, and in sentences; empty when all is as usual. */
  drift: { ...drift, sentences: sayDrift(drift) },
})

const runShape = ({ startedAt, endedAt, finished, resting, error, counts, facts }: HarvestRun) => ({
  startedAt,
  endedAt,
  finished,
  /** Whether it stopped because the source asked for silence, which is no fault. */
  resting,
  error,
  counts,
  /** Of the opportunities that it read, how many told each fact in a field of its own. */
  facts,
})
