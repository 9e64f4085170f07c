import { addDays, type IsoDate, isoDate, LONDON, localTime } from '../../src/base/date.ts'
import type { Chance } from '../../src/commands/soak/chance.ts'
import type { Deadline, Round } from '../../src/domain/deadline.ts'
import { inferred, stated, UNKNOWN } from '../../src/domain/fact.ts'
import type { Opportunity } from '../../src/domain/opportunity.ts'
import type { Organisation } from '../../src/domain/organisation.ts'
import {
  anOpportunity,
  anOrganisation,
  BRISTOL,
  ENGLAND,
  opportunityId,
  organisationId,
  rules,
  SOUTH_GLOUCESTERSHIRE,
  SOUTH_WEST,
} from './builders.ts'

const TOPICS = [
  'community kitchen',
  'lunch club for older people',
  'forest school for young people',
  'brass band',
  'debt advice',
  'allotment and gardening',
  'mental health support',
] as const
const AREAS = [SOUTH_GLOUCESTERSHIRE, BRISTOL, SOUTH_WEST, ENGLAND] as const

/** Random rounds about that day: one or two, some with an opening, some with an hour. */
function anyRounds(chance: Chance, today: IsoDate): Round[] {
  const closesTime = chance.onceIn(3) ? localTime('12:00') : null
  const first = addDays(today, chance.upTo(70) - 3)
  const round = { opensOn: chance.onceIn(3) ? addDays(first, -2) : null, closesOn: first, closesTime }
  const next = { opensOn: addDays(first, 3), closesOn: addDays(first, 9 + chance.upTo(30)), closesTime }
  return chance.onceIn(4) ? [round, next] : [round]
}

function anyDeadline(chance: Chance, today: IsoDate): Deadline {
  const kind = chance.pick(['fixed', 'fixed', 'fixed', 'rolling', 'until_spent', 'unknown'] as const)
  return { kind, zone: LONDON, rounds: kind === 'fixed' ? anyRounds(chance, today) : [], note: null }
}

/** Some call or other, open about that day or not, and not always for everybody. */
export const anyCall = (chance: Chance, today: IsoDate, id: string, version = 1): Opportunity =>
  anOpportunity({
    id: opportunityId(id),
    version,
    title: `${chance.pick(TOPICS)} fund`,
    summary: chance.pick(TOPICS),
    description: '',
    kind: chance.onceIn(8) ? 'contract' : 'grant',
    awardMax: 100_000 * (1 + chance.upTo(9)),
    awardMin: chance.onceIn(3) ? 90_000 : null,
    deadline: anyDeadline(chance, today),
    forecast: chance.onceIn(10),
    ended: chance.onceIn(8) ? 'withdrawn' : null,
    rules: rules({
      areas: chance.pick([
        UNKNOWN,
        stated([chance.pick(AREAS)]),
        inferred([SOUTH_WEST], 'in the South West'),
      ]),
      applicantTypes: chance.pick([
        UNKNOWN,
        stated(['registered_charity'] as const),
        stated(['cic_guarantee'] as const),
      ]),
      monthsRunning: chance.onceIn(4) ? stated(12) : UNKNOWN,
      monthsOfAccounts: chance.onceIn(6) ? stated(24) : UNKNOWN,
      reapplyGap: chance.onceIn(6) ? stated({ months: 12, after: 'application' as const }) : UNKNOWN,
      oneLiveAward: chance.onceIn(6) ? stated(true) : UNKNOWN,
    }),
  })

/** Some day of the two years before the histories begin, or of the months that they live. */
const anyDay = (chance: Chance) => addDays(isoDate('2024-06-01'), chance.upTo(800))

const anyBid = (chance: Chance) => ({
  funder: 'The Example Fund',
  funderId: null,
  appliedOn: anyDay(chance),
  outcome: chance.pick(['awarded', 'not_awarded'] as const),
  endsOn: chance.onceIn(2) ? null : anyDay(chance),
})

/** Some organisation or other. */
export const anyOrganisation = (chance: Chance, id: string): Organisation =>
  anOrganisation({
    id: organisationId(id),
    reference: id,
    orgIds: [],
    legalForm: chance.pick(['cio', 'registered_charity', 'cic_guarantee', null] as const),
    name: `Group ${id}`,
    whatWeDo: `${chance.pick(TOPICS)} and ${chance.pick(TOPICS)}`,
    areas: chance.onceIn(5) ? [] : [chance.pick(AREAS)],
    needMax: chance.onceIn(2) ? null : 500_000,
    foundedOn: chance.onceIn(2) ? null : anyDay(chance),
    accountsFrom: chance.onceIn(2) ? null : anyDay(chance),
    history: chance.onceIn(2) ? null : [anyBid(chance)],
    wantsContracts: chance.onceIn(4),
    preparationDays: chance.pick([7, 20, 21, 42]),
  })
