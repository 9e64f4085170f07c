import { withoutPersons } from '../../base/personal-data.ts'
import { areaName } from '../../domain/area.ts'
import { factValue } from '../../domain/fact.ts'
import type { Opportunity } from '../../domain/opportunity.ts'
import type { Organisation } from '../../domain/organisation.ts'

/** An organisation as a row of labelled data: what it does and whom it helps, without names, addresses or figures. */
export const organisationRow = (organisation: Organisation, id: string) => ({
  id,
  name: '',
  description: anonymous(organisation.whatWeDo, organisation.name),
  objects: anonymous(organisation.whoWeHelp, organisation.name),
  area: '',
  income: null,
  country: '',
})

/** An opportunity as a row of labelled data: it is public, so nothing is hidden. */
export const opportunityRow = (opportunity: Opportunity) => ({
  id: opportunity.id,
  kind: opportunity.kind,
  title: opportunity.title,
  description: opportunity.description === '' ? opportunity.summary : opportunity.description,
  eligibility: '',
  area: (factValue(opportunity.rules.areas) ?? []).map(areaName).join(', '),
  /** In pounds or the currency's own units; null when not stated. */
  amount: opportunity.awardMax === null ? null : opportunity.awardMax / 100,
  currency: opportunity.currency,
  funder: opportunity.funder.name,
  programme: opportunity.programme ?? '',
  categories: opportunity.themes,
})

/** The text without the persons in it, and with other words in the place of the organisation's name. */
function anonymous(text: string, name: string): string {
  const literally = name.trim().replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
  const unnamed =
    literally === ''
      ? text
      : text.replace(
          new RegExp(`(?<![\\p{L}\\p{N}])${literally}(?![\\p{L}\\p{N}])`, 'giu'),
          'the organisation',
        )
  return withoutPersons(unnamed)
}
