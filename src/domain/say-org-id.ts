const REGISTERS: readonly (readonly [prefix: string, say: (number: string) => string])[] = [
  ['GB-CHC-', (number) => `charity ${number} in England and Wales`],
  ['GB-SC-', (number) => `charity ${number} in Scotland`],
  ['GB-NIC-', (number) => `charity ${number} in Northern Ireland`],
  ['GB-COH-', (number) => `company ${number}`],
  ['GB-MPR-', (number) => `mutual society ${number}`],
]

/**
 * An id of a register that people know, in words; null for any other.
 *
 * @example sayOrgId('GB-CHC-1080418') // 'charity 1080418 in England and Wales'
 */
export function sayOrgId(orgId: string): string | null {
  const register = REGISTERS.find(([prefix]) => orgId.startsWith(prefix))
  return register === undefined ? null : register[1](orgId.slice(register[0].length))
}
