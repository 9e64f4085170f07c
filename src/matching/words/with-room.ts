type Numbers = Uint8Array | Uint16Array | Uint32Array

/** The same list, or a copy of twice the length where it is shorter than that. */
export function withRoom<T extends Numbers>(list: T, length: number): T {
  if (length <= list.length) return list
  const larger = Reflect.construct(list.constructor, [2 * length])
  larger.set(list)
  return larger
}
