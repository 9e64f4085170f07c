import { type ApplicantType, VCSE } from '../../../domain/applicant-type.ts'
import { areaName } from '../../../domain/area.ts'
import {
  NO_ADDRESS,
  type Organisation,
  organisationId,
  USUAL_PREPARATION_DAYS,
} from '../../../domain/organisation.ts'
import { NOTHING_TOLD } from '../../../domain/standing.ts'
import { Beneficiary, Theme } from '../../../domain/theme.ts'
import { type Chance, chanceOf } from '../../soak/chance.ts'
import { anyArea } from './areas.ts'
import type { Vocabulary } from './vocabulary.ts'
import { writeText } from './write-text.ts'

const AREAS = [
  ['local_authority', 84],
  ['county', 6],
  ['region', 5],
  ['country', 3],
] as const
const PREPARATION = [14, 21, 21, 28, 42]
const FORMS: readonly ApplicantType[] = [...VCSE, 'cio', 'cio', 'unincorporated']
const WORDS = 60

/** Invented organisations by number: each is the same whenever it is asked for. */
export function organisationsFrom(seed: number, vocabulary: Vocabulary): (number: number) => Organisation {
  return (number) => {
    const chance = chanceOf(Math.imul(seed, 0x9e3779b1) ^ (2 * number))
    const about = Array.from({ length: 3 }, () => chance.upTo(vocabulary.concepts))
    const areas = anyArea(chance, AREAS)
    const place = areas[0] === undefined ? 'Friends' : areaName(areas[0])
    const helped = 10 + chance.upTo(10)
    return {
      ...NOTHING_TOLD,
      ...NO_ADDRESS,
      id: organisationId(`org-${String(number).padStart(7, '0')}`),
      reference: `R${number}`,
      name: `${place} ${vocabulary.phrase(chance, about[0] ?? 0)} ${vocabulary.ordinaryWord(chance)}`,
      email: null,
      areas,
      whatWeDo: writeText(vocabulary, chance, about, WORDS - helped),
      whoWeHelp: writeText(vocabulary, chance, about, helped),
      ...standing(chance),
      themes: someOf(chance, Theme.options, 3),
      beneficiaries: someOf(chance, Beneficiary.options, 3),
    }
  }
}

/** What rules ask of an organisation. */
function standing(chance: Chance) {
  const legalForm = chance.onceIn(12) ? null : (FORMS[chance.upTo(FORMS.length)] ?? null)
  const isCharity = legalForm === 'registered_charity' || legalForm === 'cio'
  const needMin = chance.onceIn(2) ? null : 50_000 * (1 + chance.upTo(40))
  return {
    orgIds: isCharity ? ['GB-CHC-1000001'] : [],
    legalForm,
    income: chance.onceIn(10) ? null : 100_000 * 2 ** chance.upTo(10) + 100 * chance.upTo(1_000),
    foundedOn: null,
    needMin,
    needMax: needMin === null ? null : needMin * (2 + chance.upTo(8)),
    wantsContracts: chance.onceIn(20),
    preparationDays: PREPARATION[chance.upTo(PREPARATION.length)] ?? USUAL_PREPARATION_DAYS,
  }
}

export const someOf = <T>(chance: Chance, items: readonly T[], most: number): T[] => [
  ...new Set(
    Array.from({ length: chance.upTo(most + 1) }, () => items[chance.upTo(items.length)]).filter(
      (item) => item !== undefined,
    ),
  ),
]
