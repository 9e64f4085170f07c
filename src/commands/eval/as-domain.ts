import type { Instant } from '../../base/date.ts'
import { summarise } from '../../base/text.ts'
import { stated, UNKNOWN } from '../../domain/fact.ts'
import { type Opportunity, opportunityId } from '../../domain/opportunity.ts'
import {
  NO_ADDRESS,
  type Organisation,
  organisationId,
  USUAL_PREPARATION_DAYS,
} from '../../domain/organisation.ts'
import { NO_RULES } from '../../domain/rules.ts'
import { NOTHING_TOLD } from '../../domain/standing.ts'
import { BLANK } from '../../sources/blank-content.ts'
import type { LabelledOpportunity, LabelledOrganisation } from './labelled-rows.ts'

/** When the labelled calls were seen, and when they are matched: nothing in them depends on it. */
export const THE_DAY = '2026-06-01T00:00:00.000Z' as Instant

/** The organisation as matching knows it. Only its words are known: area, income and legal form are not. */
export const asOrganisation = ({ id, name, description, objects }: LabelledOrganisation): Organisation => ({
  id: organisationId(id),
  reference: id,
  name,
  email: null,
  orgIds: [],
  legalForm: null,
  areas: [],
  income: null,
  foundedOn: null,
  whatWeDo: description,
  whoWeHelp: objects,
  themes: [],
  beneficiaries: [],
  needMin: null,
  needMax: null,
  wantsContracts: false,
  preparationDays: USUAL_PREPARATION_DAYS,
  ...NOTHING_TOLD,
  ...NO_ADDRESS,
})

/**
 * The opportunity as matching knows it. Only its words are known: no rule, no amount, no deadline.
 *
 * @param individualsOnly - whether a field says that only individuals may apply
 */
export function asOpportunity(row: LabelledOpportunity, individualsOnly: boolean): Opportunity {
  // The ends of names of small areas, as in "Mid Devon 006B", are numbers of the census.
  const where = row.area.replace(/ \d{3}[A-Z]?$/, '')
  const description = [row.description, row.eligibility, where].filter((text) => text !== '').join('\n\n')
  return {
    id: opportunityId(row.id),
    version: 1,
    materialVersion: 1,
    provenance: {
      sourceId: 'labelled',
      sourceName: 'Labelled data',
      licence: 'unknown',
      key: row.id,
      firstSeenAt: THE_DAY,
      lastCheckedAt: THE_DAY,
      lastChangedAt: THE_DAY,
    },
    ...BLANK,
    title: row.title,
    summary: summarise(row.description),
    description,
    funder: { name: row.funder === '' ? 'Not stated' : row.funder, orgId: null },
    programme: row.programme === '' ? null : row.programme,
    url: 'https://labelled.example/',
    rules: {
      ...NO_RULES,
      applicantTypes: individualsOnly ? stated(['individual']) : UNKNOWN,
    },
  }
}
