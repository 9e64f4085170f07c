import { roleMailbox } from '../base/personal-data.ts'
import type { Party, Release } from './ocds-schema.ts'

/** Registers that org-id.guide lists, the ones that say most about a body first. */
const REGISTERS = [
  'GB-CHC',
  'GB-SC',
  'GB-NIC',
  'GB-LAE',
  'GB-LAS',
  'GB-LANI',
  'GB-PLA',
  'GB-GOR',
  'GB-NHS',
  'GB-EDU',
  'GB-UKPRN',
  'GB-COH',
  'GB-MPR',
  'GB-PPON',
]
const NO_NUMBER = /^(?:n\/?a|none|nil|tbc|unknown|0+)$/i

export interface Buyer {
  readonly name: string
  /** As org-id.guide writes it; null when no register that it lists knows the buyer. */
  readonly orgId: string | null
  /** A role mailbox; null when the notice gives none, or a person's. */
  readonly email: string | null
}

/** Who buys; null when the notice does not say. */
export function readBuyer({ buyer, parties }: Release): Buyer | null {
  const buyers = parties.filter(({ roles }) => roles.includes('buyer'))
  const party = buyers.find(({ id }) => id !== null && id === buyer.id) ?? buyers[0]
  const name = buyer.name ?? party?.name ?? null
  if (name === null) return null
  const email = party?.contactPoint.email ?? null
  return {
    name,
    orgId: party ? orgIdOf(party) : orgIdFrom(buyer.id ?? ''),
    email: email === null ? null : roleMailbox(email),
  }
}

function orgIdOf({ id, identifier, additionalIdentifiers }: Party): string | null {
  const known = [identifier, ...additionalIdentifiers]
    .filter(({ scheme, id }) => REGISTERS.includes(scheme ?? '') && isNumber(id ?? ''))
    .sort((a, b) => REGISTERS.indexOf(a.scheme ?? '') - REGISTERS.indexOf(b.scheme ?? ''))
  const [best] = known
  return best ? `${best.scheme}-${best.id}` : orgIdFrom(id ?? '')
}

/** The id of a party is often the register and the number together. */
function orgIdFrom(partyId: string): string | null {
  const register = REGISTERS.find((name) => partyId.startsWith(`${name}-`))
  return register && isNumber(partyId.slice(register.length + 1)) ? partyId : null
}

const isNumber = (id: string): boolean => /^[A-Za-z0-9][A-Za-z0-9-]*$/.test(id) && !NO_NUMBER.test(id)
