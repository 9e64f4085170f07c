import { factValue } from '../../domain/fact.ts'
import { type Register, sayRegisters } from '../../domain/vocabulary.ts'
import { findingsOf, type Rule } from './rule.ts'

type Registers = readonly Register[]

const { pass, unclear, notTold } = findingsOf<Registers>()

/** Beginnings of ids, as org-id.guide writes them. */
const PREFIXES: Readonly<Record<Register, readonly string[]>> = {
  charity: ['GB-CHC-', 'GB-SC-', 'GB-NIC-'],
  company: ['GB-COH-'],
  mutual: ['GB-MPR-'],
}

const registered = pass(({ terms }) => `You must be on ${sayRegisters(terms)}, and you are.`)
const noNumber = notTold(
  'orgIds',
  ({ terms }) => `You must be on ${sayRegisters(terms)}, and we know no such number of yours.`,
  ({ terms }) =>
    terms.includes('charity')
      ? 'What is your number there, or are you an excepted, exempt or small unregistered charity?'
      : 'What is your number there?',
)
const empty = unclear(
  () => 'The funder asks for registration, and names no register.',
  () => 'Which register must you be on?',
)

/** Whether the organisation is on one of the registers. To lack a number is never a no: it may not be told, or not be needed. */
export const registration: Rule<Registers> = {
  name: 'registration',
  profile: ['orgIds'],
  facts: ['registers'],
  fields: [],
  read: ({ rules }) => factValue(rules.registers),
  judge(registers, { orgIds }) {
    if (registers.length === 0) return empty
    const isOn = (register: Register) =>
      PREFIXES[register].some((prefix) => orgIds.some((id) => id.startsWith(prefix)))
    return registers.some(isOn) ? registered : noNumber
  },
  wish: (registers) => `fund organisations on ${sayRegisters(registers)}`,
}
