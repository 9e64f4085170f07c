import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unstable_startWorker as startWorker } from 'wrangler'
import type { Progress } from '../../../runtime.ts'
import { OFFLINE } from '../../local-runtime.ts'
import { movedTo } from '../data/moved-to.ts'
import { opportunitiesFrom } from '../data/opportunities.ts'
import { organisationsFrom } from '../data/organisations.ts'
import { vocabularyOf } from '../data/vocabulary.ts'
import { type Figure, figure } from '../match/figure.ts'
import { numbers } from '../match/world.ts'
import { fillD1 } from './fill-d1.ts'
import { openHeapWatch } from './heap-watch.ts'

/** Megabytes that the platform gives an isolate, for objects and arrays together. */
const LIMIT = 128
const STEPS = 3

/**
 * Runs the Worker as it would be deployed in the local runtime, over a D1 that was matched on Node, and lets
 * an organisation say something twice: the list is made afresh each time, from the stored snapshot.
 */
export async function measureWorker(
  seed: number,
  opportunities: number,
  progress: Progress,
): Promise<Figure[]> {
  Object.assign(process.env, OFFLINE, { WRANGLER_LOG: 'error' })
  const folder = await mkdtemp(join(tmpdir(), 'fundlocal-bench-'))
  try {
    progress('Filling a database', 1, STEPS)
    const now = new Date()
    const vocabulary = vocabularyOf(seed)
    const call = opportunitiesFrom(seed, vocabulary)
    const organisation = organisationsFrom(seed, vocabulary)(0)
    const calls = numbers(opportunities).map((number) => movedTo(now, call(number)))
    await fillD1(folder, now, calls, [organisation])
    progress('Running the Worker', 2, STEPS)
    const path = `/api/v1/organisations/${organisation.id}/feedback`
    return await watchWorker(folder, path, calls[0]?.id ?? '')
  } finally {
    progress('Running the Worker', STEPS, STEPS)
    await rm(folder, { recursive: true, force: true })
  }
}

async function watchWorker(folder: string, path: string, opportunityId: string): Promise<Figure[]> {
  const local = { hostname: '127.0.0.1', port: 0 }
  const worker = await startWorker({
    config: 'wrangler.toml',
    dev: { persist: folder, inspector: local, server: local, logLevel: 'error', watch: false },
  })
  try {
    const [url, inspector] = await Promise.all([worker.url, worker.inspectorUrl])
    if (!inspector) throw new Error('The local runtime offers no inspector')
    const send = async (method: 'GET' | 'POST', at: string, body?: unknown) => {
      const start = performance.now()
      const headers = { 'Content-Type': 'application/json' }
      const answer = await worker.fetch(new URL(at, url).href, {
        method,
        headers,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      await answer.arrayBuffer()
      if (answer.status !== 200) throw new Error(`${method} ${at} was answered with ${answer.status}`)
      return performance.now() - start
    }
    const say = (reason: string) =>
      send('POST', path, { opportunityId, verdict: 'not_for_us', reason, note: null })
    await send('GET', '/healthz')
    const heap = await openHeapWatch(inspector)
    const before = await heap.read()
    let [first, second] = [0, 0]
    const most = await heap.most(async () => {
      first = await say('too_small')
      second = await say('too_large')
    })
    const after = await heap.read()
    heap.close()
    return [
      figure('workerStart', 'memory of the Worker before it has matched', before.used, 'MB'),
      figure('workerUsed', 'the most that was in use while it matched', most.used, 'MB', LIMIT),
      figure('workerTaken', 'the same with all that the engine set aside', most.taken, 'MB', LIMIT),
      figure('workerAfter', 'in use afterwards, what nobody needs included', after.used, 'MB'),
      figure('workerFirst', 'loading the snapshot and matching one organisation, wall', first, 'ms'),
      figure('workerNext', 'matching it once more, wall', second, 'ms'),
    ]
  } finally {
    await worker.dispose()
  }
}
