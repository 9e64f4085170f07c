import { expect, test } from 'vitest'
import { stated } from '../../../src/domain/fact.ts'
import { judgeRules, outcome } from '../judged.ts'

const duration = (own: [number | null, number | null], least: number, most: number) =>
  outcome(
    'duration',
    judgeRules(
      { durationMin: own[0], durationMax: own[1] },
      { durationMin: stated(least), durationMax: stated(most) },
    ),
  )

test('a plan that overlaps what is paid for will do', () => {
  expect(duration([24, 36], 12, 24)).toMatchObject({
    outcome: 'pass',
    sentence: 'It pays for 1 year to 2 years; you want money for 2 years to 3 years.',
  })
  expect(duration([6, 12], 12, 24)?.outcome).toBe('pass')
  expect(duration([25, null], 12, 24)?.outcome).toBe('fail')
  expect(duration([null, 11], 12, 24)?.outcome).toBe('fail')
})

test.for<[[number | null, number | null]]>([[[null, null]], [[12, 12]]])(
  'a shortest time above the longest is asked about, for a plan of %j',
  ([own]) => {
    expect(duration(own, 24, 12)).toMatchObject({
      outcome: 'unclear',
      question: 'For how long does the funder pay?',
    })
  },
)
