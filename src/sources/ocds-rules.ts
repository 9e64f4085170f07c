import { oneLine } from '../base/text.ts'
import { type ApplicantType, VCSE } from '../domain/applicant-type.ts'
import { type Fact, stated, UNKNOWN } from '../domain/fact.ts'
import type { VcseSignal } from '../domain/opportunity.ts'
import { NO_RULES, type Rules } from '../domain/rules.ts'
import { readAreas } from './ocds-area.ts'
import type { Tender } from './ocds-schema.ts'

/** The code for "small and medium-sized enterprises, and the voluntary sector, only". */
const SME_AND_VCSE = 'smeVcse'
const FROM_A_LIST = /^call-off from a (?:framework|dynamic purchasing system)/i

/** The rules of a contract that stand in fields of their own. */
export const readRules = (tender: Tender): Rules => ({
  ...NO_RULES,
  applicantTypes: readApplicantTypes(tender),
  areas: readAreas(tender),
  supplierList: readSupplierList(tender),
})

/** Signs that the contract is meant for, or open to, the voluntary sector; on the notice or any lot. */
export function readVcseSignals(tender: Tender): readonly VcseSignal[] {
  const parts = [tender, ...tender.lots]
  const signals: VcseSignal[] = []
  if (parts.some(({ suitability }) => suitability.vcse)) signals.push('suitable')
  if (reservations(tender).length > 0) signals.push('reserved')
  if (tender.specialRegime.includes('lightTouch')) signals.push('light_touch')
  return signals
}

/** Suitable for the sector does not mean closed to others, so only a reservation is a rule. */
const readApplicantTypes = (tender: Tender): Fact<readonly ApplicantType[]> =>
  reservations(tender).includes(SME_AND_VCSE) ? stated([...VCSE, 'company']) : UNKNOWN

function readSupplierList({ procurementMethodDetails }: Tender): Fact<string> {
  const details = oneLine(procurementMethodDetails ?? '')
  return FROM_A_LIST.test(details) ? stated(details) : UNKNOWN
}

const reservations = (tender: Tender): readonly string[] =>
  [tender, ...tender.lots].flatMap(({ otherRequirements }) => otherRequirements.reservedParticipation)
