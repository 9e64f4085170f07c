import { describe, expect, test } from 'vitest'
import { isoDate } from '../../../src/base/date.ts'
import { closing } from '../../../src/domain/deadline.ts'
import { stated } from '../../../src/domain/fact.ts'
import { rules } from '../../support/builders.ts'
import { judge, open, outcome } from '../judged.ts'

describe('to have been running for a year, on 1 June 2026', () => {
  const running = (foundedOn: string, closesOn: string | null) =>
    outcome(
      'running',
      judge(
        { foundedOn: isoDate(foundedOn) },
        {
          deadline: closesOn === null ? ROLLING : closing(isoDate(closesOn)),
          rules: rules({ ...open, monthsRunning: stated(12) }),
        },
      ),
    )
  const ROLLING = { kind: 'rolling', zone: 'Europe/London', rounds: [], note: null } as const

  test('holds on the very day, and not on the day before', () => {
    expect(running('2025-06-01', null)?.outcome).toBe('pass')
    expect(running('2025-06-02', null)).toMatchObject({
      outcome: 'fail',
      opens: 'Opens once you have been running for 1 year, on 2 June 2026.',
    })
  })

  test('can come while bids are still taken, up to the last day', () => {
    expect(running('2025-06-30', '2026-06-30')).toMatchObject({
      outcome: 'pass',
      sentence:
        'It takes organisations that have been running for at least 1 year; you began on 30 June 2025, so you can apply from 30 June 2026, before it closes.',
    })
    expect(running('2025-07-01', '2026-06-30')?.outcome).toBe('fail')
  })

  test('of one that began on 29 February is so on 28 February', () => {
    const judged = judge(
      { foundedOn: isoDate('2024-02-29') },
      { deadline: ROLLING, rules: rules({ ...open, monthsRunning: stated(36) }) },
    )
    expect(outcome('running', judged)?.opens).toBe(
      'Opens once you have been running for 3 years, on 28 February 2027.',
    )
  })
})
