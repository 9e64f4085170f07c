import { describe, expect, test } from 'vitest'
import { isoDate } from '../../../src/base/date.ts'
import { closing } from '../../../src/domain/deadline.ts'
import { stated, UNKNOWN } from '../../../src/domain/fact.ts'
import type { Organisation } from '../../../src/domain/organisation.ts'
import { prepareCatalogue } from '../../../src/matching/catalogue/catalogue.ts'
import { applicantOf } from '../../../src/matching/profile/applicant.ts'
import { unitsOf } from '../../../src/matching/profile/units.ts'
import { CLOSED } from '../../../src/matching/rank/ground.ts'
import { groundsOf } from '../../../src/matching/rank/grounds.ts'
import { timingAt } from '../../../src/matching/rank/timing.ts'
import {
  anOpportunity,
  anOrganisation,
  BRISTOL,
  ENGLAND,
  opportunityId,
  rules,
  SOUTH_GLOUCESTERSHIRE,
} from '../../support/builders.ts'
import { LEARNT } from '../../support/learnt.ts'
import { NOW } from '../judged.ts'

const call = (id: string, over: Parameters<typeof anOpportunity>[0] = {}) =>
  anOpportunity({ id: opportunityId(id), title: '-', summary: '', description: '', ...over })
const inArea = (area: typeof BRISTOL) => ({ rules: rules({ areas: stated([area]) }) })

const catalogue = prepareCatalogue(LEARNT, [
  call('bristol', inArea(BRISTOL)),
  call('closed', { deadline: closing(isoDate('2026-05-01')) }),
  call('contract', { kind: 'contract', ...inArea(ENGLAND) }),
  call('england', inArea(ENGLAND)),
  call('here', inArea(SOUTH_GLOUCESTERSHIRE)),
  call('nowhere', { rules: rules({ areas: UNKNOWN }) }),
])
const applicant = (over: Partial<Organisation> = {}) => applicantOf(LEARNT, anOrganisation(over))
const ids = (slots: Iterable<number>) => [...slots].map((slot) => catalogue.opportunities[slot]?.id)
const grounds = () =>
  groundsOf(
    catalogue,
    catalogue.times.values.map((times) => timingAt(NOW, times)),
  )
/** What each open call has before a word is compared, by id. */
const baseOf = (over: Partial<Organisation> = {}) => {
  const { base, stretches } = grounds()(applicant(over))
  const slots = Array.from({ length: stretches.length / 2 }, (_, at) => [
    stretches[2 * at] ?? 0,
    stretches[2 * at + 1] ?? 0,
  ]).flatMap(([from = 0, end = 0]) => Array.from({ length: end - from }, (_, at) => from + at))
  expect(slots).toHaveLength(base.length)
  return new Map(
    slots
      .map((slot, at) => [String(ids([slot])[0]), base[at]] as const)
      .filter(([, units]) => units !== CLOSED),
  )
}
const openIds = (over: Partial<Organisation> = {}) => [...baseOf(over).keys()].sort()

describe('the ground', () => {
  test('has what is for everywhere first, then place by place, each by id', () => {
    expect(ids(catalogue.opportunities.keys())).toEqual([
      'nowhere',
      'bristol',
      'closed',
      'here',
      'contract',
      'england',
    ])
    expect(catalogue.everywhere).toBe(1)
  })
  test('is closed where the call is over, elsewhere, or a contract that nobody asked for', () => {
    expect(openIds()).toEqual(['england', 'here', 'nowhere'])
    expect(openIds({ wantsContracts: true })).toEqual(['contract', 'england', 'here', 'nowhere'])
    expect(openIds({ areas: [] })).toEqual(['bristol', 'england', 'here', 'nowhere'])
  })
  test('is made of place, time and what every organisation gets', () => {
    const england = baseOf().get('england')
    expect(england).toBe(
      unitsOf('place', 0.3) + unitsOf('time', 1) + unitsOf('recipients', 1) + unitsOf('breadth', 0),
    )
    expect(baseOf({ preparationDays: 365 }).get('england')).toBe((england ?? 0) - unitsOf('time', 1))
  })
})

describe('organisations', () => {
  test('of one place, whatever order it is written in, stand on one ground', () => {
    const groundOf = grounds()
    const one = groundOf(applicant({ areas: [BRISTOL, SOUTH_GLOUCESTERSHIRE], whatWeDo: 'Bees.' }))
    expect(groundOf(applicant({ areas: [SOUTH_GLOUCESTERSHIRE, BRISTOL], name: 'Other' }))).toBe(one)
  })
  test.for<Partial<Organisation>>([
    { areas: [BRISTOL] },
    { areas: [] },
    { areas: [], whatWeDo: 'In South Gloucestershire.' },
    { preparationDays: 21 },
    { wantsContracts: true },
  ])('that differ in %j do not', (over) => {
    const groundOf = grounds()
    expect(groundOf(applicant(over))).not.toBe(groundOf(applicant()))
  })
  test('beyond the room for grounds are still judged right', () => {
    const groundOf = grounds()
    const first = groundOf(applicant({ preparationDays: 1 }))
    for (let days = 2; days <= 365; days += 1) groundOf(applicant({ preparationDays: days }))
    expect(groundOf(applicant({ preparationDays: 1 }))).toEqual(first)
  })
})
