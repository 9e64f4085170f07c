import type { AreaCode } from '../../domain/area.ts'
import type { Opportunity } from '../../domain/opportunity.ts'
import type { Organisation } from '../../domain/organisation.ts'
import { namedAreas } from './named-areas.ts'

/** The areas of one side. */
export interface Whereabouts {
  /** Empty when nothing is known. */
  readonly areas: readonly AreaCode[]
  /** `stated`; `somewhere` inside them; or only `named` in a text, which says less. */
  readonly basis: 'stated' | 'somewhere' | 'named'
}

/** Where the organisation works; what its own words name, when it has not said. */
export const whereOrganisation = ({ areas, name, whatWeDo, whoWeHelp }: Organisation): Whereabouts =>
  areas.length > 0
    ? { areas, basis: 'stated' }
    : { areas: namedAreas([name, whatWeDo, whoWeHelp].join('\n')), basis: 'named' }

/** Where the opportunity is for; what its text names, when the funder has not stated it. */
export function whereOpportunity({ rules, title, summary, description }: Opportunity): Whereabouts {
  const { areas } = rules
  if (areas.basis === 'stated') return { areas: areas.value, basis: 'stated' }
  if (areas.basis === 'inferred') return { areas: areas.value, basis: 'somewhere' }
  return { areas: namedAreas([title, summary, description].join('\n')), basis: 'named' }
}
