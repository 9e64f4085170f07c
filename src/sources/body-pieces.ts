import { AppError, messageOf } from '../base/errors.ts'
import { hostOf, limited, type Reader } from './body.ts'
import type { Followed } from './follow.ts'
import { ReadingStopped } from './reading-stopped.ts'

/** How long a body that comes as it is read may be waited for; what its reader does in between does not count. */
export interface Patience {
  /** One that sends nothing for so long has broken off. */
  readonly pauseMs: number
  /** All waits together. */
  readonly totalMs: number
  /** Bytes a second that it must have sent, once it has been waited for longer than `graceMs`. */
  readonly leastRate: number
  readonly graceMs: number
}

const PATIENCE: Patience = { pauseMs: 30_000, totalMs: 30 * 60_000, leastRate: 1024, graceMs: 60_000 }

/** What watches over it. */
export interface Watch {
  readonly now: () => Date
  /** Aborted when nobody wants any more of it; null when nothing does that. */
  readonly stop: AbortSignal | null
}

/**
 * The body of an answer, piece by piece as it is wanted.
 *
 * @throws AppError `source_unavailable` when it is larger, breaks off, or comes too slowly to be waited for;
 *   ReadingStopped when it is to stop
 */
export async function* bodyPieces(
  followed: Followed,
  maxBytes: number,
  watch: Watch,
  patience: Patience = PATIENCE,
): AsyncGenerator<Uint8Array> {
  try {
    yield* limited(followed, maxBytes, patientRead(watch, patience))
  } catch (error) {
    if (error instanceof AppError || error instanceof ReadingStopped) throw error
    throw new AppError('source_unavailable', `${hostOf(followed.url)} broke off (${messageOf(error)})`, {
      cause: error,
    })
  }
}

function patientRead(
  { now, stop }: Watch,
  patience: Patience,
): (reader: Reader) => ReturnType<Reader['read']> {
  let waitedMs = 0
  let bytes = 0
  return async (reader) => {
    const before = now().getTime()
    const part = await within(reader.read(), patience.pauseMs, stop)
    waitedMs += now().getTime() - before
    bytes += part.value?.byteLength ?? 0
    if (!part.done) refuseSlow(waitedMs, bytes, patience)
    return part
  }
}

function refuseSlow(waitedMs: number, bytes: number, { totalMs, leastRate, graceMs }: Patience): void {
  if (waitedMs > totalMs) throw new Error(`it took longer than ${totalMs / 60_000} minutes`)
  if (waitedMs > graceMs && bytes < (leastRate * waitedMs) / 1000) {
    throw new Error(`it sent less than ${leastRate} bytes a second`)
  }
}

/** @throws ReadingStopped as soon as it is to stop */
async function within<T>(promise: Promise<T>, ms: number, stop: AbortSignal | null): Promise<T> {
  const late = AbortSignal.timeout(ms)
  const over = Promise.withResolvers<never>()
  const silent = () => over.reject(new Error(`nothing came for ${ms / 1000} seconds`))
  const stopped = () => over.reject(new ReadingStopped())
  if (stop?.aborted) stopped()
  late.addEventListener('abort', silent)
  stop?.addEventListener('abort', stopped)
  try {
    return await Promise.race([over.promise, promise])
  } finally {
    late.removeEventListener('abort', silent)
    stop?.removeEventListener('abort', stopped)
  }
}
