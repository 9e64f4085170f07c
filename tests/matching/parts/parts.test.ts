import { describe, expect, test } from 'vitest'
import { isoDate } from '../../../src/base/date.ts'
import { type AreaCode, areaCode } from '../../../src/domain/area.ts'
import { closing, NO_DEADLINE_KNOWN } from '../../../src/domain/deadline.ts'
import { type Fact, inferred, stated, UNKNOWN } from '../../../src/domain/fact.ts'
import type { Organisation } from '../../../src/domain/organisation.ts'
import { amountFit, scoreAmount } from '../../../src/matching/parts/amount.ts'
import type { Part } from '../../../src/matching/parts/part.ts'
import { scorePlace } from '../../../src/matching/parts/place.ts'
import { scoreBeneficiaries, scoreThemes } from '../../../src/matching/parts/shared-labels.ts'
import { scoreTime, timeLeft } from '../../../src/matching/parts/time.ts'
import { whereOpportunity, whereOrganisation } from '../../../src/matching/places/whereabouts.ts'
import {
  ASHLEY,
  anOpportunity,
  anOrganisation,
  BRISTOL,
  ENGLAND,
  FILTON,
  rules,
  SOUTH_GLOUCESTERSHIRE,
  SOUTH_WEST,
  UNPLACED_FILTON,
} from '../../support/builders.ts'
import { NOW } from '../judged.ts'

const WEST_OF_ENGLAND = areaCode('E47000009')
const UNITED_KINGDOM = areaCode('K02000001')

/** A part with its words. */
const told = ({ value, say }: Part) => ({ value, sentence: say() })

describe('the place', () => {
  const place = (own: readonly AreaCode[], areas: Fact<readonly AreaCode[]>) =>
    scorePlace(
      whereOrganisation(anOrganisation({ areas: own, name: 'A', whatWeDo: '', whoWeHelp: '' })),
      whereOpportunity(anOpportunity({ rules: rules({ areas }) })),
    )

  test('counts more the narrower the area of the call is, down to a council', () => {
    const values = [FILTON, SOUTH_GLOUCESTERSHIRE, WEST_OF_ENGLAND, SOUTH_WEST, ENGLAND, UNITED_KINGDOM].map(
      (area) => place([FILTON], stated([area])).value,
    )
    expect(values).toEqual([1, 1, 0.8, 0.5, 0.3, 0.2])
  })
  test('takes the nearest of several areas, whatever their order', () => {
    for (const areas of [
      [ENGLAND, BRISTOL],
      [BRISTOL, ENGLAND],
    ]) {
      expect(told(place([SOUTH_GLOUCESTERSHIRE, BRISTOL], stated(areas)))).toEqual({
        value: 1,
        sentence: 'You work in Bristol, and Bristol is one of the areas that this is for.',
      })
    }
  })
  test('is where the address is, when nothing else says where the work is', () => {
    const near = (over: Partial<Organisation>, area: AreaCode) =>
      scorePlace(
        whereOrganisation(
          anOrganisation({ areas: [], name: 'A', whatWeDo: '', whoWeHelp: '', basedIn: FILTON, ...over }),
        ),
        whereOpportunity(anOpportunity({ rules: rules({ areas: stated([area]) }) })),
      )
    expect(told(near({}, SOUTH_GLOUCESTERSHIRE))).toEqual({
      value: 1,
      sentence:
        'You have your address in Filton ward (South Gloucestershire), and this is only for South Gloucestershire.',
    })
    expect(told(near({}, BRISTOL))).toEqual({ value: 0.125, sentence: null })
    expect(near({ whatWeDo: 'Lunches in Bristol' }, SOUTH_GLOUCESTERSHIRE).value).toBe(0.125)
    expect(near({ areas: [BRISTOL] }, SOUTH_GLOUCESTERSHIRE).value).toBe(0)
  })
  test('says whom it is only for', () => {
    expect(place([SOUTH_GLOUCESTERSHIRE], stated([SOUTH_GLOUCESTERSHIRE])).say()).toBe(
      'You work in South Gloucestershire, and this is only for South Gloucestershire.',
    )
    expect(place([BRISTOL], inferred([SOUTH_WEST], 'the South West')).say()).toBe(
      'You work in Bristol, and this is for somewhere in the South West.',
    )
  })
  test('is only for a ward, and not known where nobody has told where the ward is', () => {
    expect(place([FILTON], stated([FILTON])).say()).toBe(
      'You work in Filton ward (South Gloucestershire), and this is only for Filton ward (South Gloucestershire).',
    )
    expect(place([SOUTH_GLOUCESTERSHIRE], stated([FILTON])).value).toBe(0.5)
    expect(told(place([ASHLEY], stated([FILTON])))).toEqual({ value: 0, sentence: null })
    expect(told(place([BRISTOL], stated([UNPLACED_FILTON])))).toEqual({ value: 0.25, sentence: null })
  })
  test('is middling where the call is for a piece of a wider area, and 0 elsewhere', () => {
    expect(place([SOUTH_WEST], stated([BRISTOL])).value).toBe(0.5)
    expect(told(place([BRISTOL], stated([SOUTH_GLOUCESTERSHIRE])))).toEqual({ value: 0, sentence: null })
  })
  test('that is not known says nothing', () => {
    expect(told(place([BRISTOL], UNKNOWN))).toEqual({ value: 0.25, sentence: null })
    expect(told(place([], stated([BRISTOL])))).toEqual({ value: 0.25, sentence: null })
  })
})

