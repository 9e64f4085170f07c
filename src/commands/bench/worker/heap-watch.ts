/** Memory of a Worker, in megabytes. */
export interface Heap {
  /** Objects, those that nobody needs any more included, and arrays outside the heap. */
  readonly used: number
  /** The same, with all that the engine has set aside for objects. */
  readonly taken: number
}

interface Usage {
  readonly usedSize: number
  readonly totalSize: number
  readonly backingStorageSize: number
}

const MB = 2 ** 20
const PAUSE_MS = 3

/**
 * Reads a Worker's memory again and again through the inspector of the local runtime. It answers between
 * two steps of the Worker, so what comes and goes within one is seen in `taken` alone.
 *
 * @param inspector - its address
 */
export async function openHeapWatch(inspector: URL) {
  const socket = new WebSocket(`ws://${inspector.host}/ws`, { headers: { Origin: 'http://localhost' } })
  const opened = Promise.withResolvers<void>()
  socket.onopen = () => opened.resolve()
  socket.onerror = () => opened.reject(new Error(`The inspector at ${inspector.host} does not answer`))
  await opened.promise
  let asked = 0
  const read = (): Promise<Heap> => {
    const answer = Promise.withResolvers<Heap>()
    asked += 1
    const id = asked
    const hear = ({ data }: MessageEvent) => {
      const said = JSON.parse(String(data)) as { id?: number; result?: Usage }
      if (said.id !== id || !said.result) return
      socket.removeEventListener('message', hear)
      answer.resolve(heapOf(said.result))
    }
    socket.addEventListener('message', hear)
    socket.send(JSON.stringify({ id, method: 'Runtime.getHeapUsage' }))
    return answer.promise
  }
  return {
    read,
    /** The most of each while some work goes on. */
    async most(work: () => Promise<unknown>): Promise<Heap> {
      let isDone = false
      const done = work().finally(() => {
        isDone = true
      })
      let most = await read()
      while (!isDone) {
        await Promise.race([done, new Promise((resolve) => setTimeout(resolve, PAUSE_MS))])
        const heap = await read()
        most = { used: Math.max(most.used, heap.used), taken: Math.max(most.taken, heap.taken) }
      }
      await done
      return most
    },
    close: () => socket.close(),
  }
}

const heapOf = ({ usedSize, totalSize, backingStorageSize }: Usage): Heap => ({
  used: (usedSize + backingStorageSize) / MB,
  taken: (totalSize + backingStorageSize) / MB,
})
