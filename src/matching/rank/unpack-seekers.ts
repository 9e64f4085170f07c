import { ApplicantType } from '../../domain/applicant-type.ts'
import { type Organisation, organisationId } from '../../domain/organisation.ts'
import { NOTHING_TOLD } from '../../domain/standing.ts'
import { Beneficiary, Theme } from '../../domain/theme.ts'
import { fillSought, labelPulls, soughtCount } from '../profile/applicant.ts'
import { profileAt } from '../profile/packed-profiles.ts'
import { ON_REGISTER, type PackedSeekers } from './packed-seekers.ts'
import type { Seeker, SeekerFacts } from './seeker.ts'

/**
 * Finds packed organisations by number, ready to be ranked for. Keys and pulls lie in room that is used
 * again: each is good until the next is asked for.
 */
export function unpackSeekers(packed: PackedSeekers): (number: number) => Seeker {
  const labelsOf = labelsFrom(packed)
  const told = new Map(packed.told)
  let room = { keys: new Uint32Array(256), pulls: new Int16Array(256) }
  return (number) => {
    const texts = profileAt(packed.profiles, number)
    const labels = labelsOf(number)
    const count = soughtCount(texts, labels)
    if (count > room.keys.length) room = { keys: new Uint32Array(count), pulls: new Int16Array(count) }
    fillSought(texts, labels, room)
    const where = packed.places[packed.placeNumbers[number] ?? 0] ?? NOWHERE
    const wishes = {
      preparationDays: packed.preparationDays[number] ?? 1,
      wantsContracts: packed.wantsContracts[number] === 1,
    }
    return {
      where,
      wishes,
      keys: room.keys.subarray(0, count),
      pulls: room.pulls.subarray(0, count),
      get organisation() {
        const more = told.get(number)
        const facts = { ...factsOf(packed, number, where), ...wishes }
        return more ? { ...facts, ...more } : facts
      },
    }
  }
}

const NOWHERE = { areas: [], basis: 'named' } as const

type Labels = ReturnType<typeof labelPulls>

/** The same few labels come again and again. */
function labelsFrom({ themes, groups }: PackedSeekers): (number: number) => Labels {
  const known = new Map<number, Map<number, Labels>>()
  return (number) => {
    const [theme, group] = [themes[number] ?? 0, groups[number] ?? 0]
    const byGroup = known.get(theme) ?? new Map<number, Labels>()
    const labels =
      byGroup.get(group) ??
      labelPulls({ themes: chosen(Theme.options, theme), beneficiaries: chosen(Beneficiary.options, group) })
    known.set(theme, byGroup.set(group, labels))
    return labels
  }
}

const chosen = <T>(options: readonly T[], bits: number): T[] =>
  options.filter((_, at) => (bits & (1 << at)) !== 0)

function factsOf(packed: PackedSeekers, number: number, where: Seeker['where']): SeekerFacts {
  const form = packed.forms[number] ?? 0
  return {
    ...BLANK,
    areas: where.basis === 'stated' ? where.areas : [],
    legalForm: ApplicantType.options[(form % ON_REGISTER) - 1] ?? null,
    orgIds: form >= ON_REGISTER ? REGISTERED : UNREGISTERED,
    income: orNull(packed.incomes[number]),
    needMin: orNull(packed.needMins[number]),
    needMax: orNull(packed.needMaxes[number]),
  }
}

/** Ranking reads no texts, and rules no addresses. */
const BLANK: Organisation = {
  ...NOTHING_TOLD,
  id: organisationId('-'),
  reference: '-',
  name: '-',
  email: null,
  orgIds: [],
  legalForm: null,
  areas: [],
  income: null,
  foundedOn: null,
  whatWeDo: '',
  whoWeHelp: '',
  themes: [],
  beneficiaries: [],
  needMin: null,
  needMax: null,
  wantsContracts: false,
  preparationDays: 1,
}

/** Only whether there is a number is kept, not which. */
const REGISTERED = ['GB-CHC-']
const UNREGISTERED: readonly string[] = []

const orNull = (value = Number.NaN): number | null => (Number.isNaN(value) ? null : value)
