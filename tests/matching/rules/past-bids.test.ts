import { describe, expect, test } from 'vitest'
import { isoDate } from '../../../src/base/date.ts'
import { closing } from '../../../src/domain/deadline.ts'
import { stated } from '../../../src/domain/fact.ts'
import type { RuleOutcome } from '../../../src/domain/match.ts'
import type { Opportunity } from '../../../src/domain/opportunity.ts'
import type { ReapplyGap } from '../../../src/domain/rules.ts'
import type { PastBid } from '../../../src/domain/standing.ts'
import { rules } from '../../support/builders.ts'
import { judge, open, outcome } from '../judged.ts'

const bid = (over: Partial<PastBid> = {}): PastBid => ({
  funder: 'The Example Fund',
  funderId: null,
  appliedOn: isoDate('2025-06-01'),
  outcome: 'awarded',
  endsOn: isoDate('2026-05-31'),
  ...over,
})
const soon: Partial<Opportunity> = { deadline: closing(isoDate('2026-06-01')) }

describe('a year to wait, on 1 June 2026', () => {
  const reapply = (
    history: PastBid[] | null,
    after: ReapplyGap['after'],
    over: Partial<Opportunity> = soon,
  ) =>
    outcome(
      'reapply',
      judge({ history }, { ...over, rules: rules({ ...open, reapplyGap: stated({ months: 12, after }) }) }),
    )

  test.for<[string, Partial<PastBid>, ReapplyGap['after'], RuleOutcome['outcome']]>([
    ['over today', {}, 'application', 'pass'],
    ['over tomorrow', { appliedOn: isoDate('2025-06-02') }, 'application', 'fail'],
    [
      'after a bid that was lost',
      { appliedOn: isoDate('2026-01-01'), outcome: 'not_awarded' },
      'application',
      'fail',
    ],
    [
      'after an award, and the bid was lost',
      { appliedOn: isoDate('2026-01-01'), outcome: 'not_awarded' },
      'award',
      'pass',
    ],
    ['after an award', { appliedOn: isoDate('2026-01-01') }, 'award', 'fail'],
    [
      'after an award that may have been',
      { appliedOn: isoDate('2026-01-01'), outcome: null },
      'award',
      'unclear',
    ],
    ['after a bid of no known day', { appliedOn: null }, 'application', 'unclear'],
    [
      'after a bid to somebody else',
      { funder: 'Another Fund', appliedOn: isoDate('2026-05-01') },
      'application',
      'pass',
    ],
    [
      'after a bid to the same by another spelling',
      { funder: 'example fund', appliedOn: isoDate('2026-05-01') },
      'application',
      'fail',
    ],
  ])('%s', ([, over, after, expected]) => {
    expect(reapply([bid(over)], after)?.outcome).toBe(expected)
  })

  test('counts from the newest bid', () => {
    const bids = [bid({ appliedOn: isoDate('2026-02-03') }), bid({ appliedOn: isoDate('2020-01-01') })]
    expect(reapply(bids, 'application')?.opens).toBe('Opens on 3 February 2027, if it runs again.')
  })

  test('can end while bids are still taken', () => {
    const later = { deadline: closing(isoDate('2026-06-30')) }
    expect(reapply([bid({ appliedOn: isoDate('2025-06-30') })], 'application', later)).toMatchObject({
      outcome: 'pass',
      sentence: expect.stringContaining('you can apply from 30 June 2026, before it closes'),
    })
  })

  test('knows the funder by its id before its name', () => {
    const funder = { name: 'The Example Fund', orgId: 'GB-CHC-2' }
    const other = bid({ funderId: 'GB-CHC-3', appliedOn: isoDate('2026-05-01') })
    expect(reapply([other], 'application', { ...soon, funder })?.outcome).toBe('pass')
    const renamed = bid({ funder: 'Old name', funderId: 'GB-CHC-2', appliedOn: isoDate('2026-05-01') })
    expect(reapply([renamed], 'application', { ...soon, funder })?.outcome).toBe('fail')
  })

  test('knows a funder by the name that it had before, and none by a publisher’s own id', () => {
    const funder = { name: 'The National Lottery Community Fund', orgId: '360G-blf' }
    const former = bid({ funder: 'Big Lottery Fund', funderId: 'GB-GOR-1', appliedOn: isoDate('2026-05-01') })
    expect(reapply([former], 'application', { ...soon, funder })?.outcome).toBe('fail')
  })

  describe('asks of a name that is nearly the same', () => {
    const near = (over: Partial<PastBid>) => bid({ funder: 'Exampel Trust', ...over })

    test.for<[string, Partial<PastBid>, ReapplyGap['after'], RuleOutcome['outcome']]>([
      [
        'whether it is, where the wait is not over',
        { appliedOn: isoDate('2025-06-02') },
        'application',
        'unclear',
      ],
      [
        'nothing on the day when the wait is over',
        { appliedOn: isoDate('2025-06-01') },
        'application',
        'pass',
      ],
      ['whether it is, where the day is not told', { appliedOn: null }, 'application', 'unclear'],
      [
        'nothing where only an award counts, and there was none',
        { appliedOn: isoDate('2026-05-01'), outcome: 'not_awarded' },
        'award',
        'pass',
      ],
      ['whether it is, where it was an award', { appliedOn: isoDate('2026-05-01') }, 'award', 'unclear'],
      [
        'nothing where both have ids, which are not the same',
        { appliedOn: isoDate('2026-05-01'), funderId: 'GB-CHC-3' },
        'application',
        'pass',
      ],
    ])('%s', ([, over, after, expected]) => {
      const funder = { name: 'The Example Fund', orgId: 'GB-CHC-2' }
      expect(reapply([near(over)], after, { ...soon, funder })?.outcome).toBe(expected)
    })

    test('naming both', () => {
      const bids = [near({ appliedOn: isoDate('2026-05-01') }), near({ funder: 'Examples' })]
      expect(reapply(bids, 'application')).toMatchObject({
        outcome: 'unclear',
        sentence:
          'You must wait 1 year after a bid before you apply again, and your history names a funder that may be The Example Fund.',
        question: 'Is “Exampel Trust” or “Examples” in your history the same funder as “The Example Fund”?',
      })
    })

    test('and asks nothing where a bid by its own name settles it', () => {
      const own = bid({ appliedOn: isoDate('2026-05-01') })
      expect(reapply([own, near({ appliedOn: null })], 'application')?.outcome).toBe('fail')
    })

    test('and nothing of other names', () => {
      const other = bid({ funder: 'Another Example Fund North', appliedOn: isoDate('2026-05-01') })
      expect(reapply([other], 'application')?.outcome).toBe('pass')
    })
  })

  test('does not bind who has told of no bid at all, and asks who has not told', () => {
    expect(reapply([], 'application')?.outcome).toBe('pass')
    expect(reapply(null, 'award')).toMatchObject({
      outcome: 'unclear',
      question: 'When did you last win an award from The Example Fund, if ever?',
    })
  })
})

