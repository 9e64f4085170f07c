/** The best numbers so far, at most so many; a heap with the least on top. */
export interface Best {
  /** What a newcomer must be above; `-Infinity` while there is room. */
  least(): number
  put(worth: number): void
  /** All, largest first. */
  list(): Float64Array
}

export function bestOf(most: number): Best {
  const heap = new Float64Array(most)
  let size = 0
  const at = (place: number) => heap[place] ?? 0
  const rise = (worth: number) => {
    let place = size
    size += 1
    while (place > 0 && at((place - 1) >> 1) > worth) {
      heap[place] = at((place - 1) >> 1)
      place = (place - 1) >> 1
    }
    heap[place] = worth
  }
  const lesserChild = (place: number) => {
    const left = 2 * place + 1
    return left + 1 < size && at(left + 1) < at(left) ? left + 1 : left
  }
  const sink = (worth: number) => {
    let place = 0
    for (let child = lesserChild(0); child < size && at(child) < worth; child = lesserChild(place)) {
      heap[place] = at(child)
      place = child
    }
    heap[place] = worth
  }
  return {
    least: () => (size < most || most === 0 ? Number.NEGATIVE_INFINITY : at(0)),
    put(worth) {
      if (size < most) rise(worth)
      else if (worth > at(0)) sink(worth)
    },
    list: () => heap.slice(0, size).sort().reverse(),
  }
}
