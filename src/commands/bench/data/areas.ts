import reference from '../../../../data/reference/areas.json' with { type: 'json' }
import { type Area, type AreaCode, areaCode } from '../../../domain/area.ts'
import type { Chance } from '../../soak/chance.ts'

/** Local authorities that invented organisations and calls are in. */
const LOCAL = 331

/** Wards are in no list of ours. */
type Kind = Exclude<Area['kind'], 'ward'>

const codes = (kind: Kind): AreaCode[] =>
  reference.areas.filter((area) => area.kind === kind).map(({ code }) => areaCode(code))

const BY_KIND: Readonly<Record<Kind, readonly AreaCode[]>> = {
  local_authority: codes('local_authority').slice(0, LOCAL),
  county: codes('county'),
  combined_authority: codes('combined_authority'),
  region: codes('region'),
  country: codes('country'),
  countries: codes('countries'),
}

/** Shares in hundredths. */
type Shares = readonly (readonly [kind: Kind, share: number])[]

/** One area of a kind that comes as often as its share; none for what is left of a hundred. */
export function anyArea(chance: Chance, shares: Shares): AreaCode[] {
  let dice = chance.upTo(100)
  for (const [kind, share] of shares) {
    const areas = BY_KIND[kind]
    const area = areas[chance.upTo(areas.length)]
    if (dice < share && area !== undefined) return [area]
    dice -= share
  }
  return []
}
