import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayOf, isoDate } from '../../../src/base/date.ts'
import { NO_DEADLINE_KNOWN } from '../../../src/domain/deadline.ts'
import { preferred, stated } from '../../../src/domain/fact.ts'
import type { Opportunity } from '../../../src/domain/opportunity.ts'
import type { Organisation } from '../../../src/domain/organisation.ts'
import type { Rules } from '../../../src/domain/rules.ts'
import { prepareCatalogue } from '../../../src/matching/catalogue/catalogue.ts'
import { judgeEligibility } from '../../../src/matching/eligibility.ts'
import { countBars } from '../../../src/matching/opening/count-bars.ts'
import { countOpeners } from '../../../src/matching/opening/count-openers.ts'
import { surveyFor } from '../../../src/matching/opening/survey.ts'
import { applicantOf } from '../../../src/matching/profile/applicant.ts'
import {
  anOpportunity,
  anOrganisation,
  BRISTOL,
  ENGLAND,
  opportunityId,
  rules,
  SOUTH_WEST,
  WALES,
} from '../../support/builders.ts'
import { LEARNT } from '../../support/learnt.ts'
import { anyOpportunity, anyOrganisation } from '../any-pair.ts'
import { NOW, open } from '../judged.ts'

const TODAY = dayOf(NOW)
const MOST = 5

/** What is shut to an organisation of opportunities that set these rules. */
function shutBy(organisation: Organisation, all: readonly Partial<Opportunity>[]) {
  const opportunities = all.map((over, at) => anOpportunity({ ...over, id: opportunityId(`call-${at}`) }))
  const catalogue = prepareCatalogue(LEARNT, opportunities)
  return surveyFor(NOW, catalogue, applicantOf(LEARNT, organisation), new Set()).shut
}
const openersFor = (
  organisation: Partial<Organisation>,
  sets: readonly Partial<Rules>[],
  over: Partial<Opportunity> = {},
  most = MOST,
) => {
  const own = anOrganisation(organisation)
  const calls = sets.map((set) => ({ ...over, rules: rules({ ...open, ...set }) }))
  return countOpeners(shutBy(own, calls), own, TODAY, most)
}

const safeguarding = {
  policies: stated<Rules['policies'] extends infer F ? (F extends { value: infer V } ? V : never) : never>([
    'safeguarding',
  ]),
}
const elsewhere = { areas: stated([BRISTOL]) }
const get = (step: string, opens: number) => ({ rule: 'policies', step, opens })
const partnerIn = (place: string, opens: number) => ({
  rule: 'area',
  step: `Bid with a partner that works in ${place}`,
  opens,
})

