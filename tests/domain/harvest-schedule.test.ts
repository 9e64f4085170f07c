import { expect, test } from 'vitest'
import type { Instant } from '../../src/base/date.ts'
import {
  COLLECT_AWARDS,
  COLLECT_OPPORTUNITIES,
  dueAt,
  nextHarvestAt,
} from '../../src/domain/harvest-schedule.ts'

const job = COLLECT_OPPORTUNITIES
const at = (time: string) => `2026-06-01T${time}:00.000Z` as Instant
const failed = (...times: readonly string[]) => times.map((time) => ({ at: at(time) }))
interface Over {
  readonly lastGoodAt?: Instant
  readonly notBefore?: Instant
  readonly everyHours?: number
  readonly failures?: ReturnType<typeof failed>
}
const next = (now: string, over: Over = {}) =>
  nextHarvestAt(new Date(at(now)), {
    job,
    everyHours: 6,
    lastGoodAt: null,
    failures: [],
    notBefore: null,
    ...over,
  }).slice(11, 16)

test.for([
  { name: 'never read: the next tick', now: '12:00', over: {}, tick: '12:05' },
  { name: 'a tick that is now is not the next', now: '12:05', over: {}, tick: '13:05' },
  { name: 'after the tick of this hour', now: '12:30', over: {}, tick: '13:05' },
  { name: 'when its hours are over', now: '12:00', over: { lastGoodAt: at('10:05') }, tick: '16:05' },
  { name: 'a harvest that took a while', now: '12:00', over: { lastGoodAt: at('10:09') }, tick: '16:05' },
  { name: 'one that took long', now: '12:00', over: { lastGoodAt: at('10:30') }, tick: '17:05' },
  { name: 'overdue', now: '12:00', over: { lastGoodAt: at('01:05') }, tick: '12:05' },
  { name: 'it asked for silence', now: '12:00', over: { notBefore: at('15:20') }, tick: '16:05' },
  { name: 'it failed once', now: '12:10', over: { failures: failed('12:05') }, tick: '13:05' },
  { name: 'it failed twice', now: '13:10', over: { failures: failed('13:05', '12:05') }, tick: '15:05' },
  {
    name: 'it failed three times',
    now: '03:10',
    over: { failures: failed('03:05', '01:05', '00:05') },
    tick: '07:05',
  },
  {
    name: 'it failed four times',
    now: '07:10',
    over: { failures: failed('07:05', '03:05', '01:05', '00:05') },
    tick: '15:05',
  },
  { name: 'a failure long ago', now: '12:00', over: { failures: failed('01:05') }, tick: '12:05' },
  {
    name: 'it failed by hand before its time',
    now: '12:30',
    over: { lastGoodAt: at('12:05'), failures: failed('12:20') },
    tick: '18:05',
  },
  { name: 'silence that is over', now: '12:00', over: { notBefore: at('11:00') }, tick: '12:05' },
])('$name', ({ now, over, tick }) => {
  expect(next(now, over)).toBe(tick)
})

test('a source of awards is asked at the minute of its own job', () => {
  const never = { job: COLLECT_AWARDS, everyHours: 6, lastGoodAt: null, failures: [], notBefore: null }
  expect(nextHarvestAt(new Date(at('12:05')), never)).toBe(at('12:50'))
})

test('at the tick that is foretold the source is due', () => {
  for (const minute of [5, 6, 9, 10, 11, 30, 59]) {
    const lastGoodAt = at(`10:${String(minute).padStart(2, '0')}`)
    const tick = nextHarvestAt(new Date(lastGoodAt), {
      job,
      everyHours: 6,
      lastGoodAt,
      failures: [],
      notBefore: null,
    })
    expect((dueAt({ everyHours: 6, lastGoodAt, failures: [] }) ?? '') <= tick).toBe(true)
  }
})
