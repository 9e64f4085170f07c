import { expect, test } from 'vitest'
import { stated } from '../../../src/domain/fact.ts'
import { rules } from '../../support/builders.ts'
import { judge, open, outcome } from '../judged.ts'

const third = rules({ ...open, percentOfIncome: stated(33) })
const share = (income: number, needMin: number | null, awardMin: number | null, currency = 'GBP') =>
  outcome('share_of_income', judge({ income, needMin }, { rules: third, awardMin, currency }))

test('a third of the income is counted to the penny, rounded down', () => {
  expect(share(100_001, 33_000, null)).toMatchObject({
    outcome: 'pass',
    sentence: 'You can ask for at most 33% of your yearly income: £330.',
  })
  expect(share(100_001, 33_001, null)).toMatchObject({
    outcome: 'fail',
    opens: 'Opens if you looked for £330 or less.',
  })
})

test('a smallest award above it is a no, with the income that it would take', () => {
  expect(share(300_000, null, 99_000)?.outcome).toBe('pass')
  expect(share(300_000, null, 99_001)).toMatchObject({
    outcome: 'fail',
    opens: 'Opens if your income were £3,001 or more.',
  })
  expect(share(300_000, null, 99_001, 'EUR')?.outcome).toBe('pass')
})

test('who does not say how much it looks for is told how much it could', () => {
  expect(share(1_000_000, null, null)?.sentence).toContain('£3,300')
})

test('who had no income is told what it would take, and never to look for nothing', () => {
  expect(share(0, 33_000, null)).toMatchObject({
    outcome: 'fail',
    opens: 'Opens if your income were £1,000 or more.',
  })
})
