import { describe, expect, test } from 'vitest'
import { isoDate } from '../../../src/base/date.ts'
import { closing, NO_DEADLINE_KNOWN } from '../../../src/domain/deadline.ts'
import type { RuleOutcome } from '../../../src/domain/match.ts'
import type { Opportunity } from '../../../src/domain/opportunity.ts'
import { judge, outcome } from '../judged.ts'

describe('the deadline', () => {
  const soon = { kind: 'fixed', zone: 'Europe/London', note: null } as const
  test.for<[string, Partial<Opportunity>, RuleOutcome['outcome'], string]>([
    ['open', {}, 'pass', 'until 30 June 2026'],
    ['closed', { deadline: closing(isoDate('2026-05-31')) }, 'fail', 'closed on 31 May 2026'],
    ['withdrawn', { ended: 'withdrawn' }, 'fail', 'withdrawn'],
    ['awarded', { ended: 'awarded' }, 'fail', 'awarded'],
    ['closed early', { ended: 'closed_early' }, 'fail', 'closed early'],
    ['rolling', { deadline: { ...soon, kind: 'rolling', rounds: [] } }, 'pass', 'no closing date'],
    [
      'open until spent',
      { deadline: { ...soon, kind: 'until_spent', rounds: [] } },
      'pass',
      'money is spent',
    ],
    [
      'not open yet',
      {
        deadline: {
          ...soon,
          rounds: [{ opensOn: isoDate('2026-07-01'), closesOn: isoDate('2026-08-01'), closesTime: null }],
        },
      },
      'pass',
      'from 1 July 2026',
    ],
    ['announced', { forecast: true, deadline: NO_DEADLINE_KNOWN }, 'pass', 'do not know when it opens'],
    ['not known', { deadline: NO_DEADLINE_KNOWN }, 'not_stated', 'do not know when this closes'],
  ])('of a call that is %s', ([, over, expected, words]) => {
    const rule = outcome('deadline', judge({}, over))
    expect(rule?.outcome).toBe(expected)
    expect(rule?.sentence).toContain(words)
    expect(rule?.opens).toBe(expected === 'fail' ? 'Opens if it runs again.' : null)
  })

  test('that is not known does not keep a yes from being a yes', () => {
    expect(judge({}, { deadline: NO_DEADLINE_KNOWN }).verdict).toBe('eligible')
  })
})
