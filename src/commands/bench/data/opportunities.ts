import { addDays, type Instant, isoDate } from '../../../base/date.ts'
import { type ApplicantType, VCSE } from '../../../domain/applicant-type.ts'
import { closing, type Deadline, NO_DEADLINE_KNOWN } from '../../../domain/deadline.ts'
import { inferred, stated, UNKNOWN } from '../../../domain/fact.ts'
import { type Opportunity, opportunityId } from '../../../domain/opportunity.ts'
import { NO_RULES, type Rules } from '../../../domain/rules.ts'
import { Beneficiary, Theme } from '../../../domain/theme.ts'
import { type Chance, chanceOf } from '../../soak/chance.ts'
import { anyArea } from './areas.ts'
import { someOf } from './organisations.ts'
import type { Vocabulary } from './vocabulary.ts'
import { writeText } from './write-text.ts'

/** When the invented calls were seen, and when they are matched. */
export const BENCH_DAY = isoDate('2026-06-01')
export const BENCH_NOW = new Date(`${BENCH_DAY}T06:00:00Z`)

const AREAS = [
  ['countries', 16],
  ['country', 18],
  ['region', 16],
  ['county', 8],
  ['combined_authority', 4],
  ['local_authority', 35],
] as const
const TAKEN: readonly (readonly ApplicantType[])[] = [
  VCSE,
  VCSE,
  ['registered_charity', 'cio'],
  ['registered_charity', 'cio', 'community_benefit_society'],
  ['local_authority', 'parish_council', 'school'],
]
const WORDS = 250

/** Invented calls by number: each is the same whenever it is asked for. @param version - another text under the same number */
export function opportunitiesFrom(
  seed: number,
  vocabulary: Vocabulary,
): (number: number, version?: number) => Opportunity {
  return (number, version = 1) => {
    const chance = chanceOf(Math.imul(seed + 7919 * version, 0x9e3779b1) ^ (2 * number + 1))
    const about = Array.from({ length: 4 }, () => chance.upTo(vocabulary.concepts))
    const awardMin = chance.onceIn(2) ? null : 50_000 * (1 + chance.upTo(20))
    return {
      id: opportunityId(`opp-${String(number).padStart(7, '0')}`),
      version,
      materialVersion: version,
      provenance: PROVENANCE,
      title: `${vocabulary.phrase(chance, about[0] ?? 0)} ${vocabulary.ordinaryWord(chance)} fund`,
      summary: writeText(vocabulary, chance, about, 25),
      description: writeText(vocabulary, chance, about, WORDS - 30),
      kind: chance.onceIn(12) ? 'contract' : 'grant',
      funder: { name: `${vocabulary.ordinaryWord(chance)} Trust`, orgId: null },
      programme: null,
      url: 'https://fund.example/',
      applyUrl: null,
      contactEmail: null,
      awardMin,
      awardMax: chance.onceIn(4) ? null : (awardMin ?? 50_000) * (1 + chance.upTo(20)),
      fundTotal: null,
      currency: 'GBP',
      deadline: anyDeadline(chance),
      forecast: chance.onceIn(30),
      ended: null,
      themes: someOf(chance, Theme.options, 4),
      beneficiaries: someOf(chance, Beneficiary.options, 3),
      cpv: [],
      vcseSignals: chance.onceIn(15) ? ['suitable'] : [],
      lots: [],
      rules: anyRules(chance),
    }
  }
}

const PROVENANCE: Opportunity['provenance'] = {
  sourceId: 'invented',
  sourceName: 'Invented data',
  licence: 'MIT',
  key: 'invented',
  firstSeenAt: BENCH_NOW.toISOString() as Instant,
  lastCheckedAt: BENCH_NOW.toISOString() as Instant,
  lastChangedAt: BENCH_NOW.toISOString() as Instant,
}

/** Some have closed already; lists must leave them out. */
function anyDeadline(chance: Chance): Deadline {
  const dice = chance.upTo(10)
  if (dice === 0) return NO_DEADLINE_KNOWN
  if (dice === 1) return { ...NO_DEADLINE_KNOWN, kind: 'rolling' }
  return closing(addDays(BENCH_DAY, chance.upTo(120) - 4))
}

function anyRules(chance: Chance): Rules {
  const areas = anyArea(chance, AREAS)
  const who = TAKEN[chance.upTo(TAKEN.length)] ?? VCSE
  const quote = 'as the funder says'
  return {
    ...NO_RULES,
    applicantTypes: chance.onceIn(4) ? UNKNOWN : chance.onceIn(4) ? inferred(who, quote) : stated(who),
    areas: areas.length === 0 ? UNKNOWN : chance.onceIn(10) ? inferred(areas, quote) : stated(areas),
    incomeMin: chance.onceIn(10) ? stated(1_000_000) : UNKNOWN,
    incomeMax: chance.onceIn(3) ? stated(10_000_000 * (1 + chance.upTo(10))) : UNKNOWN,
    supplierList: chance.onceIn(50) ? stated('the list of the invented council') : UNKNOWN,
  }
}
