import { FIRST_WORD_KEY } from '../words/term-key.ts'
import type { Profile } from './profile.ts'

/**
 * Many profiles in a few flat arrays, by number. Keys of topics, which are small, take two bytes, those of
 * words four; impacts stand beside both, those of topics first.
 */
export interface PackedProfiles {
  /** Where the topics of each profile begin, and at the end how many there are. */
  readonly topicStarts: Uint32Array
  readonly wordStarts: Uint32Array
  readonly topics: Uint16Array
  readonly words: Uint32Array
  /** Those of a profile begin where its topics and words together do. */
  readonly impacts: Uint8Array
}

/** Takes profiles one by one, so that they need not be in memory all at once. */
export interface ProfilePacker {
  /** @returns the number of the profile */
  add(profile: Profile): number
  pack(): PackedProfiles
}

export function profilePacker(): ProfilePacker {
  const topicStarts = [0]
  const wordStarts = [0]
  let topics = new Uint16Array(1024)
  let words = new Uint32Array(1024)
  let impacts = new Uint8Array(1024)
  let topicCount = 0
  let wordCount = 0
  const makeRoom = (more: number) => {
    if (topicCount + more > topics.length) topics = enlarge(topics, new Uint16Array(2 * topics.length + more))
    if (wordCount + more > words.length) words = enlarge(words, new Uint32Array(2 * words.length + more))
    const all = topicCount + wordCount + more
    if (all > impacts.length) impacts = enlarge(impacts, new Uint8Array(2 * all))
  }
  return {
    add({ keys, impacts: own }) {
      const split = topicsIn(keys)
      makeRoom(keys.length)
      topics.set(keys.subarray(0, split), topicCount)
      words.set(keys.subarray(split), wordCount)
      impacts.set(own, topicCount + wordCount)
      topicCount += split
      wordCount += keys.length - split
      wordStarts.push(wordCount)
      return topicStarts.push(topicCount) - 2
    },
    pack: () => ({
      topicStarts: Uint32Array.from(topicStarts),
      wordStarts: Uint32Array.from(wordStarts),
      topics: topics.slice(0, topicCount),
      words: words.slice(0, wordCount),
      impacts: impacts.slice(0, topicCount + wordCount),
    }),
  }
}

/** The profile with that number, as views: its topics, its words, and the impacts of both in that order. */
export function profileAt(packed: PackedProfiles, number: number) {
  const topicStart = packed.topicStarts[number] ?? 0
  const topicEnd = packed.topicStarts[number + 1] ?? 0
  const wordStart = packed.wordStarts[number] ?? 0
  const wordEnd = packed.wordStarts[number + 1] ?? 0
  return {
    topics: packed.topics.subarray(topicStart, topicEnd),
    words: packed.words.subarray(wordStart, wordEnd),
    impacts: packed.impacts.subarray(topicStart + wordStart, topicEnd + wordEnd),
  }
}

/** How many profiles there are. */
export const countPacked = ({ topicStarts }: PackedProfiles): number => topicStarts.length - 1

/** How many of the keys, which ascend, are small. */
function topicsIn(keys: Uint32Array): number {
  let count = 0
  while (count < keys.length && (keys[count] ?? 0) < FIRST_WORD_KEY) count += 1
  return count
}

function enlarge<T extends Uint8Array | Uint16Array | Uint32Array>(array: T, larger: T): T {
  larger.set(array)
  return larger
}