describe('themes and people', () => {
  test('count by the share of the organisation’s that the call names', () => {
    expect(told(scoreThemes(['food', 'arts'], ['arts', 'sport']))).toEqual({
      value: 0.5,
      sentence: 'You work on “arts, culture and heritage”, and this pays for that.',
    })
    expect(told(scoreBeneficiaries(['lgbt_people', 'carers'], ['carers', 'lgbt_people']))).toEqual({
      value: 1,
      sentence: 'You help “LGBT+ people” and “carers”, and this is meant for them.',
    })
  })
  test('are 0 and silent when either side names none', () => {
    for (const part of [
      scoreThemes(['food'], []),
      scoreThemes([], ['food']),
      scoreBeneficiaries([], ['carers']),
    ]) {
      expect(told(part)).toEqual({ value: 0, sentence: null })
    }
  })
  test('"anyone" is a weak sign on either side', () => {
    expect(scoreBeneficiaries(['anyone'], ['carers']).value).toBe(0.3)
    expect(scoreBeneficiaries(['carers'], ['anyone']).value).toBe(0.3)
    expect(scoreBeneficiaries(['anyone'], ['anyone']).value).toBe(0.3)
    expect(scoreBeneficiaries(['carers'], ['women']).value).toBe(0)
  })
})

describe('the amount', () => {
  const range = (least: number | null, most: number | null) => ({ least, most })

  test.for([
    [range(1_000, 4_000), range(500, 5_000), 1],
    [range(1_000, 4_000), range(4_000, null), 1],
    [range(1_000, null), range(null, 750), 0.5],
    [range(1_000, null), range(null, 500), 0],
    [range(1_000, null), range(null, 100), 0],
    [range(null, 1_000), range(1_500, null), 0.5],
    [range(null, 1_000), range(2_000, null), 0],
    [range(null, 0), range(1, null), 0],
  ] as const)('of %o in awards of %o is %d', ([need, award, value]) => {
    expect(amountFit(need, award)).toBe(value)
  })
  test('says both sums', () => {
    const organisation = anOrganisation({ needMin: 100_000, needMax: 400_000 })
    const opportunity = anOpportunity({ awardMin: 50_000, awardMax: 500_000 })
    expect(told(scoreAmount(organisation, opportunity))).toEqual({
      value: 1,
      sentence: 'It gives £500 to £5,000; you look for £1,000 to £4,000.',
    })
  })
  test('is in the middle when either is not known, in another currency, and for a contract', () => {
    const asking = anOrganisation({ needMin: 1, needMax: 2 })
    for (const part of [
      scoreAmount(anOrganisation(), anOpportunity()),
      scoreAmount(asking, anOpportunity({ awardMin: null, awardMax: null })),
      scoreAmount(asking, anOpportunity({ currency: 'EUR' })),
      scoreAmount(asking, anOpportunity({ kind: 'contract' })),
    ]) {
      expect(told(part)).toEqual({ value: 0.5, sentence: null })
    }
  })
})

describe('the time', () => {
  const time = (over: Parameters<typeof anOpportunity>[0], preparationDays = 20) =>
    told(scoreTime(timeLeft(NOW, anOpportunity(over)), preparationDays))
  const until = (day: string) => ({ deadline: closing(isoDate(day)) })

  test('is 1 with the full preparation time left, and says so', () => {
    expect(time(until('2026-06-21'))).toEqual({
      value: 1,
      sentence: 'You have 20 days left, and usually need 20.',
    })
  })
  test('falls in two steps, and too little time is no reason to bid', () => {
    expect(time(until('2026-06-20'))).toEqual({ value: 0.5, sentence: null })
    expect(time(until('2026-06-11'))).toEqual({ value: 0.5, sentence: null })
    expect(time(until('2026-06-10'))).toEqual({ value: 0, sentence: null })
    expect(time(until('2026-06-01'))).toEqual({ value: 0, sentence: null })
  })
  test('takes half of an odd number of days as it is', () => {
    expect([1, 2, 3].map((left) => scoreTime(left, 5).value)).toEqual([0, 0, 0.5])
    expect(scoreTime(0, 1).value).toBe(0)
    expect(scoreTime(1, 1).value).toBe(1)
  })
  test('is 1 without an end and before the opening, 0 after the end, in the middle when not known', () => {
    expect(time({ deadline: { ...NO_DEADLINE_KNOWN, kind: 'rolling' } })).toEqual({
      value: 1,
      sentence: 'It has no closing date, so you can take the time you need.',
    })
    expect(time({ forecast: true })).toEqual({
      value: 1,
      sentence: 'It is not open yet, so you have time to prepare.',
    })
    // What may be spent any day leaves nobody all the time in the world.
    expect(time({ deadline: { ...NO_DEADLINE_KNOWN, kind: 'until_spent' } })).toEqual({
      value: 0.5,
      sentence: null,
    })
    expect(time({ ended: 'awarded' }).value).toBe(0)
    expect(time({ deadline: NO_DEADLINE_KNOWN })).toEqual({ value: 0.5, sentence: null })
  })
})