describe('one award at a time, on 1 June 2026', () => {
  const live = (history: PastBid[], over: Partial<Opportunity> = soon) =>
    outcome(
      'live_award',
      judge({ history }, { ...over, rules: rules({ ...open, oneLiveAward: stated(true) }) }),
    )

  test.for<[string, Partial<PastBid>, RuleOutcome['outcome']]>([
    ['that ended yesterday', {}, 'pass'],
    ['that ends today', { endsOn: isoDate('2026-06-01') }, 'fail'],
    ['whose end is not told', { endsOn: null }, 'unclear'],
    ['that may have been won', { outcome: null }, 'unclear'],
    ['that was not won', { outcome: 'not_awarded', endsOn: null }, 'pass'],
    ['that is not decided', { outcome: 'waiting', endsOn: null }, 'pass'],
    ['of another funder', { funder: 'Another Fund', endsOn: isoDate('2027-01-01') }, 'pass'],
  ])('of one %s', ([, over, expected]) => {
    expect(live([bid(over)])?.outcome).toBe(expected)
  })

  test.for<[string, Partial<PastBid>, RuleOutcome['outcome']]>([
    ['that ended yesterday', {}, 'pass'],
    ['that ends today', { endsOn: isoDate('2026-06-01') }, 'unclear'],
    ['whose end is not told', { endsOn: null }, 'unclear'],
    ['that was not won', { outcome: 'not_awarded', endsOn: null }, 'pass'],
  ])('of a funder of nearly the same name, %s', ([, over, expected]) => {
    const found = live([bid({ funder: 'Example Foundation', ...over })])
    expect(found?.outcome).toBe(expected)
    expect(found?.question).toBe(
      expected === 'pass'
        ? null
        : 'Is “Example Foundation” in your history the same funder as “The Example Fund”?',
    )
  })

  test('that ends while bids are still taken leaves time to apply', () => {
    const later = { deadline: closing(isoDate('2026-06-30')) }
    expect(live([bid({ endsOn: isoDate('2026-06-29') })], later)?.sentence).toContain(
      'you can apply from 30 June 2026',
    )
    expect(live([bid({ endsOn: isoDate('2026-06-30') })], later)?.outcome).toBe('fail')
  })
})
