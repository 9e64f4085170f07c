import { expect, test } from 'vitest'
import { describeChanges } from '../../src/domain/changes.ts'
import { preferred, stated, UNKNOWN } from '../../src/domain/fact.ts'
import type { Rules } from '../../src/domain/rules.ts'
import { aContent, rules } from '../support/builders.ts'

const NOW = new Date('2026-06-01T12:00:00Z')
const changes = (before: Partial<Rules>, after: Partial<Rules>) =>
  describeChanges(NOW, aContent({ rules: rules(before) }), aContent({ rules: rules(after) }))

test.for<[Partial<Rules>, string, string]>([
  [{ policies: stated(['safeguarding', 'equality']) }, 'Policies', 'Policies on safeguarding and equality'],
  [{ matchPercent: stated(25) }, 'Match funding', 'At least 25% of the cost from elsewhere'],
  [{ reapplyGap: stated({ months: 24, after: 'award' }) }, 'Applying again', '2 years after an award'],
  [{ councils: stated('none') }, 'Councils', 'A council may not take part'],
  [{ monthsRunning: stated(18) }, 'Time running', 'At least 18 months'],
  [{ closesAfter: stated(1) }, 'Closes early', 'Once 1 bid has come in'],
  [{ beneficiaries: stated(['lgbt_people', 'carers']) }, 'Whom it must be for', 'LGBT+ people or carers'],
])('a new rule is told: %j', ([rule, field, after]) => {
  expect(changes({}, rule)).toEqual([{ field, before: 'Not stated', after }])
  expect(changes(rule, rule)).toEqual([])
})

test('a requirement that becomes a wish is told', () => {
  expect(changes({ incomeMax: stated(100_000) }, { incomeMax: preferred(stated(100_000)) })).toEqual([
    {
      field: 'Income',
      before: 'Up to £1,000 a year',
      after: 'Up to £1,000 a year (preferred, not required)',
    },
  ])
})

test('limits of which one is a wish are told apart', () => {
  expect(changes({}, { incomeMin: stated(100), incomeMax: preferred(stated(200)) })[0]?.after).toBe(
    'At least £1 a year; Up to £2 a year (preferred, not required)',
  )
})

test('what is not known before or after is no change', () => {
  expect(changes({}, { policies: UNKNOWN })).toEqual([])
})
