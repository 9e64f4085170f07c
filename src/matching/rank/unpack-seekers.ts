import { ApplicantType } from '../../domain/applicant-type.ts'
import { NO_ADDRESS, type Organisation, organisationId } from '../../domain/organisation.ts'
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
  const roomFor = roomsBySize()
  return (number) => {
    const texts = profileAt(packed.profiles, number)
    const labels = labelsOf(number)
    const room = roomFor(soughtCount(texts, labels))
    fillSought(texts, labels, room)
    return new PackedSeeker(packed, told, number, room)
  }
}

type Room = Pick<Seeker, 'keys' | 'pulls'>

/** Room for so many keys and pulls: the same whenever as many are asked for. */
function roomsBySize(): (count: number) => Room {
  const rooms: Room[] = []
  return (count) => {
    const room = rooms[count] ?? { keys: new Uint32Array(count), pulls: new Int16Array(count) }
    rooms[count] = room
    return room
  }
}

/** Its facts are put together only when they are asked for. */
class PackedSeeker implements Seeker {
  readonly packed: PackedSeekers
  readonly told: ReadonlyMap<number, Partial<Organisation>>
  readonly number: number
  readonly where: Seeker['where']
  readonly keys: Uint32Array
  readonly pulls: Int16Array

  constructor(
    packed: PackedSeekers,
    told: ReadonlyMap<number, Partial<Organisation>>,
    number: number,
    { keys, pulls }: Room,
  ) {
    this.packed = packed
    this.told = told
    this.number = number
    this.where = packed.places[packed.placeNumbers[number] ?? 0] ?? NOWHERE
    this.keys = keys
    this.pulls = pulls
  }

  get wishes(): Seeker['wishes'] {
    return this
  }

  get preparationDays(): number {
    return this.packed.preparationDays[this.number] ?? 1
  }

  get wantsContracts(): boolean {
    return this.packed.wantsContracts[this.number] === 1
  }

  get organisation(): SeekerFacts {
    const facts = factsOf(this)
    const more = this.told.get(this.number)
    return more ? { ...facts, ...more } : facts
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

function factsOf({ packed, number, where, preparationDays, wantsContracts }: PackedSeeker): SeekerFacts {
  const form = packed.forms[number] ?? 0
  return {
    ...BLANK,
    areas: where.basis === 'stated' ? where.areas : [],
    legalForm: ApplicantType.options[(form % ON_REGISTER) - 1] ?? null,
    orgIds: form >= ON_REGISTER ? REGISTERED : UNREGISTERED,
    beneficiaries: chosen(Beneficiary.options, packed.groups[number] ?? 0),
    income: orNull(packed.incomes[number]),
    needMin: orNull(packed.needMins[number]),
    needMax: orNull(packed.needMaxes[number]),
    preparationDays,
    wantsContracts,
  }
}

/** Ranking reads no texts, and rules no addresses. */
const BLANK: Organisation = {
  ...NOTHING_TOLD,
  ...NO_ADDRESS,
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
