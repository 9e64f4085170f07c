import type { Rankable } from '../catalogue/rankable.ts'
import { scoreTime } from '../parts/time.ts'
import type { Whereabouts } from '../places/whereabouts.ts'
import { unitsOf } from '../profile/units.ts'
import { isForSector } from '../rules/kind.ts'
import { CLOSED, type Ground, groundFrom, type PlaceGround, placeGround } from './ground.ts'
import type { Seeker } from './seeker.ts'
import type { Timing } from './timing.ts'
import { placeJudge } from './verdicts.ts'

/** Room for the grounds that are kept, in numbers of four bytes. */
const ROOM = 8 * 1024 * 1024

/** A place, and the grounds upon it by preparation time and wish for contracts. */
interface Spot {
  readonly place: PlaceGround
  readonly grounds: Map<number, Ground>
}

/**
 * Works each ground out once, and keeps them all until there is no more room. Organisations that share the
 * very object of their whereabouts are known by it, without a text to compare.
 *
 * @param timings - what the clock says of each of the catalogue's times, by number
 */
export function groundsOf(rankable: Rankable, timings: readonly Timing[]): (seeker: Seeker) => Ground {
  let spots = new Map<string, Spot>()
  let shared = new WeakMap<Whereabouts, Spot>()
  let room = ROOM
  const byTime = byPreparation(timings)
  const judges = rankable.places.values.map(placeJudge)
  const anyTerms = new Int32Array(rankable.terms.values.length)
  const forSector = Int32Array.from(rankable.terms.values, (terms) => (isForSector(terms) ? 0 : CLOSED))
  const spotFor = (seeker: Seeker): Spot => {
    const key = placeKey(seeker)
    const spot = spots.get(key) ?? {
      place: placeGround(rankable, judges, seeker),
      grounds: new Map<number, Ground>(),
    }
    spots.set(key, spot)
    shared.set(seeker.where, spot)
    return spot
  }
  const makeRoom = (needed: number) => {
    room -= needed
    if (room > 0) return
    room = ROOM
    spots = new Map()
    shared = new WeakMap()
  }
  return (seeker) => {
    const { preparationDays, wantsContracts } = seeker.wishes
    const wishes = 2 * preparationDays + (wantsContracts ? 1 : 0)
    const { place, grounds } = shared.get(seeker.where) ?? spotFor(seeker)
    const known = grounds.get(wishes)
    if (known) return known
    const ground = groundFrom(rankable, place, byTime(preparationDays), wantsContracts ? anyTerms : forSector)
    grounds.set(wishes, ground)
    makeRoom(ground.base.length)
    return ground
  }
}

/** Organisations with the same key stand on the same ground, as far as it is a matter of place. */
const placeKey = ({ where, organisation }: Seeker): string =>
  `${where.basis}|${where.areas.toSorted().join(' ')}|${organisation.areas.length}`

/** What times add by number, in units, for each preparation time. */
function byPreparation(timings: readonly Timing[]): (preparationDays: number) => Int32Array {
  const known = new Map<number, Int32Array>()
  return (preparationDays) => {
    const units =
      known.get(preparationDays) ??
      Int32Array.from(timings, ({ outcome, left }) =>
        outcome === 'fail' ? CLOSED : unitsOf('time', scoreTime(left, preparationDays).value),
      )
    known.set(preparationDays, units)
    return units
  }
}
