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
  const impacts = new Map<number, number>()
  for (const [at, key] of offered.keys.entries()) impacts.set(key, offered.impacts[at] ?? 0)
  const shared: SharedKey[] = []
  for (const [at, key] of keys.entries()) {
    const units = (pulls[at] ?? 0) * (impacts.get(key) ?? 0)
    if (units !== 0) shared.push({ key, kind: at >= tasteFrom ? 'feedback' : kindOfKey(key), units })
  }
  return shared.sort((a, b) => b.units - a.units || a.key - b.key)
}

/** What all shared keys of a kind add, in units. */
export const unitsOfKind = (shared: readonly SharedKey[], kind: SharedKey['kind']): number =>
  shared.reduce((sum, it) => (it.kind === kind ? sum + it.units : sum), 0)
