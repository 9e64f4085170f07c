import { expect, test } from 'vitest'
import { deadlinesOf } from './readings.ts'

test.for([
  ['Applications must reach us by noon on 3 June.', '2026-06-03 12:00'],
  ['The deadline is 12 noon, Friday 5 June 2026.', '2026-06-05 12:00'],
  ['Closing date: 5 June 2026', '2026-06-05'],
  ['Applications must be received by 5pm on Friday 5 June 2026.', '2026-06-05 17:00'],
  ['Please apply by 5.30pm on Friday 5th June.', '2026-06-05 17:30'],
  ['The fund closes at midnight on 30 June 2026.', '2026-06-30 23:59'],
  ['Applications close on 30 June 2026 at 11:59pm.', '2026-06-30 23:59'],
  ['Deadline for applications: 2026-06-30', '2026-06-30'],
  ['The deadline for bids is 17:00 on 30/06/2026.', '2026-06-30 17:00'],
  ['The closing date for applications is June 30, 2026.', '2026-06-30'],
  ['DEADLINE FOR APPLICATIONS: FRIDAY 5 JUNE 2026, 12 NOON', '2026-06-05 12:00'],
  ['Community groups have until Sunday 31 May to apply.', '2026-05-31'],
  ['The deadline has been extended from 3 to 10 June 2026.', '2026-06-10'],
  ['The deadline has been extended to 10 June 2026 at noon.', '2026-06-10 12:00'],
  [
    '<p>The deadline for applications is <strong>noon&nbsp;on 3&nbsp;June 2026</strong>.</p>',
    '2026-06-03 12:00',
  ],
  ['Applications are open and close on 1 September 2026.', '2026-09-01'],
  ['Applications by 29 February 2028.', '2028-02-29'],
])('finds the closing day in “%s”', ([text, day]) => {
  expect(deadlinesOf(text ?? '')).toEqual([day])
})

test('finds every round', () => {
  expect(
    deadlinesOf('Deadlines for applications: 5 July 2026, 25 October 2026 and 7 February 2027.'),
  ).toEqual(['2026-07-05', '2026-10-25', '2027-02-07'])
  expect(
    deadlinesOf('The deadlines for applications are:\n• Monday 1 June 2026\n• Tuesday 1 September 2026'),
  ).toEqual(['2026-06-01', '2026-09-01'])
})

test.for([
  'The deadline for clarification questions is 5 June 2026.',
  'Please register for the event by 5 June 2026.',
  'Decisions will be made by 5 June 2026.',
  'The project must be completed by 31 March 2027.',
  'The contract starts on 1 April 2027.',
  'All money must be spent by 31 March 2027.',
  'Successful applicants will be informed by 5pm on Friday 19 June 2026.',
  'Our closing event is on 5 June 2026.',
  'The deadline is usually 31 March 2027.',
  'We expect the closing date to be 5 June 2026.',
  'The deadline is Monday 5 June 2026.',
  'The deadline was 5 June 2025.',
  'Applications must be received before 5 June 2026.',
  'The deadline for applications is 31 June 2026.',
  'The deadline for applications is 31 March.',
  'Questions must reach us no later than 5 June 2026.',
  'Apply at any time before the trustees meet.',
  'Y dyddiad cau yw 5 Mehefin 2026.',
  'Bids are taken up to 1 March 2027, or until the funding has been spent, whichever is sooner.',
])('is not sure of a closing day in “%s”', (text) => {
  expect(deadlinesOf(text)).toEqual([])
})

test('a day without a year needs the day of publication, and within nine months of it', () => {
  expect(deadlinesOf('Apply by 3 June.', null)).toEqual([])
  expect(deadlinesOf('Apply by 26 December.')).toEqual(['2026-12-26'])
  expect(deadlinesOf('Apply by 28 December.')).toEqual([])
})

test.for([
  ['There is no closing date. You can apply at any time.', 'rolling'],
  ['This is a rolling programme.', 'rolling'],
  ['Applications are welcome all year round.', 'rolling'],
  ['Applications are open until all the funding has been allocated.', 'until_spent'],
  ['The fund stays open until the money is spent.', 'until_spent'],
])('finds in “%s” that bids are %s', ([text, kind]) => {
  expect(deadlinesOf(text ?? '')).toEqual([kind])
})

test.for([
  'Applications will not be considered at any time other than in May.',
  'You may apply at any time, but we decide in May and November.',
  'Small grants of under £500 can be applied for all year round.',
  'You may withdraw at any time.',
  'The centre is open all year round for families.',
])('does not take “%s” for a call that is always open', (text) => {
  expect(deadlinesOf(text)).toEqual([])
})

test('a closing day wins over “at any time”', () => {
  expect(deadlinesOf('Apply at any time. The deadline for this round is 5 June 2026.')).toEqual([
    '2026-06-05',
  ])
})

test.for([
  [
    'Submit your expression of interest by 3 July 2026. If invited, the full application deadline is 4 September 2026.',
    ['2026-07-03'],
  ],
  [
    'Submit your expression of interest by 3 July 2026. The deadline for applications is 4 September 2026.',
    ['2026-07-03'],
  ],
  [
    'Expressions of interest close on 3 July 2026 and applications close on 4 September 2026.',
    ['2026-07-03'],
  ],
  ['Expressions of interest open on 1 June 2026 and close on 3 July 2026.', ['2026-07-03']],
  ['If you are invited, apply by 4 September 2026.', []],
  ['The deadline is 4 September 2026 for full applications.', []],
  ['Stage two applications close on 4 September 2026.', []],
  ['Deadlines for full applications: 4 September 2026 and 6 November 2026.', []],
  ['The deadline for applications is 3 June 2026. Expressions of interest close on 3 July 2026.', []],
  ['Organisations are invited to apply by 3 June 2026.', ['2026-06-03']],
] as const)('of two stages in “%s” takes the first day alone', ([text, days]) => {
  expect(deadlinesOf(text)).toEqual(days)
})

test.for([
  'The deadline has been extended from 3 July to 10 July 2026.',
  'The deadline has been extended from 3 July 2026 until 10 July 2026.',
  'We have extended the deadline of 3 July 2026 to 10 July 2026.',
  'The deadline was moved from 3 July 2026 to 10 July 2026.',
  'The deadline of 3 July 2026 has been extended to 10 July 2026.',
  'The deadline is 3 July 2026. Update: the deadline has been extended to 10 July 2026.',
])('does not take the day that was put off in “%s” for one', (text) => {
  expect(deadlinesOf(text)).not.toContain('2026-07-03')
})

test('takes the new day of a deadline that was put off', () => {
  expect(deadlinesOf('The deadline has been extended from 3 July to 10 July 2026.')).toEqual(['2026-07-10'])
  expect(deadlinesOf('The deadline of 3 July 2026 has been extended to 10 July 2026.')).toEqual([
    '2026-07-10',
  ])
})
