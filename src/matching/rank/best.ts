/** The best numbers so far, at most so many; a heap with the least on top. */
export interface Best {
  /** Forgets all. @param most - how many it holds from now on */
  clear(most: number): void
  /** Whether there is no more room. */
  isFull(): boolean
  /** What a newcomer must be above; `-Infinity` while there is room. */
  least(): number
  put(worth: number): void
  /** Gives all away, largest first. */
  drain(): Float64Array
}

/** Empty, and with no room before it is cleared for so many. */
export function bestOf(): Best {
  let heap = new Float64Array()
  let most = 0
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
    clear(room) {
      if (heap.length < room) heap = new Float64Array(room)
      most = room
      size = 0
    },
    isFull: () => size >= most,
    least: () => (size < most || most === 0 ? Number.NEGATIVE_INFINITY : at(0)),
    put(worth) {
      if (size < most) rise(worth)
      else if (worth > at(0)) sink(worth)
    },
    drain() {
      const list = new Float64Array(size)
      while (size > 0) {
        list[size - 1] = at(0)
        size -= 1
        sink(at(size))
      }
      return list
    },
  }
}
