import { instantOf } from '../../base/date.ts'
import { addTries, listQuarantined, type Quarantined, settleQuarantined } from '../../db/quarantine.ts'
import type { SourceEntry } from '../../domain/source.ts'
import type { Runtime } from '../../runtime.ts'
import { isAwardSource } from '../../sources/awards/index.ts'
import { openSource } from '../../sources/index.ts'
import { replayAwards } from '../awards/replay.ts'
import { storePage } from './store-page.ts'

const BATCH = 100
/** That a batch costs at most, were each of its records of another source. */
const STATEMENTS = 40

/**
 * Tries every record in quarantine again, as the connectors read them today, those tried longest ago
 * first, until all are tried or its budget is spent.
 *
 * @returns how many were tried, can now be read, and still cannot
 */
export async function replayQuarantine(
  runtime: Pick<Runtime, 'db' | 'now' | 'newId' | 'registry' | 'progress' | 'budget' | 'stopping'>,
): Promise<{ tried: number; settled: number; waiting: number }> {
  const counts = { tried: 0, settled: 0, waiting: 0 }
  const started = runtime.now()
  const isSpent = () =>
    runtime.stopping.aborted ||
    runtime.now().getTime() - started.getTime() > runtime.budget.ms ||
    (counts.tried / BATCH + 1) * STATEMENTS > runtime.budget.statements
  let last: Awaited<ReturnType<typeof listQuarantined>>[number] | undefined
  while (!isSpent()) {
    const batch = await listQuarantined(runtime.db, instantOf(started), BATCH, last ?? null)
    last = batch.at(-1)
    if (last === undefined) break
    for (const [sourceId, waiting] of Map.groupBy(batch, (bad) => bad.sourceId)) {
      const source = runtime.registry.sources.find(({ id }) => id === sourceId)
      const settled = source ? await replay(runtime, source, waiting) : 0
      counts.tried += waiting.length
      counts.settled += settled
      counts.waiting += waiting.length - settled
    }
    runtime.progress('Quarantine', counts.tried, null)
  }
  return counts
}

async function replay(
  runtime: Pick<Runtime, 'db' | 'now' | 'newId'>,
  source: SourceEntry,
  waiting: readonly Quarantined[],
): Promise<number> {
  const { db } = runtime
  const at = instantOf(runtime.now())
  const { statements, settled, refused } = isAwardSource(source)
    ? await replayAwards(runtime, waiting)
    : await replayRecords(runtime, source, waiting)
  await db.commit([...statements, ...settleQuarantined(db, at, settled), ...addTries(db, at, refused)])
  return settled.length
}

async function replayRecords(
  runtime: Pick<Runtime, 'db' | 'now' | 'newId'>,
  source: SourceEntry,
  waiting: readonly Quarantined[],
) {
  const reader = openSource(source)
  const tries = waiting.map((bad) => ({ bad, text: bad.record, reading: reader.read(parsed(bad.record)) }))
  const readable = tries.filter(({ reading }) => reading.outcome !== 'bad')
  const stored = await storePage(runtime, source, readable)
  // The schema may still refuse what the connector could read.
  const refused = new Map(stored.bad.map(({ record, reason }) => [record, reason]))
  const settled = readable.filter(({ text }) => !refused.has(text)).map(({ bad }) => bad.id)
  const again = tries.flatMap(({ bad, text, reading }) => {
    const reason = reading.outcome === 'bad' ? reading.reason : refused.get(text)
    return reason === undefined ? [] : [[bad.id, reason] as const]
  })
  return { statements: stored.statements, settled, refused: new Map(again) }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