describe('what would open most', () => {
  test('counts what nothing else stands in the way of, most first', () => {
    expect(openersFor({ policies: [] }, [elsewhere, safeguarding, safeguarding])).toEqual([
      get('Get a policy on safeguarding', 2),
      partnerIn('Bristol', 1),
    ])
  })

  test('counts what two things stand in the way of for neither', () => {
    const both = { ...elsewhere, ...safeguarding }
    expect(openersFor({ policies: [] }, [both])).toEqual([])
    expect(openersFor({ policies: [] }, [both, safeguarding])).toEqual([
      get('Get a policy on safeguarding', 1),
    ])
  })

  test('counts two missing policies as two things', () => {
    const two = { policies: stated(['safeguarding', 'equality'] as const) }
    expect(openersFor({ policies: [] }, [two, safeguarding])).toEqual([
      get('Get a policy on safeguarding', 1),
    ])
    expect(openersFor({ policies: ['equality'] }, [two, safeguarding])).toEqual([
      get('Get a policy on safeguarding', 2),
    ])
  })

  test('never counts a wish, alone or beside what is required', () => {
    expect(
      openersFor({ policies: [] }, [{ policies: preferred(stated(['safeguarding'] as const)) }]),
    ).toEqual([])
    expect(openersFor({ policies: [] }, [{ ...safeguarding, areas: preferred(stated([BRISTOL])) }])).toEqual([
      get('Get a policy on safeguarding', 1),
    ])
  })

  test('counts for a place what is for it, and what is for all around it', () => {
    const own = { areas: [WALES] }
    const calls = [
      { areas: stated([SOUTH_WEST]) },
      { areas: stated([BRISTOL]) },
      { areas: stated([BRISTOL]) },
    ]
    expect(openersFor(own, calls)).toEqual([partnerIn('Bristol', 3)])
    expect(
      openersFor(own, [...calls, { areas: stated([SOUTH_WEST]) }, { areas: stated([SOUTH_WEST]) }]),
    ).toEqual([partnerIn('Bristol', 5), partnerIn('the South West', 3)])
  })

  test('tells of a wide area before a place in it, where most ask for no more', () => {
    const calls = [ENGLAND, ENGLAND, BRISTOL].map((code) => ({ areas: stated([code]) }))
    expect(openersFor({ areas: [WALES] }, calls, {}, 1)).toEqual([partnerIn('England', 2)])
  })

  test('tells of one of several ways that open the very same', () => {
    expect(openersFor({ areas: [WALES] }, [{ areas: stated([BRISTOL, SOUTH_WEST]) }])).toEqual([
      partnerIn('Bristol', 1),
    ])
  })

  test('counts for a limit what is under it too', () => {
    const calls = [20, 20, 10, 50].map((percent) => ({ matchPercent: stated(percent) }))
    expect(openersFor({ matchPercent: 0 }, calls)).toEqual([
      { rule: 'match_funding', step: 'Find 50% of the cost elsewhere', opens: 4 },
      { rule: 'match_funding', step: 'Find 20% of the cost elsewhere', opens: 3 },
    ])
  })

  test('counts a wait only where bids will still be taken when it is over', () => {
    const set = [{ monthsRunning: stated(12) }]
    const own = { foundedOn: isoDate('2025-09-15') }
    expect(openersFor(own, set, { deadline: { ...NO_DEADLINE_KNOWN, kind: 'rolling' } })).toEqual([
      {
        rule: 'running',
        step: 'Wait until 15 September 2026, when you will have been running for 1 year',
        opens: 1,
      },
    ])
    expect(openersFor(own, set)).toEqual([])
  })

  test('is at most so many, those that most ask for', () => {
    const calls = [BRISTOL, BRISTOL, WALES].map((code) => ({ areas: stated([code]) }))
    expect(openersFor({ areas: ['S92000003' as never] }, calls, {}, 1)).toEqual([partnerIn('Bristol', 2)])
    expect(openersFor({}, [elsewhere], {}, 0)).toEqual([])
  })

  test('is nothing where nothing is shut', () => {
    expect(openersFor({}, [{}])).toEqual([])
  })
})

test('what stands in the way is counted with and without company', () => {
  const shut = shutBy(
    anOrganisation({ policies: [] }),
    [{ ...elsewhere, ...safeguarding }, safeguarding, {}].map((set) => ({
      rules: rules({ ...open, ...set }),
    })),
  )
  expect(countBars(shut)).toEqual([
    { rule: 'policies', count: 2 },
    { rule: 'area', count: 1 },
  ])
})

test('a step opens as many as its change, and nothing else, turns from a no to something else', () => {
  let told = 0
  fc.assert(
    fc.property(fc.array(anyOpportunity, { minLength: 1, maxLength: 12 }), anyOrganisation, (calls, own) => {
      const shut = shutBy(own, calls)
      for (const { rule, step, opens } of countOpeners(shut, own, TODAY, 100)) {
        told += 1
        const lone = shut.filter(({ bars }) => bars.length === 1 && bars[0]?.name === rule)
        const [change] = lone
          .flatMap(({ bars }) => bars[0]?.stepsFor(own, TODAY) ?? [])
          .filter(({ text }) => text === step)
        if (!change) throw new Error(`Nobody asks for: ${step}`)
        // A place is judged by what lies in it, and a wait by the day: the other rules tell the rest.
        if (rule === 'area' || rule === 'beneficiary_area' || change.on !== null) continue
        const after = { ...own, ...change.changes }
        const lifted = lone.filter(({ opportunityId: id }) => {
          const call = calls[Number(id.slice('call-'.length))]
          const said = judgeEligibility(NOW, after, anOpportunity({ ...call })).rules.find(
            (it) => it.rule === rule,
          )
          return said?.outcome === 'pass'
        })
        expect(lifted).toHaveLength(opens)
      }
    }),
    { numRuns: 300, seed: 11 },
  )
  expect(told).toBeGreaterThan(100)
})
