import { expect, test } from 'vitest'
import { readClosing } from '../../../src/catalogue/by-hand/closing-boxes.ts'

const boxes = { deadline: 'fixed', day: '3', month: '6', year: '2026', time: '' } as const

test.for([
  [{}, '2026-06-03', null],
  [{ day: ' 03 ', month: '06' }, '2026-06-03', null],
  [{ month: 'June' }, '2026-06-03', null],
  [{ month: 'sep' }, '2026-09-03', null],
  [{ time: '12:00' }, '2026-06-03', '12:00'],
  [{ time: 'Noon' }, '2026-06-03', '12:00'],
  [{ time: '12 midday' }, '2026-06-03', '12:00'],
  [{ time: '5pm' }, '2026-06-03', '17:00'],
  [{ time: '5.30 PM' }, '2026-06-03', '17:30'],
  [{ time: '12pm' }, '2026-06-03', '12:00'],
  [{ time: '9:05' }, '2026-06-03', '09:05'],
  [{ time: '23:59' }, '2026-06-03', '23:59'],
] as const)('%j is the last day %s and the time %s', ([over, closesOn, closesTime]) => {
  expect(readClosing({ ...boxes, ...over })).toMatchObject({
    kind: 'fixed',
    rounds: [{ opensOn: null, closesOn, closesTime }],
  })
})

test.for([
  [{ deadline: '' }, 'deadline'],
  [{ day: '', month: '', year: '' }, 'day'],
  [{ day: '31' }, 'day'],
  [{ month: '13' }, 'day'],
  [{ month: 'Juvember' }, 'day'],
  [{ year: '26' }, 'day'],
  [{ year: '1999' }, 'day'],
  [{ day: '-1' }, 'day'],
  [{ time: 'midnight' }, 'time'],
  [{ time: '00:00' }, 'time'],
  [{ time: '12am' }, 'time'],
  [{ time: '13pm' }, 'time'],
  [{ time: '5' }, 'time'],
  [{ time: '25:00' }, 'time'],
  [{ time: 'teatime' }, 'time'],
] as const)('%j is a fault of the field %s', ([over, field]) => {
  expect(readClosing({ ...boxes, ...over })).toMatchObject({ field, text: expect.stringMatching(/\w/) })
})

test.for(['rolling', 'until_spent', 'unknown'] as const)(
  'what is %s has no day, whatever is in the boxes',
  (deadline) => {
    expect(readClosing({ ...boxes, deadline })).toMatchObject({ kind: deadline, rounds: [] })
  },
)
