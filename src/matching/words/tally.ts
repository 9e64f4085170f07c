/** Counts of keys, by place: the key that came first has place 0. Kept to be used again, text after text. */
export interface Tally {
  /** How many keys there are: what stands beyond in the lists is of no account. */
  size: number
  readonly keys: Uint32Array
  readonly times: Uint32Array
  /** Whatever else is to be known of each key. */
  readonly amounts: Float64Array
  /** A place and 1 where its hash points to, or after it where that is taken; 0 elsewhere. */
  readonly slots: Uint32Array
  /** Where in `slots` each place is. */
  readonly slotOf: Uint32Array
}

const FEWEST = 256
const SLOTS_A_KEY = 4

/** An empty tally with room for so many keys: the given one when it is large enough. */
export function emptyTally(tally: Tally | undefined, most: number): Tally {
  if (tally === undefined || tally.keys.length < most) return tallyFor(most)
  const { slots, slotOf, size } = tally
  for (let place = 0; place < size; place += 1) slots[slotOf[place] ?? 0] = 0
  tally.size = 0
  return tally
}

function tallyFor(most: number): Tally {
  let room = FEWEST
  while (room < most) room *= 2
  return {
    size: 0,
    keys: new Uint32Array(room),
    times: new Uint32Array(room),
    amounts: new Float64Array(room),
    slots: new Uint32Array(SLOTS_A_KEY * room),
    slotOf: new Uint32Array(room),
  }
}

/** Counts a key once more. @returns its place */
export function count(tally: Tally, key: number): number {
  const { slots, keys, times } = tally
  const last = slots.length - 1
  const hash = Math.imul(key, 0x9e3779b1)
  for (let slot = (hash ^ (hash >>> 15)) & last; ; slot = (slot + 1) & last) {
    const place = (slots[slot] ?? 0) - 1
    if (place === -1) return add(tally, key, slot)
    if (keys[place] === key) {
      times[place] = (times[place] ?? 0) + 1
      return place
    }
  }
}

/** The same, and notes an amount, of which the first that comes with a key stays. */
export function countFirst(tally: Tally, key: number, amount: number): void {
  const place = count(tally, key)
  if (tally.times[place] === 1) tally.amounts[place] = amount
}

function add(tally: Tally, key: number, slot: number): number {
  const place = tally.size
  tally.size = place + 1
  tally.slots[slot] = place + 1
  tally.slotOf[place] = slot
  tally.keys[place] = key
  tally.times[place] = 1
  tally.amounts[place] = 0
  return place
}
