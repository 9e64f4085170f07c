import { ApplicantType } from '../../domain/applicant-type.ts'
import { isOnCharityRegister, type Organisation } from '../../domain/organisation.ts'
import { NOTHING_TOLD, Standing } from '../../domain/standing.ts'
import { Beneficiary, Theme } from '../../domain/theme.ts'
import { internAll } from '../catalogue/interned.ts'
import type { Whereabouts } from '../places/whereabouts.ts'
import type { Applicant } from '../profile/applicant.ts'
import { type PackedProfiles, profilePacker } from '../profile/packed-profiles.ts'
import type { Profile } from '../profile/profile.ts'

/** Many organisations as ranking reads them, in flat arrays by number: stored profiles, and the facts of rules. */
export interface PackedSeekers {
  readonly profiles: PackedProfiles
  readonly places: readonly Whereabouts[]
  readonly placeNumbers: Uint16Array | Uint32Array
  /** The legal form as its place among all from 1 on, 0 for not known; and `ON_REGISTER` for a registered charity. */
  readonly forms: Uint8Array
  /** In pence; NaN for not known. */
  readonly incomes: Float64Array
  readonly needMins: Float64Array
  readonly needMaxes: Float64Array
  readonly preparationDays: Uint16Array
  readonly wantsContracts: Uint8Array
  /** A bit for each theme, and for each group of people. */
  readonly themes: Uint32Array
  readonly groups: Uint32Array
  /** What else rules ask for, of those that told any of it, by number in ascending order. */
  readonly told: readonly (readonly [number: number, facts: Partial<Organisation>])[]
}

export const ON_REGISTER = 128

/** What is packed of one organisation. */
export interface Packable {
  readonly organisation: Applicant['organisation']
  readonly where: Whereabouts
  /** What its texts say. */
  readonly profile: Profile
}

/** Takes organisations one by one. Their texts are not kept, so the whole need never be in memory. */
export function packSeekers(all: Iterable<Packable>): PackedSeekers {
  const profiles = profilePacker()
  const wheres: Whereabouts[] = []
  const rows: Row[] = []
  for (const { organisation, where, profile } of all) {
    profiles.add(profile)
    wheres.push(where)
    rows.push(rowOf(organisation))
  }
  const { values, numbers } = internAll(wheres)
  return {
    profiles: profiles.pack(),
    places: values,
    placeNumbers: numbers,
    forms: Uint8Array.from(rows, ({ form }) => form),
    incomes: Float64Array.from(rows, ({ income }) => income),
    needMins: Float64Array.from(rows, ({ needMin }) => needMin),
    needMaxes: Float64Array.from(rows, ({ needMax }) => needMax),
    preparationDays: Uint16Array.from(rows, ({ preparationDays }) => preparationDays),
    wantsContracts: Uint8Array.from(rows, ({ wantsContracts }) => wantsContracts),
    themes: Uint32Array.from(rows, ({ themes }) => themes),
    groups: Uint32Array.from(rows, ({ groups }) => groups),
    told: rows.flatMap(({ told }, number) => (told === null ? [] : [[number, told] as const])),
  }
}

type Row = ReturnType<typeof rowOf>

const rowOf = (organisation: Packable['organisation']) => ({
  form: formOf(organisation),
  income: organisation.income ?? Number.NaN,
  needMin: organisation.needMin ?? Number.NaN,
  needMax: organisation.needMax ?? Number.NaN,
  preparationDays: organisation.preparationDays,
  wantsContracts: organisation.wantsContracts ? 1 : 0,
  themes: bitsOf(Theme.options, organisation.themes),
  groups: bitsOf(Beneficiary.options, organisation.beneficiaries),
  told: toldOf(organisation),
})

/** Null for one that told nothing but what is packed. */
function toldOf(organisation: Organisation): Partial<Organisation> | null {
  const { foundedOn, orgIds } = organisation
  const standing = Standing.parse(organisation)
  const isOnOthers = orgIds.some((id) => !isOnCharityRegister({ orgIds: [id] }))
  const isSilent = foundedOn === null && !isOnOthers && JSON.stringify(standing) === NOTHING
  return isSilent ? null : { ...standing, foundedOn, orgIds }
}

const NOTHING = JSON.stringify(NOTHING_TOLD)

const formOf = (organisation: Packable['organisation']): number =>
  (organisation.legalForm === null ? 0 : 1 + ApplicantType.options.indexOf(organisation.legalForm)) +
  (isOnCharityRegister(organisation) ? ON_REGISTER : 0)

const bitsOf = <T>(options: readonly T[], chosen: readonly T[]): number =>
  options.reduce((bits, option, at) => (chosen.includes(option) ? bits | (1 << at) : bits), 0)
