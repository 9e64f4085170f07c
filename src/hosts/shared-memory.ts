type Numbers = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array

const KINDS: readonly (new (buffer: SharedArrayBuffer) => Numbers)[] = [
  Uint8Array,
  Uint16Array,
  Uint32Array,
  Int32Array,
  Float64Array,
]

/** The same numbers in memory that threads share; as they are when they lie there already. */
export function sharedArray<T extends Numbers>(array: T): T {
  if (array.buffer instanceof SharedArrayBuffer) return array
  const kind = KINDS.find((it) => array instanceof it)
  if (!kind) throw new TypeError('Such an array cannot be shared')
  const shared = new kind(new SharedArrayBuffer(array.byteLength))
  shared.set(array)
  // It was made by the very constructor of T.
  return shared as unknown as T
}

/** The same object with every array in it, however deep, in memory that threads share. */
export function inSharedMemory<T extends object>(value: T): T {
  const entries = Object.entries(value).map(([name, part]) => [name, shareOne(part)])
  // Only arrays were replaced, each by one of its own kind.
  return Object.fromEntries(entries) as T
}

function shareOne(part: unknown): unknown {
  if (KINDS.some((kind) => part instanceof kind)) return sharedArray(part as Numbers)
  return typeof part === 'object' && part !== null && !Array.isArray(part) ? inSharedMemory(part) : part
}
