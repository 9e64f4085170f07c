import * as z from 'zod'
import type { Brand } from '../base/brand.ts'
import { ApplicantType } from './applicant-type.ts'
import { Day } from './deadline.ts'
import { Standing } from './standing.ts'
import { Beneficiary, Theme } from './theme.ts'
import { Area, Pence } from './values.ts'

export type OrganisationId = Brand<'OrganisationId'>

/** Any text may be asked for as an id; only the database knows whether there is such an organisation. */
export const organisationId = (text: string): OrganisationId => text as OrganisationId

export const LONGEST_NAME = 300

/** What an organisation can do and needs: the side of it that matching reads. */
export const Organisation = z.object({
  id: z.custom<OrganisationId>((value) => typeof value === 'string' && value.length > 0),
  /** The key of the list it came from; a repeated import finds it again by this. */
  reference: z.string().min(1),
  name: z.string().min(1).max(LONGEST_NAME),
  /** Where its digest goes; null for none. */
  email: z.email().nullable(),
  /** As org-id.guide writes them: `GB-CHC-1234567`, `GB-COH-01234567`. */
  orgIds: z.array(z.string()).readonly(),
  legalForm: ApplicantType.nullable(),
  /** Where it works; empty when not known. */
  areas: z.array(Area).readonly(),
  /** Of its address, in capitals, without a space; null when not told. Shown to nobody: it may be a home. */
  postcode: z.string().nullable(),
  /** The ward or council of that postcode, as imported files tell. It is not where it works. */
  basedIn: Area.nullable(),
  /** Of the last financial year, in pence; null when not known. */
  income: Pence.nullable(),
  foundedOn: Day.nullable(),
  whatWeDo: z.string(),
  whoWeHelp: z.string(),
  themes: z.array(Theme).readonly(),
  beneficiaries: z.array(Beneficiary).readonly(),
  /** What it would ask for in one bid, inclusive, in pence; null when it does not say. */
  needMin: Pence.nullable(),
  needMax: Pence.nullable(),
  /** Whether it wants to see contracts that show no sign of being meant for the sector. */
  wantsContracts: z.boolean(),
  /** Days it usually needs to prepare a bid. */
  preparationDays: z.int().min(1).max(365),
  ...Standing.shape,
})
export type Organisation = Readonly<z.infer<typeof Organisation>>

/** Of an organisation that has told no address. */
export const NO_ADDRESS = { postcode: null, basedIn: null } as const satisfies Partial<Organisation>

/** The usual time for a small organisation to prepare a bid, when it has not said. */
export const USUAL_PREPARATION_DAYS = 21

/** Fewer words than these tell too little of an organisation to compare it with anything. */
const FEW_WORDS = 12

/** Whether its own words are too few to match by. */
export const saysLittle = ({ whatWeDo, whoWeHelp }: Pick<Organisation, 'whatWeDo' | 'whoWeHelp'>): boolean =>
  (`${whatWeDo} ${whoWeHelp}`.match(/[\p{L}\p{M}\p{N}’'-]+/gu) ?? []).length < FEW_WORDS

const CHARITY_REGISTERS = ['GB-CHC-', 'GB-SC-', 'GB-NIC-'] as const

/** Whether it has a number in one of the three UK charity registers. */
export const isOnCharityRegister = ({ orgIds }: Pick<Organisation, 'orgIds'>): boolean =>
  orgIds.some((id) => CHARITY_REGISTERS.some((prefix) => id.startsWith(prefix)))
