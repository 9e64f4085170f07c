import type { Profile } from '../profile/profile.ts'
import { TOPIC_COUNT } from '../topics/concepts.ts'
import type { TopicTable } from '../topics/topic-table.ts'
import { DEMAND_UNIT } from '../topics/topic-table.ts'
import { FULL_BREADTH } from '../weights.ts'

/**
 * How much of what organisations do the call names: a broad call suits an organisation in more ways
 * than its profile tells.
 *
 * @returns 0 to 1
 */
export function breadthOf({ demand }: TopicTable, { keys, impacts }: Profile): number {
  let sum = 0
  // Topics come first, by ascending key.
  for (let at = 0; (keys[at] ?? TOPIC_COUNT) < TOPIC_COUNT; at += 1) {
    sum += (demand[keys[at] ?? 0] ?? 0) * (impacts[at] ?? 0)
  }
  return Math.min(1, sum / (DEMAND_UNIT * 255 * FULL_BREADTH))
}
