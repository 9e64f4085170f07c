import type { Applicant } from '../profile/applicant.ts'
import { type KeyKind, kindOfKey } from '../profile/label-keys.ts'
import type { Profile } from '../profile/profile.ts'

/** A key that both sides have, and what it adds to the score, in units. */
export interface SharedKey {
  readonly key: number
  readonly kind: KeyKind | 'feedback'
  readonly units: number
}

/** What both have in common, heaviest first; ties by key. */
export function sharedKeys({ keys, pulls, tasteFrom }: Applicant, offered: Profile): SharedKey[] {
  const shared: SharedKey[] = []
  for (let at = 0; at < keys.length; at += 1) {
    const key = keys[at] ?? 0
    const units = (pulls[at] ?? 0) * impactOf(offered, key)
    if (units !== 0) shared.push({ key, kind: at >= tasteFrom ? 'feedback' : kindOfKey(key), units })
  }
  return shared.sort((a, b) => b.units - a.units || a.key - b.key)
}

/** The impact of a key; 0 for one that is not in a profile. */
function impactOf({ keys, impacts }: Profile, key: number): number {
  let [low, high] = [0, keys.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((keys[middle] ?? 0) < key) low = middle + 1
    else high = middle
  }
  return keys[low] === key ? (impacts[low] ?? 0) : 0
}

/** What all shared keys of a kind add, in units. */
export const unitsOfKind = (shared: readonly SharedKey[], kind: SharedKey['kind']): number =>
  shared.reduce((sum, it) => (it.kind === kind ? sum + it.units : sum), 0)
