import type { Applicant } from '../profile/applicant.ts'
import type { Profile } from '../profile/profile.ts'
import type { Catalogue } from './catalogue.ts'
import { impactOn, type KeyIndex } from './key-index.ts'
import { idOf } from './key-list.ts'
import type { Offer } from './offer.ts'

/**
 * Finds opportunities by slot as they are offered to one organisation: a profile has only the keys that the
 * organisation has too, which is all that a match is judged by. No text is read.
 */
export function offersTo(
  catalogue: Catalogue,
  { keys }: Pick<Applicant, 'keys'>,
): (slot: number) => Offer | undefined {
  const sought = soughtIn(catalogue.index, keys)
  return (slot) => {
    const opportunity = catalogue.opportunities[slot]
    const place = catalogue.places.values[catalogue.places.numbers[slot] ?? 0]
    if (!opportunity || !place) return undefined
    return {
      opportunity,
      times: catalogue.times.values[catalogue.times.numbers[slot] ?? 0] ?? null,
      where: place.where,
      profile: sharedProfile(catalogue.index, slot, sought),
      breadth: catalogue.breadths[slot] ?? 0,
      recipients: catalogue.recipients[slot] ?? 0,
    }
  }
}

/** The keys that any opportunity has, each once in ascending order, and their ids. */
interface Sought {
  readonly keys: Uint32Array
  readonly ids: Int32Array
}

function soughtIn(index: KeyIndex, keys: Uint32Array): Sought {
  const ascending = keys.slice().sort()
  const known = ascending.filter((key, at) => key !== ascending[at - 1] && idOf(index, key) !== -1)
  return { keys: known, ids: Int32Array.from(known, (key) => idOf(index, key)) }
}

function sharedProfile(index: KeyIndex, slot: number, { keys, ids }: Sought): Profile {
  const shared = new Uint32Array(keys.length)
  const impacts = new Uint8Array(keys.length)
  let count = 0
  for (let at = 0; at < keys.length; at += 1) {
    const impact = impactOn(index, ids[at] ?? 0, slot)
    if (impact === 0) continue
    shared[count] = keys[at] ?? 0
    impacts[count] = impact
    count += 1
  }
  return { keys: shared.subarray(0, count), impacts: impacts.subarray(0, count) }
}
