import { readAnyArea } from '../actions/places/find-wards.ts'
import type { Database } from '../db/database.ts'
import { type Area, type AreaCode, findArea } from '../domain/area.ts'
import { fullAreaName } from '../domain/areas/read-area.ts'
import { askWhichPlace } from '../domain/areas/read-ward.ts'
import { textInput } from './components/text-input.ts'
import type { Html } from './html.ts'

/** A place that a page is asked for, by its name. */
export interface PlaceAsked {
  /** As somebody typed it; empty for anywhere. */
  readonly typed: string
  /** What that means; null for anywhere, and when it means no one place. */
  readonly area: Area | null
  /** The places that may be meant. */
  readonly candidates: readonly Area[]
}

export const ANYWHERE: PlaceAsked = { typed: '', area: null, candidates: [] }

export async function readPlace(db: Pick<Database, 'query'>, typed: string): Promise<PlaceAsked> {
  if (typed === '') return ANYWHERE
  const reading = await readAnyArea(db, typed)
  return 'exact' in reading
    ? { typed, area: reading.exact, candidates: [] }
    : { typed, area: null, candidates: reading.candidates }
}

/** What has to be put right before the page can be shown; null for nothing. */
export function placeFault({ typed, area, candidates }: PlaceAsked): string | null {
  if (typed === '' || area !== null) return null
  const what = candidates.length > 1 ? 'could be more than one place' : 'is not a place that we know'
  const advice = askWhichPlace(typed, candidates) || 'Enter a ward, council, county, region or country'
  return `“${typed}” ${what}. ${advice}`
}

/** @param near - places that the browser may offer */
export const placeInput = (place: PlaceAsked, near: readonly AreaCode[]): Html =>
  textInput({
    name: 'area',
    label: 'Works in',
    hint: 'A ward, council, county, region or country',
    value: place.area === null ? place.typed : fullAreaName(place.area),
    fault: placeFault(place),
    suggestions: near
      .flatMap((code) => findArea(code) ?? [])
      .map(fullAreaName)
      .sort((a, b) => a.localeCompare(b, 'en-GB')),
  })
