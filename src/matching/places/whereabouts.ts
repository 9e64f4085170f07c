import type { AreaCode } from '../../domain/area.ts'
import type { Opportunity } from '../../domain/opportunity.ts'
import type { Organisation } from '../../domain/organisation.ts'
import { namedAreas } from './named-areas.ts'

/** The areas of one side. */
export interface Whereabouts {
  /** Empty when nothing is known. */
  readonly areas: readonly AreaCode[]
  /** `stated`; `somewhere` inside them; only `named` in a text, which says less; or where it is `based`, which says no more. */
  readonly basis: 'stated' | 'somewhere' | 'named' | 'based'
}

/** Where the organisation works; what its own words name, when it has not said; else where its address is. */
export function whereOrganisation({ areas, basedIn, name, whatWeDo, whoWeHelp }: Organisation): Whereabouts {
  if (areas.length > 0) return { areas, basis: 'stated' }
  const named = namedAreas([name, whatWeDo, whoWeHelp].join('\n'))
  return named.length === 0 && basedIn !== null
    ? { areas: [basedIn], basis: 'based' }
    : { areas: named, basis: 'named' }
}

/** Where the opportunity is for; what its text names, when the funder has not stated it. */
export function whereOpportunity({ rules, title, summary, description }: Opportunity): Whereabouts {
  const { areas } = rules
  if (areas.basis === 'stated') return { areas: areas.value, basis: 'stated' }
  if (areas.basis === 'inferred') return { areas: areas.value, basis: 'somewhere' }
  return { areas: namedAreas([title, summary, description].join('\n')), basis: 'named' }
}
